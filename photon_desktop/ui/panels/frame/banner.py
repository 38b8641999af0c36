"""A calm line at the top of the window for what went wrong. It waits to be read and stops nobody."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolBar, QToolButton, QVBoxLayout, QWidget

from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_KEPT = 20
_ACTION = mark("What can be done about the problem")


@dataclass(frozen=True, slots=True)
class Problem:
    """What happened, what it means and what to do, and the details that fold out. What is news rather than a problem
    has another sign and tone. `action` is the text of a button for what can be done
    about it."""

    title: str
    sentence: str
    details: str = ""
    sign: str = "▲"
    tone: Tone = Tone.WARNING
    action: str = ""


class ProblemBanner(QToolBar):
    """Shows the newest problem; dismissing it shows the one before. The same problem twice is one problem."""

    action_requested = Signal(str)  # the text of the action pressed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Problems"), parent)
        self.setObjectName("problemBanner")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self._problems: list[Problem] = []
        self._title, self._sentence, self._count = QLabel(), QLabel(), QLabel()
        self._sentence.setWordWrap(True)
        self._count.setProperty("role", "muted")
        self._details_button = _button(tr("Details"), tr("Show the details of the problem"))
        self._details_button.setCheckable(True)
        self._details_button.toggled.connect(self._fold)
        self.action = _button("", tr(_ACTION))
        self.action.setObjectName("problemAction")
        self.action.clicked.connect(self._act)
        dismiss = _button(tr("Dismiss"), tr("Dismiss the problem"))
        dismiss.clicked.connect(self.dismiss)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setAccessibleName(tr("Details of the problem"))
        self._details.setFixedHeight(96)
        self.addWidget(self._body(dismiss))
        self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show `problem` first."""
        self._problems = [*(known for known in self._problems if known != problem), problem][-_KEPT:]
        self._show_newest()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has not been dismissed, the newest last."""
        return tuple(self._problems)

    @Slot()
    def dismiss(self) -> None:
        """Let go of the problem shown."""
        self._problems = self._problems[:-1]
        self._show_newest()

    def forget(self, title: str) -> None:
        """Let go of the problems with this title: they are over."""
        self._problems = [known for known in self._problems if known.title != title]
        self._show_newest()

    @Slot()
    def _act(self) -> None:
        self.action_requested.emit(self.action.text())

    def settle(self) -> None:
        """Be visible exactly while there is a problem, whatever a restored layout says."""
        self.setVisible(bool(self._problems))

    def _show_newest(self) -> None:
        self.settle()
        if not self._problems:
            return
        problem = self._problems[-1]
        self._title.setText(f"{problem.sign} {problem.title}")
        set_tone(self._title, problem.tone)
        self._sentence.setText(said(problem.sentence))
        self.action.setText(problem.action)
        self.action.setAccessibleName(problem.action or tr(_ACTION))
        self.action.setVisible(bool(problem.action))
        self._details.setPlainText(problem.details)
        self._details_button.setVisible(bool(problem.details))
        self._details_button.setChecked(False)
        self._fold(False)
        earlier = len(self._problems) - 1
        self._count.setText(tr("{count} more").format(count=earlier) if earlier else "")

    @Slot(bool)
    def _fold(self, is_open: bool) -> None:
        self._details.setVisible(is_open)

    def _body(self, dismiss: QToolButton) -> QWidget:
        body = QWidget()
        body.setObjectName("problemBody")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._title)
        line.addWidget(self._sentence, 1)
        for part in (self._count, self.action, self._details_button, dismiss):
            line.addWidget(part)
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._details)
        return body


def _button(text: str, accessible_name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(accessible_name)
    return button
