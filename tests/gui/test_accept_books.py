"""A trade by hand at the exchange, in the whole program: shown at the top, and accepted by keyboard."""

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from photon_desktop.broker.bybit.desk import agreement
from photon_desktop.desktop import Desktop
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.dialogs.accept_books.dialog import AcceptBooksDialog
from tests.fakes.bybit_server import BybitServer
from tests.gui.desktops import Scenario, until
from tests.gui.test_arming import CTRL_SHIFT, NAME, enter_keys, live, ring, run, server

__all__ = ["live", "ring", "run", "server"]  # fixtures


class Clock:
    """Lets the exchange's time go on with ours: standing still, it refuses what is asked a second after it was read."""

    def __init__(self, server: BybitServer) -> None:
        self._server = server
        self._caught_up_at = time.monotonic()

    def catch_up(self, ahead_s: float = 0.0) -> None:
        """Let as much time pass there as has passed here, and some more."""
        now = time.monotonic()
        passed, self._caught_up_at = now - self._caught_up_at, now
        self._server.pass_time(passed + ahead_s)

    async def until(self, is_so: Callable[[], object], otherwise: Callable[[], object] = str) -> None:
        """Wait for it to become so, while time goes on there."""

        def looked() -> object:
            self.catch_up()
            return is_so()

        await until(looked, otherwise)


def dialog_of(desktop: Desktop) -> AcceptBooksDialog:
    dialog = desktop.window.findChild(AcceptBooksDialog, "acceptBooksDialog")
    assert isinstance(dialog, AcceptBooksDialog)
    return dialog


def test_what_somebody_else_traded_is_accepted_by_keyboard(
    run: Callable[[Scenario], None],
    live: Profile,
    server: BybitServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(agreement, "DOUBT_PAUSES_S", (0.05, 0.05))
    monkeypatch.setattr(agreement, "AGAIN_S", 0.3)

    async def accepted(desktop: Desktop) -> None:
        trades, banner, clock = desktop.application.store.trades, desktop.window.banner, Clock(server)
        action = desktop.window.actions_by_name["actionAcceptBooks"]
        assert not action.isEnabled()
        await enter_keys(desktop, live)
        await until(lambda: trades.deposits(live.account) == 10_000)
        clock.catch_up(ahead_s=60)  # the exchange stood still while the program did not
        server.trade_by_hand("linear", "BTCUSDT", "Buy", Decimal("0.02"))
        await clock.until(lambda: banner.problems and banner.problems[-1].action)
        assert "did not order" in banner.problems[-1].sentence
        assert banner.action.text() == "Accept what the exchange holds…"
        await until(action.isEnabled)
        desktop.window.activateWindow()
        await until(desktop.window.isActiveWindow)
        QTest.keyClick(desktop.window, Qt.Key.Key_B, CTRL_SHIFT)
        dialog = dialog_of(desktop)
        await until(dialog.isVisible)
        assert [dialog.model.row(place).name for place in range(2)] == ["Cash", "BTCUSDT"]
        assert "BTCUSDT" in dialog.sentences.toPlainText()
        QTest.keyClicks(dialog.name, NAME.lower())
        assert not dialog.accept_button.isEnabled()
        dialog.name.clear()
        QTest.keyClicks(dialog.name, NAME)
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

        def said() -> list[str]:
            return [one.sentence for one in banner.problems] + [one.text() for one in dialog.findChildren(QLabel)]

        await clock.until(
            lambda: trades.load_account(live.account).position("BTCUSDT").quantity == Decimal("0.02"), said
        )
        await clock.until(lambda: not action.isEnabled())
        await until(lambda: [one.title for one in banner.problems][-1] == "What Bybit holds was accepted")
        assert "Nothing is sent to the exchange" not in [one.title for one in banner.problems]
        assert desktop.application.store.health().ledger_equals_cash

    run(accepted)
