"""Trades from flat to flat, made out of fills as they are booked."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill


@dataclass(frozen=True, slots=True)
class ClosedTrade:
    """A position from its first fill to its last (ns UTC); `profit` is net of commissions, `invested` what all its
    entries cost before them, both in quote money."""

    symbol: str
    is_long: bool
    opened_at: int
    closed_at: int
    invested: Decimal
    profit: Decimal

    @property
    def return_(self) -> float:
        """Profit on the money put in, 0 where nothing was."""
        return float(self.profit / self.invested) if self.invested else 0.0


@dataclass(slots=True)
class _Open:
    quantity: Decimal
    opened_at: int
    invested: Decimal = ZERO
    cash: Decimal = ZERO  # what came in less what went out, commissions included


class TradeLedger:
    """Takes the fills of one account in the order they were booked, and keeps the trades they close."""

    def __init__(self) -> None:
        self.closed: list[ClosedTrade] = []
        self._open: dict[str, _Open] = {}

    @property
    def open_since(self) -> tuple[int, ...]:
        """When each position that is still held was opened, ns UTC."""
        return tuple(held.opened_at for held in self._open.values())

    def take(self, fill: Fill) -> None:
        """Know of one more fill. One that turns a position round closes a trade and opens the next, each with its
        share of the commission."""
        held = self._open.get(fill.symbol)
        signed = fill.signed_quantity
        closing = ZERO
        if held is not None and held.quantity * signed < 0:
            closing = min(abs(signed), abs(held.quantity)) * fill.side.sign
            self._close(fill, held, closing)
        if signed != closing:
            self._add(fill, signed - closing)

    def _add(self, fill: Fill, quantity: Decimal) -> None:
        held = self._open.setdefault(fill.symbol, _Open(ZERO, fill.filled_at))
        held.quantity += quantity
        held.invested += abs(quantity) * fill.price
        held.cash -= quantity * fill.price + _commission(fill, quantity)

    def _close(self, fill: Fill, held: _Open, quantity: Decimal) -> None:
        is_long = held.quantity > 0
        held.quantity += quantity
        held.cash -= quantity * fill.price + _commission(fill, quantity)
        if held.quantity == 0:
            del self._open[fill.symbol]
            self.closed.append(
                ClosedTrade(fill.symbol, is_long, held.opened_at, fill.filled_at, held.invested, held.cash)
            )


def _commission(fill: Fill, quantity: Decimal) -> Decimal:
    """The share of the fill's commission that this part of it bears."""
    return fill.commission * abs(quantity) / fill.quantity
