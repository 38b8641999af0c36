"""Keys and arming in the whole program, over the local exchange: armed by hand, disarmed by anything, and the secret is
nowhere but in the keyring."""

import asyncio
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.desks.exchange.exchange_desks import ExchangeAccess
from photon_desktop.desks.exchange.key_safe import KeySafe, KeySafeError
from photon_desktop.desktop import Desktop
from photon_desktop.learning.policy import EvidencePolicy
from photon_desktop.market.bybit.venue import BybitVenue
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Venues
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.choices import Choices
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.dialogs.arming.dialog import ArmingDialog
from tests.exchange_accounts import KEY, SECRET, way_to
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.gui.desktops import Scenario, run_shown, until
from tests.gui.test_real_market import ServerClock
from tests.keyrings import MemoryKeyring, TellTaleKeyring, found
from tests.market.bybit.conftest import NS, endpoint_of

NAME = "Main account"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running


@pytest.fixture
def ring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def live(tmp_path: Path) -> Profile:
    """A live account, chosen in the real market of a store that the program finds."""
    store = Store.open(tmp_path / STORE_NAME)
    made = store.profiles.create(NAME, AccountMode.LIVE, REAL_MARKET, OPENING_MS * NS)
    store.settings.put("real.account", made.key)
    store.settings.put("market", REAL_MARKET)
    store.symbols.watch("BTCUSDT", InstrumentKind.CRYPTO, 0)
    store.settings.put("real.listed", True)
    store.close()
    return made


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, server: BybitServer, ring: MemoryKeyring) -> Callable[[Scenario], None]:
    def venues() -> Venues:
        return {InstrumentKind.CRYPTO: BybitVenue(endpoint_of(server))}

    def make() -> Desktop:
        access = ExchangeAccess(way_to(server), lambda: found(ring), lambda: server.now_ms * NS)
        desktop = Desktop(tmp_path, venues=venues, clock=ServerClock(server), exchange=access)
        endpoint = TradingEndpoint(TradingMode.LIVE, server.rest_url, server.stream_url)
        desktop.application.exchange._endpoint_of = lambda profile: endpoint
        return desktop

    return partial(run_shown, qapp, make)


def action(desktop: Desktop) -> QAction:
    return desktop.window.actions_by_name["actionArm"]


def dialog_of(desktop: Desktop) -> ArmingDialog:
    dialog = desktop.window.findChild(ArmingDialog, "armingDialog")
    assert isinstance(dialog, ArmingDialog)
    return dialog


async def enter_keys(desktop: Desktop, profile: Profile) -> None:
    page = desktop.exchange.keys.page
    desktop.exchange.keys.open(profile)
    await until(page.key.isEnabled)
    page.key.setText(KEY)
    page.secret.setText(SECRET)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    await until(lambda: page.result.text().startswith("✓"))
    desktop.settings_desk.open().close()


async def arm(desktop: Desktop) -> None:
    """By keyboard alone."""
    await until(lambda: desktop.application.stream_age_s() is not None)
    await until(lambda: desktop.exchange.asked_of(desktop.application.profile).price_of("BTCUSDT"))
    desktop.window.activateWindow()
    await until(desktop.window.isActiveWindow)
    QTest.keyClick(desktop.window, Qt.Key.Key_G, CTRL_SHIFT)
    dialog = dialog_of(desktop)
    await until(lambda: dialog.is_ready)
    QTest.keyClicks(dialog.name, NAME)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert desktop.application.arming.is_armed(desktop.application.account)


def test_a_live_account_is_armed_by_keyboard_and_disarmed_by_the_kill_switch(
    run: Callable[[Scenario], None], live: Profile
) -> None:
    async def scenario(desktop: Desktop) -> None:
        assert desktop.application.profile == live
        await enter_keys(desktop, live)
        told: list[EvidencePolicy] = []
        desktop.settings_desk.deciding_changed.connect(lambda rules: told.append(rules.policy.evidence))
        await arm(desktop)
        assert desktop.window.armed_frame.isVisible()
        assert desktop.window.windowTitle() == f"LIVE ARMED: {NAME} · Photon Desktop"
        desktop.settings_desk.apply(Choices.of({"policy.cooldown_bars": 2}))
        assert told == [EvidencePolicy.ONLY_WITH_EVIDENCE] * 2
        desktop.window.activateWindow()
        await until(desktop.window.isActiveWindow)
        QTest.keyClick(desktop.window, Qt.Key.Key_K, CTRL_SHIFT)
        assert desktop.application.arming.account == ""
        assert not desktop.window.armed_frame.isVisible()
        assert desktop.window.toolbar.mode.text() == "LIVE  ■ HALTED"
        assert told[2:] == [EvidencePolicy.FOLLOW_MODEL]
        desktop.kill_switch.release()
        for child in desktop.window.findChildren(QWidget, "killSwitchDialog"):
            child.close()

    run(scenario)


def test_it_is_off_after_a_restart_and_the_keys_are_still_in_the_keyring(
    run: Callable[[Scenario], None], live: Profile, ring: MemoryKeyring
) -> None:
    async def first(desktop: Desktop) -> None:
        await enter_keys(desktop, live)
        await arm(desktop)

    async def second(desktop: Desktop) -> None:
        assert desktop.application.arming.account == ""
        assert desktop.window.toolbar.mode.text() == "LIVE  ○ NOT ARMED"
        await until(lambda: desktop.exchange.safe.held(live) == ApiKeys(KEY, SECRET))

    run(first)
    assert len(ring.kept) == 1
    run(second)


@pytest.mark.slow
def test_leaving_the_market_disarms_at_once(run: Callable[[Scenario], None], live: Profile) -> None:
    async def scenario(desktop: Desktop) -> None:
        await enter_keys(desktop, live)
        await arm(desktop)
        desktop.window.actions_by_name["actionMarket"].trigger()
        assert desktop.application.arming.account == ""
        await until(lambda: desktop.markets.name == "demo")
        await until(lambda: not action(desktop).isEnabled())
        assert desktop.window.toolbar.mode.text() == "PAPER"

    run(scenario)


@pytest.mark.slow
@pytest.mark.parametrize(("key", "is_halted"), [(Qt.Key.Key_G, False), (Qt.Key.Key_K, True)])
def test_disarm_and_kill_switch_are_heard_while_a_dialog_has_the_keyboard(
    run: Callable[[Scenario], None], live: Profile, key: Qt.Key, is_halted: bool
) -> None:
    async def scenario(desktop: Desktop) -> None:
        await enter_keys(desktop, live)
        await arm(desktop)
        dialog = desktop.settings_desk.open()
        await until(dialog.isActiveWindow)
        QTest.keyClick(dialog, key, CTRL_SHIFT)
        assert desktop.application.arming.account == ""
        assert desktop.application.halt.is_set is is_halted
        dialog.close()
        for child in desktop.window.findChildren(QWidget, "killSwitchDialog"):
            child.close()

    run(scenario)


def test_forgetting_the_keys_disarms(run: Callable[[Scenario], None], live: Profile, ring: MemoryKeyring) -> None:
    async def scenario(desktop: Desktop) -> None:
        await enter_keys(desktop, live)
        await arm(desktop)
        desktop.exchange.keys.forget(live)
        await until(lambda: desktop.application.arming.account == "")
        assert ring.kept == {}

    run(scenario)


@pytest.mark.slow
def test_the_simulated_market_knows_no_arming(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        assert not action(desktop).isEnabled()
        assert "never leave this computer" in action(desktop).toolTip()
        desktop.exchange.keys.page.show()
        desktop.exchange.keys.page.hide()

    run(scenario)


def test_the_secret_is_nowhere_but_in_the_keyring(
    run: Callable[[Scenario], None],
    live: Profile,
    ring: MemoryKeyring,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """After keys were entered, tested, used to arm and asked again, with every log line of every library taken down."""
    texts: list[str] = []

    async def scenario(desktop: Desktop) -> None:
        await enter_keys(desktop, live)
        await arm(desktop)
        desktop.exchange.keys.open(live)
        await until(desktop.exchange.keys.page.test.isEnabled)
        desktop.exchange.keys.page.test.click()
        await until(lambda: "can trade" in desktop.exchange.keys.page.result.text())
        await asyncio.sleep(0)
        texts.extend(seen_and_said(desktop))

    caplog.set_level(0)
    run(scenario)
    said = capfd.readouterr()
    texts += [said.out, said.err]
    # not the exchange's own
    ours = [record for record in caplog.records if not record.name.startswith("photon_desktop.drill.")]
    texts += [f"{record.getMessage()} {record.exc_text or ''}" for record in ours]
    assert len(ours) > 100
    assert any("Main account has the key abcd…" in text for text in texts)
    for word in (SECRET, KEY):
        assert not [text for text in texts if word in text]
        assert not files_with(tmp_path, word)
    assert [word in "".join(ring.kept.values()) for word in (SECRET, KEY)] == [True, True]


def seen_and_said(desktop: Desktop) -> list[str]:
    """Every text, tooltip and accessible text of the window, and all that the store gives out."""
    widgets = desktop.window.findChildren(QWidget)
    said = [getattr(widget, name, "") for widget in widgets for name in ("text", "displayText")]
    found_texts = [str(words() if callable(words) else words) for words in said]
    found_texts += [widget.toolTip() + widget.accessibleName() + widget.accessibleDescription() for widget in widgets]
    found_texts += [
        repr(vars(part)) for part in (desktop.exchange.safe, desktop.exchange.keys, desktop.exchange.arming)
    ]
    found_texts += [problem.sentence + problem.details for problem in desktop.window.banner.problems]
    return found_texts


def files_with(folder: Path, word: str) -> list[str]:
    """Files below `folder` that have `word` in them, in either width of letters."""
    spelt = [word.encode("utf-8"), word.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path.name for path in files if any(one in path.read_bytes() for one in spelt)]


def test_a_crash_that_tells_all_its_values_does_not_tell_the_secret(live: Profile) -> None:
    safe = KeySafe("store", lambda: found(TellTaleKeyring()))
    try:
        safe.keep(live, ApiKeys(KEY, SECRET))
    except KeySafeError as error:
        told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "secret hidden" in told
    assert SECRET not in told
