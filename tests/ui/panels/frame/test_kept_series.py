"""Bars of a symbol that nobody looks at: all of them are there once somebody does."""

import numpy as np

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.reach import KEPT_BARS, SPARE_BARS
from photon_desktop.ui.panels.frame.chart_desk import KeptSeries
from photon_desktop.ui.panels.views import SeriesView

HOUR = Interval.HOUR_1.nanoseconds


def bar(number: int) -> Bar:
    return Bar(number * HOUR, 100.0 + number, 101.0 + number, 99.0 + number, 100.5 + number, 7.0)


def test_however_many_bars_close_unseen_none_is_lost_doubled_or_out_of_order() -> None:
    first = Bars.from_bars([bar(1), bar(2)])
    kept = KeptSeries(SeriesView("BTCUSDT", Interval.HOUR_1, first, "demo", assumed_instrument("BTCUSDT")))
    taken = [kept.append(bar(number), "demo") for number in range(3, 1_003)]
    assert all(taken)
    assert not kept.append(bar(1_002), "demo")
    assert kept.view.bars.times.tolist() == (np.arange(1, 1_003) * HOUR).tolist()
    assert kept.view.bars.close[-1] == 1_102.5


def test_a_symbol_watched_all_day_keeps_its_newest_bars_where_the_store_has_the_others() -> None:
    first = Bars.from_bars([bar(0)])
    whole, cut, joined = (
        KeptSeries(SeriesView("BTCUSDT", Interval.HOUR_1, first, "demo", assumed_instrument("BTCUSDT"), kept_as))
        for kept_as in ("", "demo", "demo")
    )
    for number in range(1, 2 * KEPT_BARS + 256):
        whole.append(bar(number), "demo")
        cut.append(bar(number), "demo")
        joined.append(bar(number), "bybit" if number == 9 else "demo")
    assert len(whole.view.bars) == len(joined.view.bars) == 2 * KEPT_BARS + 256
    assert KEPT_BARS <= len(cut.view.bars) <= KEPT_BARS + SPARE_BARS
    assert cut.view.bars == whole.view.bars.tail(len(cut.view.bars))
    assert [each.is_one_source for each in (whole, cut, joined)] == [False, True, False]
