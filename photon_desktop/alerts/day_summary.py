"""What a day of the user's came to, told once it is over."""

from datetime import date, tzinfo
from decimal import Decimal

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.timestamps import to_datetime


class DaySummary:
    """Of what happened while the program ran. `zone` is the user's, None for this computer's."""

    def __init__(self, now_ns: int, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._day = self._date(now_ns)
        self._account = ""
        self._trades = 0
        self._began_with: Decimal | None = None
        self._equity: Decimal | None = None

    def count_trade(self) -> None:
        """Something was traded."""
        self._trades += 1

    def take_equity(self, equity: Decimal) -> None:
        """What the account is worth now (quote money)."""
        if self._began_with is None:
            self._began_with = equity
        self._equity = equity

    def begin_account(self, account: str) -> None:
        """The books under this key are traded in: what was counted for others is not of them."""
        if account != self._account:
            self._account, self._trades, self._began_with, self._equity = account, 0, None, None

    def look(self, now_ns: int) -> Alert | None:
        """The summary of the day before, at the first look on a new one."""
        today = self._date(now_ns)
        if today <= self._day:
            return None
        told = self._alert(now_ns)
        self._day, self._trades, self._began_with = today, 0, self._equity
        return told

    def _alert(self, now_ns: int) -> Alert | None:
        began, equity = self._began_with, self._equity
        if began is None or equity is None:
            return None
        change = equity - began
        share = f" ({change / began:+.2%})" if began > ZERO else ""
        trades = f"{self._trades:,} trade{'' if self._trades == 1 else 's'}"
        return Alert(
            f"summary-{self._day.isoformat()}",
            AlertKind.SUMMARY,
            Severity.INFO,
            f"{self._day.isoformat()}: {trades}",
            f"The account is worth {equity:,.2f}, {change:+,.2f}{share} since the day began.",
            now_ns,
            data={"trades": self._trades, "equity": plain(equity), "change": plain(change)},
        )

    def _date(self, now_ns: int) -> date:
        return to_datetime(now_ns).astimezone(self._zone).date()
