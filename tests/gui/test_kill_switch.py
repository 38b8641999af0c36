"""The kill switch in the whole program: at once, while an agent hangs, and past a restart."""

import threading
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.agents.reports import order_for
from photon_desktop.broker.bybit.rest.trading_door import CANCEL_ALL, TradingEndpoint, TradingMode
from photon_desktop.desks.kill_switch import PRESSED
from photon_desktop.desktop import Desktop
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import ExecutionReport, Message, MessageType
from photon_desktop.trading.orders import Order, OrderStatus
from photon_desktop.trading.profile import AccountMode, Profile
from tests.agents.conftest import decision
from tests.broker.bybit.conftest import KEY, KEYS, SECRET
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import BybitServer
from tests.gui.desktops import run_shown, until

FAST = 7_200.0


def reports(store: Store) -> list[ExecutionReport]:
    payloads = (item.message.payload for item in store.messages.of_type(MessageType.EXECUTION_REPORT, 200))
    return [payload for payload in payloads if isinstance(payload, ExecutionReport)]


def has_position(desktop: Desktop) -> bool:
    return bool(desktop.application.store.trades.load_account(desktop.application.account).open_positions())


@pytest.mark.slow
def test_a_press_halts_closes_what_is_held_if_asked_and_outlives_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    async def press(desktop: Desktop) -> None:
        window = desktop.window
        window.speed_changed.emit(FAST)
        await until(lambda: has_position(desktop))
        window.actions_by_name["actionKillSwitch"].trigger()
        assert desktop.application.halt.now == PRESSED
        assert window.toolbar.mode.text() == "PAPER  ■ HALTED"
        dialog = desktop.kill_switch._dialog
        assert dialog is not None
        await until(dialog.flatten.isEnabled)
        dialog.flatten.click()
        await until(lambda: not has_position(desktop))
        assert any("kill switch closed" in report.message for report in reports(desktop.application.store))
        bought = len(desktop.application.store.trades.fills(1_000, desktop.application.account))
        before = desktop.application.store.messages.last_sequence()
        await until(lambda: desktop.application.store.messages.last_sequence() > before + 12)
        assert len(desktop.application.store.trades.fills(1_000, desktop.application.account)) == bought

    async def release(desktop: Desktop) -> None:
        assert desktop.application.halt.now == PRESSED
        assert desktop.window.toolbar.mode.text() == "PAPER  ■ HALTED"
        desktop.window.actions_by_name["actionKillSwitch"].trigger()
        dialog = desktop.kill_switch._dialog
        assert dialog is not None
        dialog.release.click()
        assert desktop.window.toolbar.mode.text() == "PAPER"
        dialog.close()
        desktop.window.speed_changed.emit(FAST)
        await until(lambda: has_position(desktop))

    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), press)
    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), release)


def test_a_press_acts_within_a_second_while_the_execution_agent_hangs(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def press(desktop: Desktop) -> None:
        application, store = desktop.application, desktop.application.store
        executor = application.team.executor
        store.trades.add_order(waiting_order(), OrderStatus.NEW, application.account)
        hangs, goes_on = threading.Event(), threading.Event()

        def hang(*_: object) -> None:
            hangs.set()
            goes_on.wait(20)

        monkeypatch.setattr(executor, "_meet_price", hang)
        await until(hangs.is_set)
        begun = time.monotonic()
        desktop.window.actions_by_name["actionKillSwitch"].trigger()
        assert application.halt.is_set
        await until(lambda: stored_status(store) is OrderStatus.CANCELLED and store.halts.now() == PRESSED)
        assert time.monotonic() - begun < 1
        goes_on.set()
        monkeypatch.undo()
        dialog = desktop.kill_switch._dialog
        assert dialog is not None
        dialog.close()

    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), press)


def test_a_press_has_the_exchange_cancel_and_says_when_that_is_not_known_to_be_done(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    async def press(desktop: Desktop) -> None:
        application, kill = desktop.application, desktop.window.actions_by_name["actionKillSwitch"]
        application.profile = Profile("My demo", "my-demo", AccountMode.DEMO, "real")
        application.exchange.keys_of = lambda profile: KEYS
        endpoint = TradingEndpoint(TradingMode.DEMO, server.rest_url, server.stream_url)
        monkeypatch.setattr(application.exchange, "_endpoint_of", lambda profile: endpoint)
        begun = time.monotonic()
        kill.trigger()
        await until(lambda: server.http.count(CANCEL_ALL) == 1)
        assert time.monotonic() - begun < 1
        server.http.plan(Fault(status=500), CANCEL_ALL, times=9)
        kill.trigger()
        await until(lambda: any("may still be open" in one.title for one in desktop.window.banner.problems))
        server.http.forget_plans()
        dialog = desktop.kill_switch._dialog
        assert dialog is not None
        dialog.close()

    with BybitServer() as server:
        server.keys[KEY] = SECRET
        server.let_time_run()
        run_shown(qapp, partial(Desktop, tmp_path, venues=dict), press)


def waiting_order() -> Order:
    made = decision()
    return order_for(Message("01900000-0000-7000-8000-000000000000", "t", "a", "b", 1, made), made, "paper")


def stored_status(store: Store) -> OrderStatus | None:
    found = store.trades.order("p01900000000070008000000000000000")
    return None if found is None else found.status
