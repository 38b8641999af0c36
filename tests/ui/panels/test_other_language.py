"""Panels in another language: all their words go through it, and what is chosen by words is still chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import Action, ReportStatus
from photon_desktop.ui import formats
from photon_desktop.ui.action_words import english_of
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.panels.analytics.panel import AnalyticsPanel
from photon_desktop.ui.panels.decision_feed import DecisionFeedPanel
from photon_desktop.ui.panels.frame.actions import WindowActions
from photon_desktop.ui.panels.heatmap.panel import HeatmapPanel
from photon_desktop.ui.panels.heatmap.views import HeatTile
from photon_desktop.ui.panels.models.panel import ModelDeskPanel
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.panels.trades import TradesPanel
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.why import WhyPanel
from tests.ui.examples import BEGIN, chain, decision, report


class Quoting(QTranslator):
    """A language whose words are the English ones in quotes."""

    def translate(self, context: str, text: str, comment: str | None = None, count: int = -1) -> str:
        return f"«{text}»".replace("%n", str(count)) if count >= 0 else f"«{text}»"


@pytest.fixture(autouse=True)
def quoted(qapp: QApplication) -> Iterator[None]:
    translator = Quoting(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def words_of(widget: QWidget) -> list[str]:
    """What labels, buttons and titles of columns say, and what screen readers are told of them."""
    said = [part.text() for kind in (QLabel, QPushButton) for part in widget.findChildren(kind)]
    for table in widget.findChildren(PlainTable):
        columns = range(table.model().columnCount())
        said += [str(table.model().headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    named = [part.accessibleName() for kind in (QLabel, QPushButton, PlainTable) for part in widget.findChildren(kind)]
    return [text for text in (*said, *named) if any(letter.isalpha() for letter in text)]


def test_actions_are_said_in_it_and_can_be_found_in_english(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = WindowActions(icons, theme, window)
    actions.set_arming("Main", "", is_armed=False)
    assert [action.text() for action in actions.all() if "«" not in action.text() + action.statusTip()] == []
    assert (actions["actionArm"].text(), english_of(actions["actionQuit"])) == ("«A&rm Main…»", "&Quit")


@pytest.mark.parametrize("kind", [AnalyticsPanel, HeatmapPanel, ModelDeskPanel])
def test_all_that_a_panel_says_is_translated(kind: type[QWidget], theme: Theme, qtbot: QtBot) -> None:
    panel = kind(theme)  # type: ignore[call-arg]
    qtbot.addWidget(panel)
    assert [text for text in words_of(panel) if "«" not in text] == []


@pytest.mark.parametrize("kind", [PortfolioPanel, TradesPanel, WhyPanel])
def test_all_that_a_panel_of_trading_says_is_translated(
    kind: type[QWidget], instruments: InstrumentBook, theme: Theme, qtbot: QtBot
) -> None:
    panel = kind(instruments, theme)  # type: ignore[call-arg]
    qtbot.addWidget(panel)
    assert [text for text in words_of(panel) if "«" not in text] == []


def test_the_feed_is_thinned_out_by_what_was_chosen(instruments: InstrumentBook, theme: Theme, qtbot: QtBot) -> None:
    panel = DecisionFeedPanel(instruments, theme)
    qtbot.addWidget(panel)
    for number, action in enumerate((Action.HOLD, Action.BUY), start=1):
        view = chain(number, decision(action))[1]
        panel.take_decision(view, view.message.payload)
    panel.choice.setCurrentIndex(1)
    assert (panel.choice.currentText(), panel.filter.rowCount()) == ("«Trades only»", 1)


def test_trades_are_thinned_out_by_what_was_chosen(instruments: InstrumentBook, theme: Theme, qtbot: QtBot) -> None:
    panel = TradesPanel(instruments, theme)
    qtbot.addWidget(panel)
    for number, status in enumerate((ReportStatus.EXECUTED, ReportStatus.REJECTED), start=1):
        view = chain(number, decision(), report(status))[2]
        panel.take_report(view, view.message.payload)
    panel.kind.setCurrentIndex(2)
    assert panel.filter.rows()[0].report.status is ReportStatus.REJECTED
    assert panel.filter.index(0, 7).data() == "«✕ rejected»"


def test_tiles_are_sized_by_what_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    panel = HeatmapPanel(theme)
    qtbot.addWidget(panel)
    panel.show_tiles([HeatTile("BTC", 0.01, 5.0, 0.0, "USDT"), HeatTile("ETH", 0.01, 1.0, 2.0, "USDT")])
    panel.size_by.setCurrentIndex(1)
    assert [tile.symbol for tile in panel.map.tiles] == ["ETH"]


def test_a_column_is_as_wide_as_its_title(instruments: InstrumentBook, theme: Theme, qtbot: QtBot) -> None:
    panel = TradesPanel(instruments, theme)
    qtbot.addWidget(panel)
    header = panel.table.horizontalHeader()
    titles = [str(panel.filter.headerData(column, Qt.Orientation.Horizontal)) for column in range(9)]
    assert all(
        header.sectionSize(place) > header.fontMetrics().horizontalAdvance(title) for place, title in enumerate(titles)
    )


def test_times_have_months_and_units_of_the_language() -> None:
    assert formats.short_time(BEGIN).split()[1] == "«Dec»"
    assert formats.date_words("Sat 07") == "«Sat» 07"
    assert formats.ago(4.2) == "««4 s» ago»"
