"""The mouse on a chart's prices."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from photon_desktop.ui.chart.chart_widget import ChartWidget

LEFT = Qt.MouseButton.LeftButton


def pixel(chart: ChartWidget, price: float) -> QPoint:
    """Where a price is, in the middle of the pane."""
    rect = chart.plot.stack.price.rect
    return QPoint(int(rect.center().x()), round(rect.top() + chart.plot.stack.price.shown.place(price) * rect.height()))


def pull(chart: ChartWidget, start: QPoint, end: QPoint) -> None:
    """Press at `start` and move to `end`, where the button stays down."""
    viewport = chart.plot.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)


def drop(chart: ChartWidget, at: QPoint) -> None:
    """Let the button go."""
    QTest.mouseRelease(chart.plot.view.viewport(), LEFT, pos=at)


def point(chart: ChartWidget, at: QPoint) -> None:
    """Move there with no button down."""
    QTest.mouseMove(chart.plot.view.viewport(), at)
