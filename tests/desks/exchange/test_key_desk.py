"""Keys go from the page into the safe, past the exchange that says what they may do."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.desks.exchange.key_desk import PAGE, KeyDesk
from photon_desktop.desks.exchange.key_safe import KeySafe
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from tests.exchange_accounts import DEMO, KEY, KEYS, LIVE, PAPER, SECRET, way_to
from tests.fakes.bybit_server import BybitServer
from tests.keyrings import LockedKeyring, MemoryKeyring, found
from tests.ui.examples import ICON_FOLDER, FixedClock


class Pages:
    """As much of the desk of the settings as pages need."""

    def __init__(self) -> None:
        self.dialog = SettingsDialog()

    def add_page(self, title: str, page: object) -> None:
        self.dialog.add_page(title, page)  # type: ignore[arg-type]

    def open_page(self, title: str) -> SettingsDialog:
        self.dialog.show()
        self.dialog.show_page(title)
        return self.dialog


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running


class World:
    """A desk, its page, its keyring and its exchange."""

    def __init__(self, qtbot: QtBot, server: BybitServer, ring: MemoryKeyring) -> None:
        self.qtbot, self.ring, self.server = qtbot, ring, server
        self.window = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
        qtbot.addWidget(self.window)
        self.pages = Pages()
        qtbot.addWidget(self.pages.dialog)
        self.safe = KeySafe("store", lambda: found(ring))
        self.holds: threading.Event | None = None
        self.desk = KeyDesk(self.safe, self.pages, lambda: [PAPER, LIVE, DEMO], self._open, self.window)  # type: ignore[arg-type]
        self.page = self.desk.page

    def _open(self, profile: Profile, keys: ApiKeys) -> TradingClient:
        if self.holds is not None:
            assert self.holds.wait(10)
        return way_to(self.server)(profile, keys)

    def enter(self, key: str = KEY, secret: str = SECRET) -> None:
        self.desk.open(LIVE)
        self.page.key.setText(key)
        self.page.secret.setText(secret)
        self.page.keep.click()

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.page.result.text())


@pytest.fixture
def world(qtbot: QtBot, server: BybitServer) -> Iterator[World]:
    made = World(qtbot, server, MemoryKeyring())
    yield made
    made.desk.finish()


def test_the_page_offers_accounts_of_an_exchange_and_says_where_keys_are_kept(world: World, qtbot: QtBot) -> None:
    world.desk.open(DEMO)
    assert world.page.isVisible()
    assert world.page.profile == DEMO
    assert world.page.account.count() == 2
    qtbot.waitUntil(lambda: world.page.place.text() == "Keys are kept in the test's keyring.")
    assert world.page.known.text() == "No keys of Trying are known."


def test_a_good_key_is_tested_kept_and_known(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.desk.keys_changed) as changed:
        world.enter()
    assert changed.args == [LIVE]
    assert world.safe.held(LIVE) == KEYS
    assert len(world.ring.kept) == 1
    assert world.page.result.text() == "✓ Keys are kept in the test's keyring."
    assert [line.check is not None for line in world.page.card.lines.values()] == [True] * 3
    qtbot.waitUntil(lambda: world.page.known.text() == "Main account has the key abcd…")


def test_a_key_that_can_withdraw_is_not_kept(world: World) -> None:
    world.server.private.key_info["permissions"] = {"Wallet": ["Withdraw"], "ContractTrade": ["Order"]}
    world.enter()
    world.wait_for("The keys were not kept: This key can withdraw money")
    assert world.ring.kept == {}
    assert world.safe.held(LIVE) is None


@pytest.mark.parametrize(("key", "secret"), [("unknown-key", SECRET), (KEY, "another-secret")])
def test_a_key_the_exchange_does_not_take_is_not_kept(world: World, key: str, secret: str) -> None:
    world.enter(key, secret)
    world.wait_for("The keys were not kept: ")
    assert world.ring.kept == {}
    assert secret not in world.page.result.text()


def test_where_the_exchange_can_not_be_asked_the_keys_are_kept_untested_and_that_is_said(world: World) -> None:
    world.server.stop()
    try:
        world.enter()
        world.wait_for("They were not tested: ")
        assert world.page.result.text().startswith("✕ Keys are kept in the test's keyring.")
        assert world.safe.held(LIVE) == KEYS
    finally:
        world.server.start()


def test_a_locked_keyring_is_said_and_the_session_is_still_a_place(qtbot: QtBot, server: BybitServer) -> None:
    world = World(qtbot, server, LockedKeyring())
    world.enter()
    world.wait_for("is locked; unlock it and try again")
    world.page.session_only.setChecked(True)
    world.enter()
    world.wait_for("kept for this session only, as you wished")
    assert world.safe.held(LIVE) == KEYS
    world.desk.finish()


def test_kept_keys_can_be_tested_and_forgotten(world: World, qtbot: QtBot) -> None:
    world.safe.keep(LIVE, KEYS)
    world.desk.open(LIVE)
    qtbot.waitUntil(world.page.test.isEnabled)
    world.page.test.click()
    world.wait_for("The key can trade and can't withdraw.")
    world.server.private.key_info["readOnly"] = 1
    world.page.test.click()
    world.wait_for("can't be traded with as it is")
    with qtbot.waitSignal(world.desk.keys_changed):
        world.page.forget.click()
    assert world.ring.kept == {}
    world.wait_for("The keys of Main account are forgotten.")
    qtbot.waitUntil(lambda: world.page.known.text() == "No keys of Main account are known.")


def test_waiting_can_be_stopped_at_once_and_nothing_is_kept_afterwards(world: World, qtbot: QtBot) -> None:
    world.holds = threading.Event()
    world.enter()
    assert world.page.stop.isVisible()
    world.page.stop.click()
    assert "Stopped" in world.page.result.text()
    assert not world.page.stop.isVisible()
    world.holds.set()
    world.desk.finish()
    assert world.ring.kept == {}
    assert world.safe.held(LIVE) is None


def test_the_secret_is_in_no_text_of_the_window(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.desk.keys_changed):
        world.enter()
    qtbot.waitUntil(lambda: "abcd…" in world.page.known.text())
    shown = [getattr(widget, "text", str)() for widget in world.pages.dialog.findChildren(QWidget)]
    assert "Main account has the key abcd…" in shown
    assert not [text for text in shown if SECRET in str(text) or KEY in str(text)]
    assert world.pages.dialog.list.currentItem().text() == PAGE
