"""The window's menu of the chart."""

from PySide6.QtWidgets import QMenu, QMenuBar

from photon_desktop.ui.chart.chart_actions import ChartActions
from photon_desktop.ui.language import mark, tr

_BEFORE = mark("&Watchlist")


def add_chart_menu(bar: QMenuBar, actions: ChartActions) -> None:
    """Put what can be asked of the chart into a menu of its own, after that of the market."""
    menu = QMenu(tr("&Chart"), bar)
    menu.setToolTipsVisible(True)
    actions.fill_window_menu(menu)
    before = next((entry for entry in bar.actions() if entry.text() == tr(_BEFORE)), None)
    if before is None:
        bar.addMenu(menu)
    else:
        bar.insertMenu(before, menu)
