"""Keeps what the user does to the real market's watchlist: symbols added and removed, their order and their kind."""

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.markets import Markets
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.views import WatchItem

_HELD_DETAILS = mark(
    "Its stop and target are tried against its prices, so they have to come. Close the position first."
)


class WatchlistKeeper(QObject):
    """The store has the list before anyone is told of it. A symbol that is held stays on it."""

    list_changed = Signal()  # other symbols, or another order
    kinds_changed = Signal()  # symbols come from other places

    def __init__(self, window: MainWindow, markets: Markets) -> None:
        super().__init__(window)
        self._window = window
        self._markets = markets
        self._held: tuple[str, ...] = ()
        window.watch_desk.changed.connect(self._keep)
        window.watch_desk.kind_changed.connect(self._give_kind)

    def show(self) -> None:
        """Show the list of the market that is watched now."""
        session = self._markets.session()
        items = tuple(WatchItem(symbol, session.instrument(symbol)) for symbol in session.symbols)
        self._window.show_watchlist(items)
        self._window.watch_desk.set_known(self._markets.known_symbols())

    @Slot(object)
    def know_portfolio(self, portfolio: Portfolio) -> None:
        """Know what is held."""
        self._held = tuple(position.symbol for position in portfolio.account.open_positions())

    @Slot(object)
    def _keep(self, symbols: tuple[str, ...]) -> None:
        if not self._markets.is_real:
            return
        missing = [symbol for symbol in self._held if symbol not in symbols]
        self._markets.watch((*symbols, *missing))
        if missing:
            self._put_back(missing)
        self.list_changed.emit()

    def _put_back(self, held: list[str]) -> None:
        self.show()
        names = ", ".join(held)
        title = tr("{symbols} stays on the watchlist").format(symbols=names)
        self._window.show_problem(title, tr("You hold {symbols}.").format(symbols=names), tr(_HELD_DETAILS))

    @Slot(str, object)
    def _give_kind(self, symbol: str, kind: InstrumentKind | None) -> None:
        self._markets.give_kind(symbol, kind)
        if symbol in self._markets.real_symbols():
            self.kinds_changed.emit()
