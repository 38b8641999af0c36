"""The watch list."""

from collections.abc import Mapping

from photon_desktop.store.connections import Connections
from photon_desktop.store.models import Symbol
from photon_desktop.trading.instrument import InstrumentKind


class SymbolRepository:
    """Which symbols are watched, in the order the user gave them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def watch(self, symbol: str, kind: InstrumentKind, position: int) -> None:
        """Put `symbol` at `position` of the watch list, or move it there."""
        self._connections.write(
            Symbol.insert(name=symbol, kind=kind.value, position=position).on_conflict(
                conflict_target=[Symbol.name], preserve=[Symbol.kind, Symbol.position]
            )
        )

    def unwatch(self, symbol: str) -> None:
        """Take `symbol` off the watch list; its bars stay."""
        self._connections.write(Symbol.update(position=None).where(Symbol.name == symbol))

    def kind_of(self, symbol: str) -> InstrumentKind | None:
        """The kind `symbol` was last watched as or given, or was guessed for its bars; None when it is not known."""
        row = self._connections.row(Symbol.select(Symbol.kind).where(Symbol.name == symbol))
        return None if row is None else InstrumentKind(row["kind"])

    def give_kind(self, symbol: str, kind: InstrumentKind) -> None:
        """Keep `symbol` as of this kind from now on, watched or not; its place and its bars stay."""
        self._connections.write(
            Symbol.insert(name=symbol, kind=kind.value).on_conflict(
                conflict_target=[Symbol.name], preserve=[Symbol.kind]
            )
        )

    def watched(self) -> list[str]:
        """The watched symbols by position."""
        watched = Symbol.select(Symbol.name).where(Symbol.position.is_null(False))
        return [row["name"] for row in self._connections.rows(watched.order_by(Symbol.position, Symbol.id))]

    def name_of(self, number: int) -> str | None:
        """The symbol that has this number, or None."""
        rows = self._connections.tuples("SELECT name FROM symbols WHERE id = ?", (number,))
        return str(rows[0][0]) if rows else None

    def numbers(self, kinds: Mapping[str, InstrumentKind]) -> dict[str, int]:
        """The number that the store has for each of these symbols, given to those that have none; they stay, watched or
        not."""
        found = self._numbers(kinds)
        missing = [symbol for symbol in kinds if symbol not in found]
        if missing:
            with self._connections.transaction():
                for symbol in missing:
                    row = Symbol.insert(name=symbol, kind=kinds[symbol].value)
                    self._connections.write(row.on_conflict_ignore())
            found = self._numbers(kinds)
        return found

    def _numbers(self, kinds: Mapping[str, InstrumentKind]) -> dict[str, int]:
        marks = ", ".join("?" * len(kinds))
        rows = self._connections.tuples(f"SELECT name, id FROM symbols WHERE name IN ({marks})", tuple(kinds))
        return dict(rows)
