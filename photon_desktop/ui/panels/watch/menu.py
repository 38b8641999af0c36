"""The context menu of the watchlist."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.ui.language import tr, tr_many
from photon_desktop.ui.tables.watch_row import WatchRow

KINDS = (InstrumentKind.CRYPTO, InstrumentKind.STOCK)


class WatchMenu(QMenu):
    """What can be done with the rows selected: `does` names each deed and who does it; `reason`, when there is one,
    says why the list can't be changed."""

    def __init__(
        self,
        rows: tuple[WatchRow, ...],
        does: Mapping[str, Callable[[], object]],
        set_kind: Callable[[InstrumentKind | None], object],
        reason: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._reason = reason
        self._does = does
        self._set_kind = set_kind
        count = len(rows)
        whose = rows[0].symbol if count == 1 else tr_many("%n symbols", "%n symbol", count)
        remove, copy = tr("&Remove {symbols}\tDel"), tr("&Copy {symbols}\tCtrl+C")
        self._edit("add", tr("&Add symbols…\tIns"), True)
        self._edit("remove", remove.format(symbols=whose) if count else tr("&Remove\tDel"), count > 0)
        self.addSeparator()
        self._plain("alert", tr("&Price alerts…\tAlt+A"), count > 0)
        self._plain("copy", copy.format(symbols=whose) if count else tr("&Copy\tCtrl+C"), count > 0)
        self.addSeparator()
        self._edit("up", tr("Move &up\tAlt+Up"), count > 0)
        self._edit("down", tr("Move &down\tAlt+Down"), count > 0)
        self._add_kinds(rows)

    def _plain(self, name: str, text: str, is_possible: bool) -> QAction:
        action = self.addAction(text)
        action.setEnabled(is_possible)
        action.triggered.connect(self._does[name])
        return action

    def _edit(self, name: str, text: str, is_possible: bool) -> None:
        action = self._plain(name, text, is_possible and not self._reason)
        action.setToolTip(self._reason)

    def _add_kinds(self, rows: tuple[WatchRow, ...]) -> None:
        kinds = self.addMenu(tr("&Kind"))
        kinds.setEnabled(bool(rows) and not self._reason)
        group = QActionGroup(kinds)
        chosen = {row.chosen_kind for row in rows}
        guesses = {kind_of(row.symbol) for row in rows}
        guess = f" ({tr(next(iter(guesses)).value)})" if len(guesses) == 1 else ""
        texts: dict[InstrumentKind | None, str] = {
            None: tr("&Automatic") + guess,
            **{kind: f"&{tr(kind.value).capitalize()}" for kind in KINDS},
        }
        for kind, text in texts.items():
            action = kinds.addAction(text)
            action.setCheckable(True)
            action.setChecked(chosen == {kind})
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, kind=kind: self._set_kind(kind))
