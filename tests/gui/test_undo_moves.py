"""A stop dragged in the whole program, and undone: the agent moves it, and the books tell every move."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.money import exact
from tests.gui.desktops import run_shown, until
from tests.store.samples import deposit, order, trade

SYMBOL = "DEMO-BTC"
LEFT = Qt.MouseButton.LeftButton


def held_since_an_earlier_session(folder: Path) -> None:
    """A hundredth is held, without a stop."""
    store = Store.open(folder / STORE_NAME)
    trade(store, deposit(store, deposit_id="paper-opening"), order(quantity="0.01", symbol=SYMBOL))
    store.close()


def stop_of(desktop: Desktop) -> Decimal | None:
    return desktop.application.store.trades.load_account().position(SYMBOL).stop_loss


def halfway_down(desktop: Desktop) -> Decimal:
    """A price in sight, between the last one and the chart's lower edge."""
    chart = desktop.window.chart
    chart.plot.refresh()
    shown = chart.plot.stack.price.shown
    assert chart.last_price is not None
    place = shown.place(chart.last_price)
    content = chart.plot._content
    assert content is not None
    return content.instrument.round_price(exact(shown.price_at(place + (1 - place) / 2)))


def drag_stop(desktop: Desktop, pixels: int) -> None:
    """With the mouse, so far down."""
    chart = desktop.window.chart
    chart.plot.refresh()
    content, price = chart.plot._content, chart.plot.stack.price
    assert content is not None
    assert content.position.stop is not None
    down = round(price.rect.top() + price.shown.place(content.position.stop) * price.rect.height())
    start = QPoint(int(price.rect.center().x()), down)
    viewport = chart.plot.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for share in (1, 2):
        QTest.mouseMove(viewport, start + QPoint(0, share * pixels // 2))
    QTest.mouseRelease(viewport, LEFT, pos=start + QPoint(0, pixels))


def test_a_dragged_stop_is_moved_back_by_the_agent_and_every_move_is_in_the_books(
    qapp: QApplication, tmp_path: Path
) -> None:
    held_since_an_earlier_session(tmp_path)

    async def scenario(desktop: Desktop) -> None:
        window, view = desktop.window, desktop.window.chart.plot.view
        window.speed_changed.emit(1.0)
        window.show_symbol(SYMBOL)
        row = window.portfolio.model.find
        await until(lambda: (held := row(SYMBOL)) is not None and held.last is not None)
        typed = halfway_down(desktop)
        desktop.position_desk.ask_to_move(SYMBOL, typed, None)
        await until(lambda: stop_of(desktop) == typed and (held := row(SYMBOL)) and held.position.stop_loss == typed)
        drag_stop(desktop, 20)
        await until(lambda: stop_of(desktop) not in (typed, None))
        dragged = stop_of(desktop)
        assert dragged is not None
        assert dragged < typed
        await until(lambda: (held := row(SYMBOL)) and held.position.stop_loss == dragged)
        for wanted in (typed, None):
            QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda wanted=wanted: stop_of(desktop) == wanted)
            await until(lambda wanted=wanted: (held := row(SYMBOL)) and held.position.stop_loss == wanted)
        assert {problem.sign for problem in window.banner.problems} == {"●"}  # news, no problems
        moves = [moved for _, moved in desktop.application.store.trades.levels_after(0, 100)]
        assert [moved.stop_loss for moved in moves] == [typed, dragged, typed, None]

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
