"""Where stops and targets stood, and from when on."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import LevelMove
from photon_desktop.trading.account import Position
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Order

_EVER = -(2**63)  # ns UTC: no time is earlier


@dataclass(frozen=True, slots=True)
class MovedLevels:
    """From `moved_at` (ns UTC, the market's time) on the stop and the target stood there; None: there was none.

    They are those of the position in `symbol`, or, where `client_order_id` names a trailing stop, its own stop.
    """

    symbol: str
    client_order_id: str
    stop_loss: Decimal | None
    take_profit: Decimal | None
    moved_at: int


class LevelBook:
    """Every move, in the order it was stored. One that leads to where all stood already is none, so that storing it
    again, as after a kill, adds nothing. None counts from before the one before it: a venue may tell of a fill late."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def note_position(self, position: Position, at_ns: int, account: str) -> None:
        """The stop and the target of `position` stand where it says from `at_ns` (ns UTC, the market's time) on."""
        self._note(MovedLevels(position.symbol, "", position.stop_loss, position.take_profit, at_ns), account)

    def note_order(self, order: Order, at_ns: int, account: str) -> None:
        """The stop of a trailing `order` stands where it says from `at_ns` on; that of any other order never moves."""
        if order.kind is OrderKind.TRAILING_STOP:
            self._note(MovedLevels(order.symbol, order.client_order_id, order.stop_price, None, at_ns), account)

    def after(self, sequence: int, limit: int, account: str) -> list[tuple[int, MovedLevels]]:
        """The oldest `limit` moves stored after the one of number `sequence`, each with its own number."""
        is_of = (LevelMove.account == account) & (LevelMove.sequence > sequence)
        rows = self._connections.rows(LevelMove.select().where(is_of).order_by(LevelMove.sequence).limit(limit))
        return [(row["sequence"], _moved(row)) for row in rows]

    def _note(self, moved: MovedLevels, account: str) -> None:
        stop, target, at_ns = self._last(moved.symbol, moved.client_order_id, account)
        if (moved.stop_loss, moved.take_profit) == (stop, target):
            return
        values = {
            "account": account,
            "symbol": moved.symbol,
            "client_order_id": moved.client_order_id,
            "stop_loss": moved.stop_loss,
            "take_profit": moved.take_profit,
            "moved_at": max(moved.moved_at, at_ns),
        }
        self._connections.insert(LevelMove, values)

    def _last(self, symbol: str, client_order_id: str, account: str) -> tuple[Decimal | None, Decimal | None, int]:
        """The stop and the target of the last move, and since when; without one there is neither."""
        rows = self._connections.tuples(
            "SELECT stop_loss, take_profit, moved_at FROM level_moves"
            " WHERE account = ? AND symbol = ? AND client_order_id = ? ORDER BY sequence DESC LIMIT 1",
            (account, symbol, client_order_id),
        )
        stop, target, at_ns = rows[0] if rows else (None, None, _EVER)
        return _price(stop), _price(target), at_ns


def _price(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _moved(row: Row) -> MovedLevels:
    return MovedLevels(row["symbol"], row["client_order_id"], row["stop_loss"], row["take_profit"], row["moved_at"])
