"""An account is armed by a green card and its typed name, and by nothing else."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.application import Rules
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.preflight_card import AskedAccount
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.desks.exchange.arming_desk import ArmingDesk, ArmingParts
from photon_desktop.desks.exchange.exchange_way import category_of
from photon_desktop.desks.exchange.key_safe import KeySafe
from photon_desktop.desks.notifications import Notifications
from photon_desktop.learning.policy import EvidencePolicy
from photon_desktop.store import Store
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.halt import Halt, TradingHalt
from photon_desktop.trading.profile import Profile
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.arming.dialog import ArmingDialog
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from tests.broker.bybit.conftest import LINEAR_BTC
from tests.desks.test_notifications import KeptTray
from tests.exchange_accounts import DEMO, KEY, KEYS, LIVE, PAPER, SECRET, way_to
from tests.fakes.bybit_server import BybitServer
from tests.keyrings import MemoryKeyring, found
from tests.ui.examples import ICON_FOLDER, FixedClock


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


class World:
    """A desk for the account `profile`, whose exchange and keyring are at hand."""

    def __init__(self, qtbot: QtBot, server: BybitServer, store: Store, profile: Profile) -> None:
        self.qtbot, self.server = qtbot, server
        self.now_s = 1_000.0
        self.stream_age_s: float | None = 3.0
        self.opens_at: threading.Event | None = None
        self.window = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
        qtbot.addWidget(self.window)
        self.window.show()
        self.tray = KeptTray()
        self.arming, self.halt = Arming(), TradingHalt()
        self.safe = KeySafe("store", lambda: found(MemoryKeyring()))
        self.safe.keep(LIVE, KEYS)
        self.safe.keep(DEMO, KEYS)
        parts = ArmingParts(self.arming, self.halt, self.safe, self._open, self._asked_of, store.settings)
        notifications = Notifications(self.window, lambda: self.tray)
        self.desk = ArmingDesk(self.window, profile, parts, notifications, lambda: self.now_s)

    def _open(self, profile: Profile, keys: ApiKeys) -> TradingClient:
        if self.opens_at is not None:
            assert self.opens_at.wait(10)
        return way_to(self.server)(profile, keys)

    def _asked_of(self, profile: Profile) -> AskedAccount:
        return AskedAccount(
            category_of(profile),
            RiskLimits(),
            ("BTCUSDT",),
            {"BTCUSDT": Decimal(30_000)}.get,
            lambda _symbol: LINEAR_BTC,
            lambda: self.stream_age_s,
            lambda: self.server.now_ms * 1_000_000,
        )

    @property
    def dialog(self) -> ArmingDialog:
        found_one = self.window.findChild(ArmingDialog, "armingDialog")
        assert isinstance(found_one, ArmingDialog)
        return found_one

    def open_green(self) -> None:
        self.window.actions_by_name["actionArm"].trigger()
        self.qtbot.waitUntil(lambda: self.dialog.is_ready, timeout=10_000)

    def arm(self) -> None:
        self.open_green()
        self.qtbot.keyClicks(self.dialog.name, self.desk._profile.name)
        self.qtbot.keyClick(self.dialog.name, Qt.Key.Key_Return)
        assert self.desk.is_armed

    @property
    def notices(self) -> list[str]:
        return [problem.title for problem in self.window.banner.problems]


@pytest.fixture
def world(qtbot: QtBot, server: BybitServer, store: Store) -> Iterator[World]:
    made = World(qtbot, server, store, LIVE)
    yield made
    made.desk.finish()


def test_the_program_begins_disarmed(world: World) -> None:
    assert world.arming.account == ""
    assert world.window.toolbar.mode.text() == "LIVE  ○ NOT ARMED"
    assert not world.window.armed_frame.isVisible()


def test_keys_and_card_and_name_arm_the_account_and_everything_says_so_once(world: World) -> None:
    world.arm()
    assert world.arming.is_armed("live-1")
    assert not world.dialog.isVisible()
    assert world.window.armed_frame.isVisible()
    assert world.window.windowTitle().startswith("LIVE ARMED: Main account")
    assert [deed for deed in world.tray.deeds if deed.startswith("LIVE ARMED")] == [
        "LIVE ARMED: Main account: LIVE: Main account is armed. Orders go to the exchange with real money."
    ]
    assert "Positions are opened only with evidence" in world.window.banner.problems[-1].sentence


def test_one_press_disarms_and_the_next_one_asks_again(world: World) -> None:
    world.arm()
    world.window.actions_by_name["actionArm"].trigger()
    assert world.arming.account == ""
    assert not world.window.armed_frame.isVisible()
    assert world.notices[-1] == "Main account is not armed any more"
    world.window.actions_by_name["actionArm"].trigger()
    assert world.dialog.isVisible()
    assert world.dialog.name.text() == ""
    assert world.arming.account == ""


@pytest.mark.parametrize("reason", ["account", "market", "halt", "unexplained", "end"])
def test_whatever_speaks_against_it_disarms(world: World, reason: str) -> None:
    world.arm()
    {
        "account": lambda: world.desk.show_profile(DEMO),
        "market": lambda: world.window.market_changed.emit("demo"),
        "halt": world.desk.obey_halt,
        "unexplained": lambda: world.desk.take_unexplained("1 BTC is there that no order explains."),
        "end": world.desk.finish,
    }[reason]()
    assert world.arming.account == ""
    assert not world.desk.is_armed
    if reason != "end":
        assert not world.window.armed_frame.isVisible()
        assert world.notices[-1] == "Main account is not armed any more"


def test_the_same_account_told_again_stays_armed(world: World) -> None:
    world.arm()
    world.desk.show_profile(replace(LIVE))
    assert world.desk.is_armed


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda world: world.safe.forget(LIVE), "Keys"),
        (lambda world: setattr(world, "stream_age_s", None), "Stream"),
        (lambda world: world.halt.set(Halt("The kill switch was pressed.", by_user=True)), "Halt"),
        (lambda world: world.desk.take_unexplained("1 BTC is there that no order explains."), "Books"),
        (lambda world: world.server.private.key_info["permissions"].update(Wallet=["Withdraw"]), "Withdrawal"),
    ],
)
def test_one_red_line_and_nothing_can_be_typed(world: World, spoil: object, line: str) -> None:
    world.server.private.key_info["permissions"] = dict(world.server.private.key_info["permissions"])
    spoil(world)  # type: ignore[operator]
    world.window.actions_by_name["actionArm"].trigger()
    world.qtbot.waitUntil(lambda: "Checked" in world.dialog.state.text(), timeout=10_000)
    assert not world.dialog.checks[line].is_green
    assert not world.dialog.name.isEnabled()
    world.desk.arm(LIVE.name)
    assert world.arming.account == ""


def test_the_desk_does_not_take_another_name_whatever_the_dialog_says(world: World) -> None:
    world.open_green()
    world.desk.arm("main account")
    assert world.arming.account == ""
    assert "exactly" in world.dialog.state.text()


def test_an_old_card_is_asked_anew_before_it_arms(world: World, qtbot: QtBot) -> None:
    world.open_green()
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    world.now_s += 61
    asked = len(world.server.http.requests)
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    assert world.arming.account == ""
    qtbot.waitUntil(lambda: world.desk.is_armed, timeout=10_000)
    assert len(world.server.http.requests) > asked


def test_an_old_card_that_is_red_by_now_does_not_arm(world: World, qtbot: QtBot) -> None:
    world.open_green()
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    world.now_s += 61
    world.stream_age_s = None
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Stream is not in order" in world.dialog.state.text(), timeout=10_000)
    assert world.arming.account == ""


def test_leaving_while_the_old_card_is_asked_anew_arms_nothing(world: World, qtbot: QtBot) -> None:
    world.open_green()
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    world.now_s += 61
    world.opens_at = threading.Event()
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    qtbot.keyClick(world.dialog, Qt.Key.Key_Escape)
    world.opens_at.set()
    world.desk.finish()
    qtbot.wait(1)
    assert world.arming.account == ""


def test_stopping_while_the_old_card_is_asked_anew_leaves_arming_to_another_press(world: World, qtbot: QtBot) -> None:
    world.open_green()
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    world.now_s += 61
    world.opens_at = threading.Event()
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    world.dialog.stop.click()
    assert "were stopped" in world.dialog.state.text()
    world.opens_at.set()
    world.dialog.check_again.click()
    qtbot.waitUntil(lambda: world.dialog.is_ready, timeout=10_000)
    assert world.dialog.name.text() == LIVE.name
    assert world.arming.account == ""
    world.dialog.arm.click()
    assert world.desk.is_armed


def test_a_kill_switch_pressed_after_the_card_was_done_is_seen(world: World, qtbot: QtBot) -> None:
    world.open_green()
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    world.halt.set(Halt("The kill switch was pressed.", by_user=True))
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    assert world.arming.account == ""
    assert "The kill switch was pressed. Release it first" in world.dialog.state.text()


def test_books_that_do_not_agree_after_the_card_was_done_are_seen_until_they_do(world: World, qtbot: QtBot) -> None:
    world.open_green()
    world.desk.take_unexplained("1 BTC is there that no order explains.")
    qtbot.keyClicks(world.dialog.name, LIVE.name)
    qtbot.keyClick(world.dialog.name, Qt.Key.Key_Return)
    assert world.arming.account == ""
    assert "no order explains" in world.dialog.state.text()
    world.desk.take_unexplained("")
    qtbot.keyClick(world.dialog, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: world.dialog.is_ready, timeout=10_000)
    world.dialog.name.setText(LIVE.name)
    world.dialog.arm.click()
    assert world.desk.is_armed


def test_real_money_goes_by_evidence_unless_the_user_said_otherwise_for_that_account(
    world: World, qtbot: QtBot, server: BybitServer, store: Store
) -> None:
    rules = Rules()
    heard: list[EvidencePolicy] = []
    world.desk.rules_changed.connect(lambda: heard.append(world.desk.in_force(rules).trading.policy.evidence))
    assert world.desk.in_force(rules) is rules
    world.arm()
    world.desk.press()
    assert heard == [EvidencePolicy.ONLY_WITH_EVIDENCE, EvidencePolicy.FOLLOW_MODEL]
    world.open_green()
    world.dialog.evidence.click()
    world.dialog.close()
    world.arm()
    assert heard[2:] == [EvidencePolicy.FOLLOW_MODEL]
    later = World(qtbot, server, store, LIVE)
    later.open_green()
    assert not later.dialog.evidence.isChecked()
    later.desk.finish()


def test_play_money_goes_by_the_settings(qtbot: QtBot, server: BybitServer, store: Store) -> None:
    world = World(qtbot, server, store, DEMO)
    world.arm()
    rules = Rules()
    assert world.desk.in_force(rules) is rules
    assert world.window.windowTitle().startswith("DEMO ARMED")
    world.desk.finish()


def test_a_paper_account_can_not_be_armed_and_the_action_says_why(
    qtbot: QtBot, server: BybitServer, store: Store
) -> None:
    world = World(qtbot, server, store, PAPER)
    action = world.window.actions_by_name["actionArm"]
    assert not action.isEnabled()
    assert "never leave this computer" in action.toolTip()
    world.desk.press()
    assert world.window.findChild(ArmingDialog, "armingDialog") is None
    world.desk.show_profile(LIVE)
    assert action.isEnabled()
    world.desk.finish()


def test_the_keys_of_the_account_can_be_reached_from_the_dialog(world: World, qtbot: QtBot) -> None:
    world.open_green()
    with qtbot.waitSignal(world.desk.keys_requested) as asked:
        world.dialog.keys.click()
    assert asked.args == [LIVE]
