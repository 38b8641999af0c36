"""What can be asked of the chart, as actions: for its menus, and for whoever lists all actions."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from photon_desktop.ui.chart.data.study import StudyKind
from photon_desktop.ui.chart.drawings.drawing import TOOL_WORDS, Tool
from photon_desktop.ui.chart.look import STYLE_WORDS, Look, Scale, Style
from photon_desktop.ui.chart.panes import PaneName

Key = TypeVar("Key")
_TOOL_KEYS = {Tool.TREND: "T", Tool.LEVEL: "H", Tool.RECTANGLE: "R", Tool.MEASURE: "M"}


class ChartActions(QObject):
    """Changes nothing itself. A key stands behind a tab: the chart takes it while it has the focus."""

    style_chosen = Signal(str)
    scale_chosen = Signal(str)
    pane_toggled = Signal(str, bool)
    tool_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self.styles = {style: self._add(STYLE_WORDS[style], f"chartStyle_{style.value}", True) for style in Style}
        for action in self.styles.values():
            self._group.addAction(action)
            action.triggered.connect(self._tell_style)
        self.log = self._add("Logarithmic prices\tL", "chartLog", True)
        self.percent = self._add("Prices in percent\tP", "chartPercent", True)
        self.fit = self._add("Fit prices to what is in view\tA", "chartFit")
        self.panes = {
            name: self._add(f"{name.value.upper()} pane", f"chartPane_{name.value}", True)
            for name in (PaneName.RSI, PaneName.MACD, PaneName.ATR)
        }
        for action in self.panes.values():
            action.toggled.connect(self._tell_pane)
        self.studies = self._add("Studies and lengths…\tI", "chartStudies")
        self.tools = {
            tool: self._add(f"{word}\t{_TOOL_KEYS[tool]}", f"chartTool_{tool.value}", True)
            for tool, word in TOOL_WORDS.items()
        }
        for action in self.tools.values():
            action.triggered.connect(self._tell_tool)
        self.next_drawing = self._add("Choose next drawing\tD", "chartNextDrawing")
        self.delete = self._add("Delete drawing\tDel", "chartDeleteDrawing")
        self.undo = self._add("Undo drawing\tCtrl+Z", "chartUndoDrawing")
        self.save = self._add("Save picture…\tCtrl+S", "chartSave")
        self.copy = self._add("Copy picture\tCtrl+C", "chartCopy")
        self.log.toggled.connect(self._tell_log)
        self.percent.toggled.connect(self._tell_percent)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action there is."""
        return tuple(self.findChildren(QAction))

    def show_look(self, look: Look) -> None:
        """Mark how it is."""
        self.styles[look.style].setChecked(True)
        marks = {self.log: look.scale is Scale.LOG, self.percent: look.scale is Scale.PERCENT}
        marks |= {action: look.shows(StudyKind(name.value)) for name, action in self.panes.items()}
        for action, is_on in marks.items():
            action.setChecked(is_on)  # the answer asks for what is shown already, and changes nothing

    def menu(self, parent: QWidget) -> QMenu:
        """Style, scale, studies and picture."""
        parts = (self.styles.values(), (self.log, self.percent, self.fit), (self.studies, *self.panes.values()))
        return _menu("Chart", parent, (*parts, (self.save, self.copy)))

    def drawing_menu(self, parent: QWidget) -> QMenu:
        """The tools, and what can be done with what was drawn."""
        return _menu("Draw", parent, (self.tools.values(), (self.next_drawing, self.delete, self.undo)))

    def _add(self, text: str, name: str, is_checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setCheckable(is_checkable)
        return action

    def show_tool(self, tool: str) -> None:
        """Mark the tool in hand; an empty text for none."""
        for known, action in self.tools.items():
            action.setChecked(known.value == tool)

    @Slot()
    def _tell_tool(self) -> None:
        tool = _key_of(self.tools, self.sender())
        self.tool_chosen.emit(tool.value if self.tools[tool].isChecked() else "")

    @Slot()
    def _tell_style(self) -> None:
        self.style_chosen.emit(_key_of(self.styles, self.sender()).value)

    @Slot(bool)
    def _tell_pane(self, is_shown: bool) -> None:
        self.pane_toggled.emit(_key_of(self.panes, self.sender()).value, is_shown)

    @Slot(bool)
    def _tell_log(self, is_on: bool) -> None:
        self._tell_scale(Scale.LOG, is_on)

    @Slot(bool)
    def _tell_percent(self, is_on: bool) -> None:
        self._tell_scale(Scale.PERCENT, is_on)

    def _tell_scale(self, scale: Scale, is_on: bool) -> None:
        if is_on:
            self.scale_chosen.emit(scale.value)
        elif not (self.log.isChecked() or self.percent.isChecked()):
            self.scale_chosen.emit(Scale.LINEAR.value)


def _key_of(actions: dict[Key, QAction], sender: QObject | None) -> Key:
    return next(key for key, action in actions.items() if action is sender)


def _menu(title: str, parent: QWidget, parts: Iterable[Iterable[QAction]]) -> QMenu:
    menu = QMenu(title, parent)
    for part in parts:
        menu.addActions(list(part))
        menu.addSeparator()
    return menu
