"""The symbols watched, each with its last price, its way, and the state of its feed."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from photon_desktop.market.feed_state import FeedState
from photon_desktop.trading.instrument import InstrumentKind, assumed_instrument
from photon_desktop.trading.messages import MarketSnapshot
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.views import SeriesView, WatchItem
from photon_desktop.ui.panels.watch.bar import WatchBar
from photon_desktop.ui.panels.watch.menu import WatchMenu
from photon_desktop.ui.panels.watch.undo_notice import UndoNotice
from photon_desktop.ui.panels.watch.view import WatchView
from photon_desktop.ui.tables.watch_row import WatchRow
from photon_desktop.ui.tables.watchlist_model import WatchlistModel

_EMPTY = mark("No symbols yet. Press Ins or + to add some.")
_EMPTY_FIXED = mark("The symbols of this market will stand here, as soon as monitoring starts.")
_NONE_SELECTED = mark("Select a symbol first.")


class WatchlistPanel(Panel):
    """A row a symbol; choosing one puts it on the chart. What the user changes shows at once and is told by signals:
    when one is emitted, `symbols` already is the whole new list."""

    symbol_chosen = Signal(str)
    add_requested = Signal()
    alert_requested = Signal(str)
    symbols_added = Signal(object)  # tuple[str, ...]
    symbols_removed = Signal(object)  # tuple[str, ...]
    order_changed = Signal(object)  # tuple[str, ...]: all symbols
    removal_undone = Signal()
    kind_changed = Signal(str, object)  # symbol, InstrumentKind or None for automatic

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__("watchlist", tr(_EMPTY), theme)
        self._fixed_reason = ""
        self._removed: list[tuple[int, WatchRow]] = []
        self.model = WatchlistModel(self)
        self.view = WatchView(self.model, theme)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar = WatchBar(icons, theme, self)
        self.no_match = QLabel()
        self.no_match.setProperty("role", "muted")
        self.no_match.setWordWrap(True)
        self.no_match.setContentsMargins(12, 8, 12, 8)
        self.no_match.hide()
        self.undo_notice = UndoNotice(self)
        self._arrange()
        self._connect()
        self._judge()

    # what there is to show

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols in the user's order."""
        return self.model.symbols

    def set_items(self, items: Iterable[WatchItem]) -> None:
        """Watch these symbols."""
        selected, current = self.view.selected(), self.view.current_symbol
        self.model.set_items(items)
        self.view.select_quietly(selected, current)
        self._judge()

    def load_series(self, view: SeriesView) -> None:
        """Start a symbol's sparkline and change from these bars, and write its prices as it is traded."""
        self.model.set_instrument(view.symbol, view.instrument)
        self.model.load_bars(view.symbol, view.bars, view.interval)

    def take_closed_bars(self, closed: Iterable[BarClosed]) -> None:
        """Add closed bars."""
        for news in closed:
            self.model.close_bar(news.symbol, news.bar, news.interval)

    def take_ticks(self, ticks: Mapping[str, PriceTick], arrived_at: int) -> None:
        """Show the newest tick of each symbol, arrived at wall time `arrived_at`."""
        self.model.take_prices(ticks, arrived_at)

    def take_snapshot(self, snapshot: MarketSnapshot) -> None:
        """Show the trend that a snapshot found."""
        self.model.set_trend(snapshot.ticker, snapshot.trend, snapshot.strength)

    def show_feed_states(self, states: Mapping[str, FeedState]) -> None:
        """Show what each symbol's feed says of itself, from the next second on."""
        self.model.tell_feeds(states)

    def show_alert_counts(self, counts: Mapping[str, int]) -> None:
        """Show a bell at each symbol with open price alerts."""
        self.model.set_alerts(counts)

    def set_editable(self, is_editable: bool, reason: str = "") -> None:
        """Let the user change the list, or not, for `reason` (a sentence that the tooltips then say)."""
        self._fixed_reason = "" if is_editable else reason or tr("This list can't be changed.")
        self._removed = []
        self.undo_notice.dismiss()
        self.set_empty_sentence(tr(_EMPTY) if is_editable else tr(_EMPTY_FIXED))
        self._judge()

    @property
    def is_editable(self) -> bool:
        """Whether the user may change the list."""
        return not self._fixed_reason

    def mark(self, symbol: str) -> None:
        """Mark the symbol on the chart, without choosing it again."""
        self.view.mark(symbol)
        self._judge()

    def step(self, rows: int) -> None:
        """Choose the symbol `rows` further down (negative: up), if there is one."""
        self.view.step(rows)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.set_theme(theme)
        self.bar.set_theme(theme)

    # what the user changes

    def add(self, symbols: Sequence[str], kinds: Mapping[str, InstrumentKind] | None = None) -> None:
        """Watch more symbols, below the others, those in `kinds` as the kind given there; the first of them is chosen.
        Those watched already are left out."""
        new = tuple(symbol for symbol in dict.fromkeys(symbols) if self.model.place_of(symbol) is None)
        if not new or not self.is_editable:
            return
        for symbol in new:
            kind = (kinds or {}).get(symbol)
            row = WatchRow(symbol, assumed_instrument(symbol), chosen_kind=kind)
            self.model.insert(self.model.rowCount(), row)
            if kind is not None:
                self.kind_changed.emit(symbol, kind)
        self.bar.field.clear()
        self._judge()
        self.symbols_added.emit(new)
        self.view.choose(new[0])

    @property
    def removed(self) -> tuple[tuple[int, WatchRow], ...]:
        """What was removed last, with the places where it stood."""
        return tuple(self._removed)

    @Slot()
    def remove_selected(self) -> None:
        """Take the selected symbols off the list, and offer to put them back."""
        self.remove(self.view.selected())

    def remove(self, symbols: tuple[str, ...]) -> bool:
        """Take these off the list, and offer to put them back; False when none can be."""
        removed = self.model.remove(symbols) if self.is_editable else []
        if not removed:
            return False
        self._removed = removed
        self.undo_notice.tell(symbols)
        self._judge()
        self.symbols_removed.emit(symbols)
        if self.symbols:
            self.view.choose(self.symbols[min(removed[0][0], len(self.symbols) - 1)])
        return True

    @Slot()
    def undo(self) -> None:
        """Put back what was removed last, where it stood."""
        if self.put_back(self._removed):
            self.removal_undone.emit()

    def put_back(self, removed: Sequence[tuple[int, WatchRow]]) -> bool:
        """Put rows that were removed where they stood; False when none can be."""
        missing = [(place, row) for place, row in removed if row.symbol not in self.symbols]
        if not missing or not self.is_editable:
            return False
        self._removed = []
        self.undo_notice.dismiss()
        for place, row in missing:
            self.model.insert(place, row)
        self._tell_back(tuple(row.symbol for _, row in missing))
        return True

    def _tell_back(self, names: tuple[str, ...]) -> None:
        self._judge()
        self.symbols_added.emit(names)
        self.order_changed.emit(self.symbols)
        self.view.select_quietly(names, names[0])
        self.view.setFocus()
        self._judge()

    @Slot()
    def move_up(self) -> None:
        """Move the selected symbols one place up."""
        if self._can_move():
            places = self._selected_places()
            if places[0] > 0:
                self._move([(place, place - 1) for place in places])

    @Slot()
    def move_down(self) -> None:
        """Move the selected symbols one place down."""
        if self._can_move():
            places = self._selected_places()
            if places[-1] < self.model.rowCount() - 1:
                self._move([(place, place + 2) for place in reversed(places)])

    def give_kind(self, kind: InstrumentKind | None) -> None:
        """Take the selected symbols for this kind, None for what their names suggest."""
        if not self.is_editable:
            return
        for symbol in self.view.selected():
            self.model.set_kind(symbol, kind)
            self.kind_changed.emit(symbol, kind)

    @Slot()
    def copy(self) -> None:
        """Put the selected symbols on the clipboard, one a line."""
        if self.view.selected():
            QGuiApplication.clipboard().setText("\n".join(self.view.selected()))

    @Slot()
    def ask_to_add(self) -> None:
        """Ask for the dialog that adds symbols."""
        if self.is_editable:
            self.add_requested.emit()

    @Slot()
    def ask_for_alert(self) -> None:
        """Ask for the alerts of the symbol the keys go on from."""
        selected = self.view.selected()
        symbol = self.view.current_symbol if self.view.current_symbol in selected else next(iter(selected), "")
        if symbol:
            self.alert_requested.emit(symbol)

    @Slot()
    def go_to_filter(self) -> None:
        """Go to the field that thins the list out."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def menu(self) -> WatchMenu:
        """The context menu for what is selected now."""
        deeds = {
            "add": self.ask_to_add, "remove": self.remove_selected, "alert": self.ask_for_alert, "copy": self.copy,
            "up": self.move_up, "down": self.move_down,
        }  # fmt: skip
        rows = tuple(self.model.row_at(place) for place in self._selected_places())
        return WatchMenu(rows, deeds, self.give_kind, self._fixed_reason, self)

    def tab_order(self) -> list[QWidget]:
        """What Tab goes through here."""
        return [self.bar.field, *self.bar.buttons.values(), self.view, self.undo_notice.button]

    # inside

    def _selected_places(self) -> list[int]:
        places = (self.model.place_of(symbol) for symbol in self.view.selected())
        return sorted(place for place in places if place is not None)

    def _can_move(self) -> bool:
        return self.is_editable and not self.view.is_thinned_out and bool(self.view.selected())

    def _move(self, moves: Sequence[tuple[int, int]]) -> None:
        nowhere = QModelIndex()
        for source, before in moves:
            self.model.moveRows(nowhere, source, 1, nowhere, before)
        self._tell_order()

    @Slot()
    def _tell_order(self) -> None:
        self._removed = []
        self.undo_notice.dismiss()
        self.order_changed.emit(self.symbols)

    @Slot(str)
    def _thin_out(self, wanted: str) -> None:
        found = self.view.show_only(wanted)
        is_lost = bool(wanted.strip()) and not found
        self.no_match.setText(tr("No symbol here contains “{text}”. Esc shows them all.").format(text=wanted.strip()))
        self.no_match.setVisible(is_lost)
        self.view.setVisible(not is_lost)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Say what can be done now."""
        self.set_has_content(self.model.rowCount() > 0)
        self.bar.field.setEnabled(self.has_content)
        nothing = "" if self.view.selected() else tr(_NONE_SELECTED)
        self.bar.show_use("add", self._fixed_reason)
        self.bar.show_use("remove", self._fixed_reason or nothing)
        self.bar.show_use("alert", nothing)
        can_drag = self.is_editable and not self.view.is_thinned_out
        self.model.set_movable(can_drag)
        self.view.setDragEnabled(can_drag)

    @Slot()
    def _forget_removed(self) -> None:
        self._removed = []

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _arrange(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.no_match)
        column.addWidget(self.view, 1)
        column.setAlignment(self.no_match, Qt.AlignmentFlag.AlignTop)
        outer = self.layout()
        if isinstance(outer, QBoxLayout):
            outer.insertWidget(0, self.bar)
            outer.addWidget(self.undo_notice)

    def _connect(self) -> None:
        self.view.symbol_chosen.connect(self.symbol_chosen)
        self.view.selectionModel().selectionChanged.connect(self._judge)
        self.view.dropped.connect(self._tell_order)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.bar.field.textChanged.connect(self._thin_out)
        self.bar.left.connect(self.view.setFocus)
        self.bar.buttons["add"].clicked.connect(self.ask_to_add)
        self.bar.buttons["remove"].clicked.connect(self.remove_selected)
        self.bar.buttons["alert"].clicked.connect(self.ask_for_alert)
        self.undo_notice.undo_requested.connect(self.undo)
        self.undo_notice.gone.connect(self._forget_removed)
