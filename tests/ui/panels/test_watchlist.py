"""The watchlist: prices, change, trend and the state of each feed."""

from dataclasses import replace
from decimal import Decimal
from math import isnan

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.panels.views import WatchItem
from photon_desktop.ui.panels.watchlist import WatchlistPanel
from photon_desktop.ui.tables.watch_row import SPARK_POINTS, FeedState
from tests.ui.examples import APPLE, BEGIN, BTC, ETH, HOUR, SECOND, series, snapshot, tick, watch_items


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons, theme: Theme) -> WatchlistPanel:
    made = WatchlistPanel(icons, theme)
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show()
    return made


def test_before_there_are_symbols_it_says_what_will_stand_here(panel: WatchlistPanel) -> None:
    assert not panel.has_content
    assert panel.notice == "No symbols yet. Press Ins or + to add some."
    panel.set_editable(False, "The simulated market has symbols of its own.")
    assert "symbols of this market will stand here" in panel.notice


def test_it_shows_each_symbol_with_its_own_precision(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items())
    panel.take_ticks({BTC: tick(BTC, 97_000.5), APPLE: tick(APPLE, 231.4)}, BEGIN)
    tips = [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert "DEMO-BTC: last 97,000.5 USD" in tips[0]
    assert "DEMO-AAPL: last 231.40 USD" in tips[2]
    assert "last – USD" in tips[1]


def test_the_change_is_against_the_close_a_day_ago(panel: WatchlistPanel) -> None:
    view = series(BTC, 60)
    panel.set_items(watch_items())
    panel.load_series(view)
    panel.take_ticks({BTC: tick(BTC, 97_000.0)}, BEGIN)
    day_ago = float(view.bars.close[-25])
    assert panel.model.row_at(0).day_change == pytest.approx(97_000.0 / day_ago - 1)
    panel.take_closed_bars([BarClosed(BTC, Interval.HOUR_1, Bar(BEGIN, 97e3, 97e3, 97e3, 97e3, 1), "demo")])
    assert panel.model.row_at(0).day_change == pytest.approx(97_000.0 / float(view.bars.close[-24]) - 1)


def test_a_symbol_without_bars_has_no_change(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items())
    assert isnan(panel.model.row_at(0).day_change)
    assert isnan(panel.model.row_at(0).last)


def test_the_sparkline_ends_at_the_last_price(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items())
    panel.load_series(series(BTC, 300))
    panel.take_ticks({BTC: tick(BTC, 99_000.0)}, BEGIN)
    points = panel.model.row_at(0).sparkline
    assert len(points) == SPARK_POINTS + 1
    assert points[-1] == 99_000.0


def test_a_snapshot_sets_the_trend_in_words(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items())
    panel.take_snapshot(snapshot(ETH, 3_600.0, trend="bear"))
    assert "trend bear, strength 0.75" in panel.model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_feed_is_waiting_then_live_then_stale_then_off(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items(BTC))
    states = [panel.model.row_at(0).feed]
    panel.take_ticks({BTC: tick()}, BEGIN)
    for now, is_watching in ((BEGIN + 9 * SECOND, True), (BEGIN + 11 * SECOND, True), (BEGIN + 12 * SECOND, False)):
        panel.model.judge_feeds(now, is_watching)
        states.append(panel.model.row_at(0).feed)
    assert states == [FeedState.WAITING, FeedState.LIVE, FeedState.STALE, FeedState.OFF]


def test_neighbouring_rows_change_in_one_signal_and_others_not_at_all(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items(*[f"DEMO-{name}" for name in "ABCDE"]))
    spans: list[tuple[int, int]] = []
    panel.model.dataChanged.connect(lambda first, last, _roles: spans.append((first.row(), last.row())))
    panel.take_ticks({name: tick(name) for name in ("DEMO-A", "DEMO-B", "DEMO-E", "UNKNOWN")}, BEGIN)
    assert spans == [(0, 1), (4, 4)]


def test_choosing_a_row_tells_its_symbol_and_marking_one_tells_nobody(panel: WatchlistPanel, qtbot: QtBot) -> None:
    panel.set_items(watch_items())
    with qtbot.assertNotEmitted(panel.symbol_chosen):
        panel.mark(BTC)
    with qtbot.waitSignal(panel.symbol_chosen) as chosen:
        place = panel.view.visualRect(panel.model.index(2)).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [APPLE]
    with qtbot.waitSignal(panel.symbol_chosen) as chosen:
        panel.step(-1)
    assert chosen.args == [ETH]


def test_symbols_watched_before_keep_what_is_known_of_them(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items(BTC))
    panel.take_ticks({BTC: tick(BTC, 97_000.0)}, BEGIN)
    panel.set_items(watch_items(ETH, BTC))
    assert panel.model.row_at(1).last == 97_000.0


def test_a_price_changes_the_pixels_of_its_row_only(panel: WatchlistPanel, qtbot: QtBot) -> None:
    panel.set_items(watch_items())
    panel.take_ticks({BTC: tick(BTC, 97_000.0), ETH: tick(ETH, 3_600.0)}, BEGIN)
    before = panel.view.viewport().grab().toImage()
    panel.take_ticks({ETH: tick(ETH, 3_711.1)}, BEGIN)
    after = panel.view.viewport().grab().toImage()
    rows = [panel.view.visualRect(panel.model.index(row)) for row in range(2)]
    assert before.copy(rows[0]) == after.copy(rows[0])
    assert before.copy(rows[1]) != after.copy(rows[1])


def test_the_theme_changes_the_colours_of_its_rows(panel: WatchlistPanel) -> None:
    panel.set_items(watch_items())
    panel.load_series(series(BTC, 100))
    dark: QImage = panel.view.viewport().grab().toImage()
    panel.set_theme(LIGHT)
    assert panel.view.viewport().grab().toImage() != dark


def test_a_day_of_bars_in_a_daily_series_is_the_bar_before(panel: WatchlistPanel) -> None:
    view = replace(series(BTC, 30), interval=Interval.DAY_1)
    times = BEGIN - 24 * HOUR * (30 - (view.bars.times - view.bars.times[0]) // HOUR)
    daily = replace(view, bars=replace(view.bars, times=times))
    panel.set_items(watch_items())
    panel.load_series(daily)
    row = panel.model.row_at(0)
    assert row.day_change == pytest.approx(float(view.bars.close[-1] / view.bars.close[-2]) - 1)


def test_prices_are_written_in_the_steps_that_an_exchange_told(panel: WatchlistPanel) -> None:
    panel.set_items([WatchItem("BTCUSDT", assumed_instrument("BTCUSDT"))])
    told = replace(assumed_instrument("BTCUSDT"), tick_size=Decimal("0.1"))
    panel.load_series(replace(series("BTCUSDT", source="bybit"), instrument=told))
    assert panel.model.row_at(0).instrument == told
