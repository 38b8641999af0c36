"""What the market brings between two frames is one frame."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed
from photon_desktop.ui.panels.frame.market_buffer import MarketBuffer, MarketFrame
from tests.ui.examples import BEGIN, BTC, ETH, HOUR, bar, portfolio, tick


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def frames_of(buffer: MarketBuffer) -> list[MarketFrame]:
    frames: list[MarketFrame] = []
    buffer.flushed.connect(frames.append)
    return frames


def closed(open_time: int, symbol: str = BTC) -> BarClosed:
    return BarClosed(symbol, Interval.HOUR_1, bar(97_000.0, open_time), "demo")


def test_many_ticks_are_one_frame_with_the_newest_of_each_symbol(owner: QObject, qtbot: QtBot) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    with qtbot.waitSignal(buffer.flushed):
        for number in range(1_000):
            buffer.add_tick(tick((BTC, ETH)[number % 2], 97_000.0 + number))
    assert len(frames) == 1
    assert {symbol: news.price for symbol, news in frames[0].ticks.items()} == {BTC: 97_998.0, ETH: 97_999.0}


def test_closed_bars_keep_their_order_and_none_is_lost(owner: QObject) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    for number in range(3):
        buffer.add_closed_bar(closed(BEGIN + number * HOUR))
    buffer.flush()
    assert [news.bar.open_time for news in frames[0].closed] == [BEGIN, BEGIN + HOUR, BEGIN + 2 * HOUR]


def test_a_tick_of_a_bar_that_has_closed_is_dropped_and_one_of_the_next_bar_is_not(owner: QObject) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    buffer.add_tick(tick(BTC))
    buffer.add_tick(tick(ETH))
    buffer.add_closed_bar(closed(BEGIN))
    buffer.add_closed_bar(closed(BEGIN - HOUR, ETH))
    buffer.flush()
    assert set(frames[0].ticks) == {ETH}


def test_the_newest_portfolio_stands_for_those_before_it(owner: QObject) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    buffer.add_portfolio(portfolio("97000"))
    buffer.add_portfolio(portfolio("98000"))
    buffer.flush()
    assert frames[0].portfolio == portfolio("98000")


def test_nothing_waiting_is_no_frame(owner: QObject) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    buffer.flush()
    buffer.add_tick(tick())
    buffer.flush()
    buffer.flush()
    assert len(frames) == 1


def test_a_stopped_buffer_hands_on_nothing(owner: QObject) -> None:
    buffer = MarketBuffer(owner)
    frames = frames_of(buffer)
    buffer.add_tick(tick())
    buffer.stop()
    buffer.flush()
    assert frames == []
