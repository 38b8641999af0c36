"""What symbols are: as the user said, else as they are spelt."""

from photon_desktop.store.connections import Connections
from photon_desktop.store.settings import SettingRepository
from photon_desktop.store.symbols import SymbolRepository
from photon_desktop.trading.instrument import InstrumentKind, kind_of

_GIVEN = "real.kinds"


class KindRepository:
    """The kinds the user gave. They decide where a symbol's bars come from and when its market is open."""

    def __init__(self, connections: Connections, settings: SettingRepository, symbols: SymbolRepository) -> None:
        self._connections = connections
        self._settings = settings
        self._symbols = symbols

    def of(self, symbol: str) -> InstrumentKind:
        """The kind given to `symbol`, else the one its spelling suggests."""
        given = self._given().get(symbol)
        return kind_of(symbol) if given is None else given

    def give(self, symbol: str, kind: InstrumentKind | None) -> None:
        """Take `symbol` for this kind whatever its spelling says; None lets its spelling speak again."""
        given = {name: one.value for name, one in self._given().items() if name != symbol}
        if kind is not None:
            given[symbol] = kind.value
        with self._connections.transaction():
            self._settings.put(_GIVEN, given)
            self._symbols.give_kind(symbol, kind or kind_of(symbol))

    def _given(self) -> dict[str, InstrumentKind]:
        kinds = [kind.value for kind in InstrumentKind]
        stored = self._settings.get(_GIVEN, {})
        return {name: InstrumentKind(kind) for name, kind in stored.items() if kind in kinds}
