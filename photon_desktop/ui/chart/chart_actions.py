"""What can be asked of the chart, as actions: for its menus, and for whoever lists all actions."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from photon_desktop.ui.action_words import say
from photon_desktop.ui.chart.data.study import StudyKind
from photon_desktop.ui.chart.drawings.drawing import TOOL_WORDS, Tool
from photon_desktop.ui.chart.look import STYLE_WORDS, Look, Scale, Style
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.language import mark, tr

Key = TypeVar("Key")
_STYLE_KEYS = {style: str(number) for number, style in enumerate(Style, start=1)}
_TOOL_KEYS = {Tool.TREND: "T", Tool.LEVEL: "H", Tool.RECTANGLE: "R", Tool.MEASURE: "M"}


class ChartActions(QObject):
    """Changes nothing itself. A shortcut is there to be read: the chart takes the keys while it has the focus.

    What is called `action…` stands in the window's menu of the chart; the rest stands elsewhere in the window already,
    or has a key that another part of it has too.
    """

    style_chosen = Signal(str)
    scale_chosen = Signal(str)
    pane_toggled = Signal(str, bool)
    tool_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._add_styles()
        self.log = self._add(mark("Logarithmic prices"), "chartLog", "L", is_checkable=True)
        self.percent = self._add(mark("Prices in percent"), "actionChartPercent", "P", is_checkable=True)
        self.fit = self._add(mark("Fit prices to what is in view"), "actionChartFit", "A")
        self._add_panes()
        self.studies = self._add(mark("Studies and lengths…"), "actionChartStudies", "I")
        self._add_tools()
        self.next_drawing = self._add(mark("Choose next drawing"), "actionChartNextDrawing", "D")
        self.delete = self._add(mark("Delete drawing"), "chartDeleteDrawing", "Del")
        self.undo = self._add(mark("Undo"), "chartUndo", "Ctrl+Z")
        self.redo = self._add(mark("Redo"), "chartRedo", "Ctrl+Shift+Z")
        self.save = self._add(mark("Save picture…"), "actionChartSave", "Ctrl+S")
        self.copy = self._add(mark("Copy picture"), "chartCopy", "Ctrl+C")
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
        return _menu(tr("Chart"), parent, (*parts, (self.save, self.copy)))

    def drawing_menu(self, parent: QWidget) -> QMenu:
        """The tools, and what can be done with what was drawn."""
        changes = ((self.next_drawing, self.delete), (self.undo, self.redo))
        return _menu(tr("Draw"), parent, (self.tools.values(), *changes))

    def fill_window_menu(self, menu: QMenu) -> None:
        """What the window has in no other menu."""
        parts = (self.styles.values(), (self.percent, self.fit), (self.studies, self.panes[PaneName.ATR]))
        _fill(menu, (*parts, (*self.tools.values(), self.next_drawing), (self.save,)))

    def _add_styles(self) -> None:
        group = QActionGroup(self)
        self.styles = {
            style: self._add(word, f"actionChartStyle_{style.value}", _STYLE_KEYS[style], is_checkable=True)
            for style, word in STYLE_WORDS.items()
        }
        for action in self.styles.values():
            group.addAction(action)
            action.triggered.connect(self._tell_style)

    def _add_panes(self) -> None:
        self.panes = {
            PaneName.RSI: self._add(mark("RSI pane"), "chartPane_rsi", "Alt+R", is_checkable=True),
            PaneName.MACD: self._add(mark("MACD pane"), "chartPane_macd", "Alt+M", is_checkable=True),
            PaneName.ATR: self._add(mark("ATR pane"), "actionChartAtrPane", "Alt+T", is_checkable=True),
        }
        self.panes[PaneName.ATR].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        for action in self.panes.values():
            action.toggled.connect(self._tell_pane)

    def _add_tools(self) -> None:
        self.tools = {
            tool: self._add(word, f"actionChartTool_{tool.value}", _TOOL_KEYS[tool], is_checkable=True)
            for tool, word in TOOL_WORDS.items()
        }
        for action in self.tools.values():
            action.triggered.connect(self._tell_tool)

    def _add(self, text: str, name: str, keys: str, *, is_checkable: bool = False) -> QAction:
        action = QAction(self)
        say(action, text)
        action.setObjectName(name)
        action.setCheckable(is_checkable)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setStatusTip(tr("{action}, on the chart").format(action=tr(text).rstrip("…")))
        action.setProperty("place", tr("Chart"))
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
    _fill(menu, parts)
    return menu


def _fill(menu: QMenu, parts: Iterable[Iterable[QAction]]) -> None:
    for part in parts:
        menu.addSeparator()
        menu.addActions(list(part))
