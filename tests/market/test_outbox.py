"""Events waiting to be polled."""

import pytest

from photon_desktop.market import outbox as outbox_module
from photon_desktop.market.outbox import Outbox
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, PriceTick

BAR = Bar(0, 1, 1, 1, 1, 1)
TICK = PriceTick("X", Interval.MINUTE_1, 1, 1, 1, 1, 1, BAR)
CLOSED = BarClosed("X", Interval.MINUTE_1, BAR, "bybit")


def test_events_are_taken_in_order_and_once() -> None:
    outbox = Outbox()
    outbox.put([TICK, CLOSED])
    outbox.put([TICK])
    assert outbox.take() == (TICK, CLOSED, TICK)
    assert outbox.take() == ()


def test_when_nobody_polls_ticks_are_dropped_and_closed_bars_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox_module, "MOST_WAITING", 3)
    outbox = Outbox()
    outbox.put([TICK, CLOSED, TICK, CLOSED])
    outbox.put([TICK])
    assert outbox.take() == (CLOSED, CLOSED, TICK)
