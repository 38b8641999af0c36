"""The page on which a file is understood: the form beside the file's cells, the bars they become, and the report."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from photon_desktop.trading.bars import Bars
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.form.columns import missing_sentence
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.dialogs.csv_import.form.format_form import FormatForm
from photon_desktop.ui.dialogs.csv_import.views.bar_table import SHOWN_BARS, BarTable
from photon_desktop.ui.dialogs.csv_import.views.cell_view import CellView
from photon_desktop.ui.dialogs.csv_import.views.report_view import ReportView
from photon_desktop.ui.dialogs.csv_import.views.report_words import report_lines, summary
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.row_table import Tone

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import Reading

_WIDTHS = (132, 108, 108, 108, 108, 108)
_PADDING = 24
_HEIGHTS = (170, 160, 240)


class WorkPage(QWidget):
    """Shows a draft and what came of it; what the user wants its `form`, `cells` and `keep_columns` tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = FormatForm(self)

    def parts_one_by_one(self, icons: Icons, theme: Theme) -> Generator[None, None, None]:
        """Builds a part a step: all of them at once would be felt as a pause."""
        yield from self.form.rows_one_by_one(icons)
        yield
        self._tables = QSplitter(Qt.Orientation.Vertical, self)  # parents first: each later one costs a restyling
        self.cells = CellView(theme)
        yield
        self.bar_table = BarTable()
        self.bars = PlainTable(tr("Bars the file becomes"), self.bar_table, theme)
        self.bars.setObjectName("importPreview")
        self.bar_table.modelReset.connect(self._fit_bars)
        self.bar_table.setParent(self.bars)
        self.report = ReportView(theme)
        self.headline = QLabel()
        self.headline.setObjectName("importSummary")
        self.headline.setAccessibleName(tr("What the file holds"))
        self.headline.setWordWrap(True)
        self.headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.headline.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bars_title = _title(tr("As bars"))
        self.report_title = _title(tr("Quality"))
        self.column_note = QLabel()
        self.column_note.setWordWrap(True)
        self.column_note.setProperty("tone", "warning")
        self.column_note.setAccessibleName(tr("What is asked about columns"))
        self.keep_columns = QPushButton(tr("Yes, as shown"))
        self.keep_columns.setObjectName("importKeepColumns")
        self.keep_columns.setAccessibleName(tr("Take the columns as shown"))
        self.keep_columns.setAutoDefault(False)
        self._fit_bars()
        yield
        self._arrange()
        self.set_theme(theme)
        yield
        yield from self.cells.header.boxes_ahead()

    def show_draft(self, draft: Draft) -> None:
        """Show the form and the cells of this draft."""
        self._tables.show()
        self.form.show_draft(draft)
        self.cells.show_draft(draft)
        question = draft.questions.get("columns")
        missing = missing_sentence(draft.columns) if draft.columns.missing else ""
        sentence = missing or (question.sentence if question is not None else "")
        self.column_note.setText(f"▲ {sentence}" if sentence else "")
        self._column_line.setVisible(bool(sentence))
        self.keep_columns.setVisible(not missing)

    def show_preview(self, bars: Bars) -> None:
        """Show the bars of the first rows, before the whole file is read."""
        self.bar_table.show_bars(bars)
        self.bars_title.setText(tr("As bars"))

    def show_reading(self, reading: "Reading", draft: Draft) -> None:
        """Show the bars and the report of the whole file."""
        self.bar_table.show_bars(reading.bars)
        title = tr("As bars")
        if len(reading.bars) > SHOWN_BARS:
            title = tr("As bars, the first {shown:,} of {count:,}").format(shown=SHOWN_BARS, count=len(reading.bars))
        self.bars_title.setText(title)
        self.report.show_lines(report_lines(reading.report))
        self.say(summary(reading.bars, reading.report, draft.format.symbol, draft.format.interval), Tone.PLAIN)

    def forget_reading(self) -> None:
        """Show no bars and no report: what was shown is not of this file or format."""
        self.bar_table.show_bars(Bars.empty())
        self.bars_title.setText(tr("As bars"))
        self.report.clear()

    def show_no_tables(self) -> None:
        """Leave the place of the tables to the sentence: there is nothing to show of the file."""
        self._tables.hide()

    def clear(self) -> None:
        """Show nothing of any file."""
        self.form.clear()
        self.cells.cells.clear()
        self._column_line.hide()
        self.forget_reading()

    def say(self, sentence: str, tone: Tone) -> None:
        """Say one sentence on top; what went wrong has a shape before it."""
        self.headline.setText(f"▲ {sentence}" if tone in (Tone.DOWN, Tone.WARNING) else sentence)
        set_tone(self.headline, tone)

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.form.set_theme(theme)
        self.cells.set_theme(theme)
        self.bars.set_theme(theme)
        self.report.set_theme(theme)

    @Slot()
    def _fit_bars(self) -> None:
        """Make room for the longest texts, so that no number is cut."""
        metrics = self.bars.fontMetrics()
        texts = self.bar_table.longest_texts() or [""] * len(_WIDTHS)
        for column, (text, least) in enumerate(zip(texts, _WIDTHS, strict=True)):
            self.bars.setColumnWidth(column, max(least, metrics.horizontalAdvance(text) + _PADDING))

    def _arrange(self) -> None:
        splitter = self._tables
        splitter.setChildrenCollapsible(False)
        self._column_line = QWidget(splitter)
        asked = QHBoxLayout(self._column_line)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.column_note, 1)
        asked.addWidget(self.keep_columns)
        self._column_line.hide()
        _fill(QWidget(splitter), _title(tr("In the file")), self.cells, self._column_line)
        _fill(QWidget(splitter), self.bars_title, self.bars)
        _fill(QWidget(splitter), self.report_title, self.report)
        splitter.setSizes(list(_HEIGHTS))
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 0)
        right.setSpacing(8)
        right.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignTop)
        right.addWidget(splitter, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.form)
        line.addLayout(right, 1)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    return label


def _fill(holder: QWidget, title: QLabel, *parts: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(4)
    column.addWidget(title)
    for part in parts:
        column.addWidget(part, 1 if part is parts[0] else 0)
    holder.setMinimumHeight(96)
