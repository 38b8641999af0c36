"""Drawing on the chart by mouse and keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.drawings.drawing import Anchor, Drawing, Tool, read_drawings, written
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.chart.drawings.placed import place_drawing
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import COIN, START, walk

HOUR = Interval.HOUR_1.nanoseconds
LAST = START + 499 * HOUR


def press(chart: ChartWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart.plot.view, key)


def drag(chart: ChartWidget, start: QPoint, end: QPoint) -> None:
    viewport = chart.plot.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.4, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * share)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def click(chart: ChartWidget, at: QPoint) -> None:
    QTest.mouseMove(chart.plot.view.viewport(), at)
    QTest.mouseClick(chart.plot.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def drawn(chart: ChartWidget) -> tuple[Drawing, ...]:
    return chart.drawings("DEMO-BTC")


def points(chart: ChartWidget, place: int = 0) -> list[QPoint]:
    return [point.toPoint() for point in chart.plot.drawing.placed()[place].points]


@pytest.fixture
def still(chart: ChartWidget) -> Iterator[ChartWidget]:
    """The chart, its bars standing still under the mouse."""
    chart.plot.refresh()
    yield chart


@pytest.mark.parametrize(
    ("key", "tool"), [(Qt.Key.Key_T, Tool.TREND), (Qt.Key.Key_R, Tool.RECTANGLE), (Qt.Key.Key_M, Tool.MEASURE)]
)
def test_a_tool_draws_from_press_to_release_on_bars_and_ticks(still: ChartWidget, key: Qt.Key, tool: Tool) -> None:
    press(still, key)
    drag(still, QPoint(200, 120), QPoint(420, 220))
    (drawing,) = drawn(still)
    assert drawing.tool is tool
    assert all((anchor.time_ns - START) % HOUR == 0 for anchor in drawing.anchors)
    assert all(round(anchor.price, 2) == anchor.price for anchor in drawing.anchors)
    first, second = points(still)
    assert abs(first.x() - 200) <= 5
    assert abs(first.y() - 120) <= 1
    assert abs(second.x() - 420) <= 5
    assert abs(second.y() - 220) <= 1


def test_after_a_drawing_the_mouse_moves_the_chart_again(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_T)
    drag(still, QPoint(200, 120), QPoint(420, 220))
    assert still.plot.drawing.armed is None
    assert still.is_following
    drag(still, QPoint(200, 250), QPoint(400, 250))
    assert not still.is_following
    assert len(drawn(still)) == 1


def test_two_clicks_draw_as_a_drag_does(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_T)
    click(still, QPoint(200, 120))
    assert drawn(still) == ()
    click(still, QPoint(420, 220))
    assert len(drawn(still)) == 1
    assert abs(points(still)[1].x() - 420) <= 5


def test_a_horizontal_line_takes_one_click(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_H)
    click(still, QPoint(300, 150))
    (line,) = drawn(still)
    assert line.tool is Tool.LEVEL
    assert line.anchors[0].price == pytest.approx(still.plot.stack.price.shown.price_at(
        (150 - still.plot.stack.price.rect.top()) / still.plot.stack.price.rect.height()), abs=0.01)  # fmt: skip


def test_the_menu_arms_a_tool_and_marks_it(still: ChartWidget) -> None:
    action = still.header.actions_of_chart.tools[Tool.RECTANGLE]
    assert action in still.header.draw_menu.menu().actions()
    action.trigger()
    assert still.plot.drawing.armed is Tool.RECTANGLE
    press(still, Qt.Key.Key_Escape)
    assert still.plot.drawing.armed is None
    assert not action.isChecked()


def test_a_line_is_chosen_moved_deleted_and_brought_back(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_T)
    drag(still, QPoint(200, 120), QPoint(420, 220))
    before = drawn(still)
    middle = QPoint(310, 170)
    drag(still, middle, middle + QPoint(40, 30))
    moved = drawn(still)
    assert [a.time_ns - b.time_ns for a, b in zip(moved[0].anchors, before[0].anchors, strict=True)] == [5 * HOUR] * 2
    assert moved[0].anchors[0].price < before[0].anchors[0].price
    press(still, Qt.Key.Key_Delete)
    assert drawn(still) == ()
    QTest.keyClick(still.plot.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert drawn(still) == moved
    QTest.keyClick(still.plot.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert drawn(still) == before


def test_an_anchor_is_moved_by_itself(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_R)
    drag(still, QPoint(200, 120), QPoint(420, 220))
    before = drawn(still)[0]
    drag(still, points(still)[1], QPoint(500, 260))
    after = drawn(still)[0]
    assert after.anchors[0] == before.anchors[0]
    assert after.anchors[1].time_ns > before.anchors[1].time_ns
    assert after.anchors[1].price < before.anchors[1].price


def test_a_click_beside_lets_go_and_the_inside_of_a_rectangle_belongs_to_the_chart(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_R)
    drag(still, QPoint(200, 120), QPoint(420, 220))
    assert still.plot.drawing.selected == 0
    click(still, QPoint(310, 170))
    assert still.plot.drawing.selected is None
    press(still, Qt.Key.Key_Delete)
    assert len(drawn(still)) == 1


def test_everything_is_done_by_keys_alone(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_T, Qt.Key.Key_Return)
    press(still, *[Qt.Key.Key_Left] * 10, *[Qt.Key.Key_Up] * 5, Qt.Key.Key_Return)
    (line,) = drawn(still)
    assert line.anchors[0].time_ns - line.anchors[1].time_ns == 10 * HOUR
    assert line.anchors[1].price > line.anchors[0].price
    press(still, Qt.Key.Key_Escape, Qt.Key.Key_D, Qt.Key.Key_Right)
    assert drawn(still)[0].anchors[0].time_ns == line.anchors[0].time_ns + HOUR
    assert still.is_following
    press(still, Qt.Key.Key_Backspace)
    assert drawn(still) == ()


def test_without_a_drawing_chosen_the_arrows_move_and_zoom_the_chart(still: ChartWidget) -> None:
    zoom = still.plot.window_of_bars.pixels_per_bar
    press(still, Qt.Key.Key_Up)
    assert still.plot.window_of_bars.pixels_per_bar > zoom
    press(still, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert still.plot.window_of_bars.pixels_per_bar == pytest.approx(zoom)
    assert not still.is_following


def test_escape_gives_up_what_is_being_drawn(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_T, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert drawn(still) == ()
    assert len(still.plot.drawing.placed()) == 0


def test_each_symbol_has_its_own_drawings_and_they_stay(still: ChartWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(still.drawings_changed) as told:
        press(still, Qt.Key.Key_H, Qt.Key.Key_Return)
    assert told.args == ["DEMO-BTC", drawn(still)]
    still.set_series("DEMO-ETH", Interval.HOUR_1, walk(50), COIN)
    still.plot.refresh()
    assert still.plot.drawing.placed() == []
    still.set_series("DEMO-BTC", Interval.DAY_1, walk(50, Interval.DAY_1), COIN)
    still.plot.refresh()
    assert len(still.plot.drawing.placed()) == 1


def test_an_anchor_stands_at_its_moment_at_every_interval(still: ChartWidget) -> None:
    line = Drawing(Tool.TREND, (Anchor(START + 36 * HOUR, 60_000.0), Anchor(LAST + 10 * HOUR, 61_000.0)))
    still.set_drawings("DEMO-BTC", [line])
    window = still.plot.window_of_bars
    left = still.plot.stack.price.rect.left()
    assert still.plot.drawing.placed()[0].points[0].x() == pytest.approx(left + window.x_of(36))
    assert still.plot.drawing.placed()[0].points[1].x() == pytest.approx(left + window.x_of(509))
    still.set_series("DEMO-BTC", Interval.DAY_1, walk(21, Interval.DAY_1), COIN)
    still.plot.refresh()
    assert still.plot.drawing.placed()[0].points[0].x() == pytest.approx(left + still.plot.window_of_bars.x_of(1.5))


def test_a_measure_says_price_share_bars_and_time(still: ChartWidget) -> None:
    ground = still.plot._ground()
    assert isinstance(ground, Ground)
    measure = Drawing(Tool.MEASURE, (Anchor(START, 60_000.0), Anchor(START + 24 * HOUR, 61_500.0)))
    placed = place_drawing(measure, ground)
    assert placed.text.startswith("+1,500.00  +2.50%  24 bars  ")
    assert placed.change == pytest.approx(0.025)


def test_drawings_are_on_the_picture_and_on_the_axis_of_a_logarithm(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_L)
    still.plot.refresh()
    press(still, Qt.Key.Key_H)
    click(still, QPoint(300, 150))
    press(still, Qt.Key.Key_Escape)
    QTest.mouseMove(still.plot.view.viewport(), QPoint(300, 250))
    still.plot.refresh()
    assert abs(points(still)[0].y() - 150) <= 1
    image = still.plot.view.grab().toImage()
    assert DARK.accent in {image.pixelColor(740, y).name() for y in range(145, 156)}


def test_the_cursor_says_what_can_be_grabbed(still: ChartWidget) -> None:
    press(still, Qt.Key.Key_H)
    click(still, QPoint(300, 150))
    QTest.mouseMove(still.plot.view.viewport(), QPoint(300, 200))
    assert still.plot.view.cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseMove(still.plot.view.viewport(), QPoint(300, 151))
    assert still.plot.view.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_what_was_kept_damaged_is_left_out() -> None:
    line = Drawing(Tool.LEVEL, (Anchor(START, 1.5),))
    damaged: list[object] = [None, {"tool": "trend", "anchors": [[1, 2.0]]}, {"tool": "circle", "anchors": []}]
    damaged += [{"tool": "level", "anchors": [[1, float("nan")]]}, {"tool": "level", "anchors": "x"}]
    damaged += [{"tool": "level", "anchors": [[10**30, 1.0]]}]
    assert read_drawings([*damaged, *written([line])]) == (line,)
    assert read_drawings({"a": 1}) == ()


def test_a_line_is_hit_near_its_piece_only(still: ChartWidget) -> None:
    ground = still.plot._ground()
    assert isinstance(ground, Ground)
    line = place_drawing(Drawing(Tool.TREND, (Anchor(LAST - 40 * HOUR, 60_000.0), Anchor(LAST, 60_000.0))), ground)
    middle = (line.points[0] + line.points[1]) / 2
    assert line.is_hit(middle + QPointF(0, 4))
    assert not line.is_hit(middle + QPointF(0, 8))
    assert not line.is_hit(line.points[1] + QPointF(20, 0))


def test_a_horizontal_line_has_its_price_on_the_axis(still: ChartWidget) -> None:
    still.set_drawings("DEMO-BTC", [Drawing(Tool.LEVEL, (Anchor(LAST, 61_234.5),))])
    still.plot.refresh()
    tag = still.plot.stack.price.axis.tags[-1]
    assert (tag.text, tag.fill) == ("61,234.50", DARK.accent)


def test_the_tool_in_hand_says_how_it_is_used(still: ChartWidget) -> None:
    hint = still.plot.overlay.hint
    assert not hint.isVisible()
    press(still, Qt.Key.Key_M)
    assert hint.isVisible()
    assert hint.text().startswith("Measure: drag")
    assert hint.geometry().bottom() <= still.plot.stack.price.rect.bottom()
    press(still, Qt.Key.Key_Escape)
    assert not hint.isVisible()


def test_a_tool_taken_from_the_menu_is_used_by_keys(still: ChartWidget) -> None:
    still.header.actions_of_chart.tools[Tool.TREND].trigger()
    press(still, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    (line,) = drawn(still)
    assert line.anchors[0].time_ns - line.anchors[1].time_ns == 2 * HOUR
