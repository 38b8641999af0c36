"""Ties the watchlist to the window: its actions and their keys, the dialog that adds symbols, and what is told."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.add_symbols.dialog import AddSymbolsDialog
from photon_desktop.ui.dialogs.add_symbols.search import Search, SymbolSearch
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import WindowActions
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.watchlist import WatchlistPanel

_SIMULATED = "demo"
_FIXED = mark("The simulated market has symbols of its own. Change to the real market (Ctrl+Shift+M) to choose yours.")
_EDITING = ("actionAddSymbols", "actionRemoveSymbols", "actionMoveUp", "actionMoveDown")
_IN_PANEL = (*_EDITING[1:], "actionFilterSymbols", "actionCopySymbols")  # keys that mean something else elsewhere


class WatchDesk(QObject):
    """`changed` comes after every change of the list, `kind_changed` before it when both come at once."""

    changed = Signal(object)  # tuple[str, ...]: the whole list
    kind_changed = Signal(str, object)  # symbol, InstrumentKind or None for automatic
    alerts_requested = Signal(str)  # symbol, "" for all
    market_begun = Signal()

    def __init__(
        self,
        panel: WatchlistPanel,
        actions: WindowActions,
        instruments: InstrumentBook,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self._actions, self._instruments = panel, actions, instruments
        self._theme, self._window = theme, window
        self._search: SymbolSearch | None = None
        self._known: tuple[str, ...] = ()
        self._dialog: AddSymbolsDialog | None = None
        self._bind_actions()
        self._connect()

    def begin_market(self, name: str) -> None:
        """Let the list be changed in every market but the simulated one."""
        is_editable = name != _SIMULATED
        self._panel.set_editable(is_editable, "" if is_editable else tr(_FIXED))
        for action in _EDITING:
            self._actions.allow(action, "" if is_editable else tr(_FIXED))
        self.market_begun.emit()

    def set_search(self, search: Search) -> None:
        """Complete what is typed from a catalogue; `search(text)` is called on a thread of its own, and may block and
        raise."""
        self.finish()
        self._search = SymbolSearch(search, self)

    def set_known(self, symbols: Collection[str]) -> None:
        """Symbols that exist, for suggestions where a word is not among them."""
        self._known = tuple(symbols)

    def set_theme(self, theme: Theme) -> None:
        """Open dialogs in this theme from now on."""
        self._theme = theme

    def instrument_of(self, symbol: str) -> Instrument:
        """What a symbol is traded in."""
        return self._instruments.of(symbol)

    @Slot()
    def open_dialog(self) -> AddSymbolsDialog:
        """Show the dialog that adds symbols."""
        if self._dialog is None:
            self._dialog = AddSymbolsDialog(self._panel.symbols, self._theme, self._window, self._search, self._known)
            self._dialog.chosen.connect(self._add)
            self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()
        return self._dialog

    @Slot()
    def finish(self) -> None:
        """End the thread that searches: the window closes."""
        if self._search is not None:
            self._search.finish()

    @Slot(object, object)
    def _add(self, symbols: tuple[str, ...], kinds: Mapping[str, InstrumentKind]) -> None:
        self._panel.add(symbols, kinds)

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(object)
    def _tell(self, _symbols: Any) -> None:
        self.changed.emit(self._panel.symbols)

    @Slot()
    def _ask_for_all_alerts(self) -> None:
        self.alerts_requested.emit("")

    def _bind_actions(self) -> None:
        deeds = {
            "actionAddSymbols": self._panel.ask_to_add,
            "actionRemoveSymbols": self._panel.remove_selected,
            "actionFilterSymbols": self._panel.go_to_filter,
            "actionMoveUp": self._panel.move_up,
            "actionMoveDown": self._panel.move_down,
            "actionCopySymbols": self._panel.copy,
            "actionSymbolAlerts": self._panel.ask_for_alert,
            "actionAllAlerts": self._ask_for_all_alerts,
        }
        for name, deed in deeds.items():
            action = self._actions[name]
            action.setProperty("place", tr("Watchlist"))
            action.triggered.connect(deed)
        for name in _IN_PANEL:
            self._actions[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._panel.addAction(self._actions[name])

    def _connect(self) -> None:
        panel = self._panel
        panel.add_requested.connect(self.open_dialog)
        panel.kind_changed.connect(self.kind_changed)
        panel.alert_requested.connect(self.alerts_requested)
        for signal in (panel.symbols_added, panel.symbols_removed, panel.order_changed):
            signal.connect(self._tell)
