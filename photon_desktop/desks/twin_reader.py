"""Reads what the paper twin of an account follows from, in portions, and goes on from where it stopped."""

from collections.abc import Mapping
from decimal import Decimal

from photon_desktop.store.store import Store
from photon_desktop.trading.twin_curve import EquityMark, TwinCurve, TwinStanding

_PORTION = 500
_POINTS = 5_000
_FROM_THE_BEGINNING = -(2**63)

Prices = Mapping[str, Decimal]


class TwinReader:
    """Of one account; on one thread at a time."""

    def __init__(self, store: Store, account: str) -> None:
        self._store, self._account = store, account
        self._curve = TwinCurve()
        self._order = self._fill = 0
        self._marked_at: int | None = None
        self._prices_at: dict[int, Prices] = {}

    def read_on(self, prices_at: Mapping[int, Prices]) -> TwinStanding | None:
        """Read one more portion: None when there is more, else how it stands now.

        `prices_at`: prices at times (ns UTC) at which the equity was or will be marked, where they are known. Raises
        what the store raises; what was read until then is kept.
        """
        self._prices_at.update(prices_at)
        trades = self._store.trades
        with self._store.connections.snapshot():
            orders = trades.orders_after(self._order, _PORTION, self._account)
            fills = trades.fills_after(self._fill, _PORTION, self._account)
            marks = trades.equity_after(self._last_mark(), _PORTION, self._account)
            settled = [(number, trades.order(name)) for number, name in self._curve.undecided]
        for number, stored in (*settled, *orders):
            if stored is not None:
                self._curve.take_order(number, stored.order, stored.status)
        for number, fill in fills:
            self._curve.take_fill(number, fill)
        for time_ns, equity in marks:
            self._curve.take_mark(EquityMark(time_ns, equity, self._prices_at.pop(time_ns, {})))
        self._order = orders[-1][0] if orders else self._order
        self._fill = fills[-1][0] if fills else self._fill
        if marks:
            self._marked_at = marked_at = marks[-1][0]
            self._prices_at = {time: prices for time, prices in self._prices_at.items() if time > marked_at}
        is_more = _PORTION in (len(orders), len(fills), len(marks))
        return None if is_more else self._curve.standing()

    def _last_mark(self) -> int:
        """The last mark that was read; before the first, so far back as the curve is drawn."""
        if self._marked_at is None:
            first = self._store.trades.first_of_last_equity(_POINTS, self._account)
            self._marked_at = None if first is None else first - 1
        return _FROM_THE_BEGINNING if self._marked_at is None else self._marked_at
