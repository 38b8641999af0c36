"""The legend: the name and present value of each study over the bars; a click hides or shows it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from photon_desktop.ui.chart.data.study import Study, StudyKind
from photon_desktop.ui.chart.panes import COLOURS
from photon_desktop.ui.design import GRID, TYPE_SMALL, Theme
from photon_desktop.ui.language import tr

_LISTED = (StudyKind.VOLUME, *COLOURS)


class Legend(QWidget):
    """One flat button a study, in as many rows as they need, and one that opens the list of all studies.

    A study that was shown once stays listed, struck through. The room of a value only grows, so the buttons do not
    jump about.
    """

    study_toggled = Signal(str, bool)
    list_requested = Signal(str)  # the kind to begin with, empty for the first

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._studies: dict[StudyKind, Study] = {}
        self._values: Mapping[StudyKind, str] = {}
        self._listed: set[StudyKind] = set()
        self._room = 0
        self._buttons = {kind: self._make_button(kind) for kind in _LISTED}
        self.more = self._make_more()

    def button(self, kind: StudyKind) -> QToolButton:
        """The button of a study that is drawn over the bars."""
        return self._buttons[kind]

    def set_theme(self, theme: Theme) -> None:
        """Write each name in the colour of its curve."""
        for kind, button in self._buttons.items():
            colour = theme.lines[COLOURS[kind]] if kind in COLOURS else theme.secondary_text
            button.setStyleSheet(_style(theme, colour))
        self.more.setStyleSheet(_style(theme, theme.secondary_text, theme.secondary_text))

    def show_studies(self, studies: Mapping[StudyKind, Study]) -> None:
        """List these by their names and lengths."""
        self._studies = dict(studies)
        self._listed |= {kind for kind in _LISTED if studies[kind].is_shown}
        for kind, button in self._buttons.items():
            button.blockSignals(True)
            button.setChecked(studies[kind].is_shown)
            button.blockSignals(False)
            button.setAccessibleName(tr("Show {title}").format(title=studies[kind].title))
            button.setToolTip(
                tr("Show or hide {title}; a right click sets its length").format(title=studies[kind].title)
            )
            button.setMinimumWidth(0)
            button.setVisible(kind in self._listed)
        self._write()

    def show_values(self, values: Mapping[StudyKind, str]) -> None:
        """Write these values behind the names."""
        self._values = values
        self._write()

    def fit(self, room: int) -> None:
        """Lay the buttons out in rows `room` pixels wide."""
        if room != self._room:
            self._room = room
            self._lay_out()

    def _write(self) -> None:
        is_changed = False
        for kind in self._listed:
            button = self._buttons[kind]
            value = self._values.get(kind, "") if self._studies[kind].is_shown else ""
            text = f"{self._studies[kind].title} {value}".strip()
            if text != button.text():
                button.setText(text)
                button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))
                is_changed = True
        if is_changed:
            self._lay_out()

    def _lay_out(self) -> None:
        at, height, widest = QPoint(0, 0), self.more.sizeHint().height(), 0
        for button in (*(self._buttons[kind] for kind in _LISTED if kind in self._listed), self.more):
            size = QSize(max(button.sizeHint().width(), button.minimumWidth()), height)
            if at.x() and at.x() + size.width() > self._room:
                at = QPoint(0, at.y() + height)
            button.setGeometry(at.x(), at.y(), size.width(), size.height())
            at.setX(at.x() + size.width() + GRID)
            widest = max(widest, at.x())
        self.resize(widest, at.y() + height)

    def _make_button(self, kind: StudyKind) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"legend_{kind.value}")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.toggled.connect(self._tell)
        button.customContextMenuRequested.connect(self._ask_for_length)
        return button

    def _make_more(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("legend_more")
        button.setText(tr("+ Studies"))
        button.setAccessibleName(tr("Choose studies and their lengths"))
        button.setToolTip(tr("Choose studies and set their lengths (I)"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._ask_for_all)
        return button

    def _sender_kind(self) -> StudyKind:
        sender = self.sender()
        return next(kind for kind, button in self._buttons.items() if button is sender)

    @Slot(bool)
    def _tell(self, is_shown: bool) -> None:
        self.study_toggled.emit(self._sender_kind().value, is_shown)

    @Slot(QPoint)
    def _ask_for_length(self, _where: QPoint) -> None:
        self.list_requested.emit(self._sender_kind().value)

    @Slot()
    def _ask_for_all(self) -> None:
        self.list_requested.emit("")


def _style(theme: Theme, colour: str, off: str = "") -> str:
    through = "none" if off else "line-through"
    return (
        f"QToolButton {{ color: {off or theme.muted_text}; background: {theme.canvas}; padding: 0 {GRID}px;"
        f" font-size: {TYPE_SMALL}px; border: 1px solid transparent; text-decoration: {through}; }}"
        f"QToolButton:checked {{ color: {colour}; text-decoration: none; }}"
        f"QToolButton:hover {{ background: {theme.raised}; }}"
        f"QToolButton:focus {{ border-color: {theme.accent}; }}"
    )
