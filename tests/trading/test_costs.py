"""What slippage and commission come to."""

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.commission import commission_of
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Side
from photon_desktop.trading.price_range import PriceRange, volatility_of
from photon_desktop.trading.prices import BarClosed, PriceTick, time_of
from photon_desktop.trading.slippage import slippage_rate, slipped_price
from tests.trading.order_samples import BTC, D, fills, met, model, order, prices


@pytest.mark.parametrize(
    ("name", "volume", "volatility", "expected"),
    [
        (SlippageModel.NONE, "100", "0.02", "0"),
        (SlippageModel.FIXED, "100", "0.02", "0.001"),
        (SlippageModel.SPREAD_VOLATILITY, "100", "0.02", "0.003"),
        (SlippageModel.SPREAD_VOLATILITY, "100", "5", "0.1"),  # at most a tenth
        (SlippageModel.SQUARE_ROOT, "100", "0.02", "0.002"),  # a hundredth of the volume: a tenth of the impact
        (SlippageModel.SQUARE_ROOT, "0.5", "0.02", "0.011"),  # more than there is counts as all of it
    ],
)
def test_each_model_of_slippage_grows_with_its_own(
    name: SlippageModel, volume: str, volatility: str, expected: str
) -> None:
    assert slippage_rate(model(name), D(1), D(volume), D(volatility)) == D(expected)


def test_where_no_volume_is_known_the_largest_share_counts() -> None:
    costs = model(SlippageModel.SQUARE_ROOT, volume_share=D("0.25"))
    assert slippage_rate(costs, D(1), None, D(0)) == D("0.006")


def test_a_price_never_slips_under_one_tick() -> None:
    assert slipped_price(Side.SELL, D("0.01"), D("0.1"), BTC) == D("0.01")


def test_a_bar_s_range_says_how_volatile_it_was() -> None:
    assert float(volatility_of(Bar(0, 100, 103, 99, 101, 1))) == pytest.approx(0.04 / 1.6651092223153954)
    assert PriceRange.of_bar(Bar(0, 100, 103, 99, 101, 7), 60) == PriceRange(
        59, D(100), D(103), D(99), D(101), D(7), volatility_of(Bar(0, 100, 103, 99, 101, 7))
    )


@pytest.mark.parametrize("bad", [(0, 1, 0, 1), (2, 1.5, 1, 1), (1, 2, 1.5, 2)])
def test_prices_outside_their_range_are_refused(bad: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueRefusedError, match="don't hold"):
        PriceRange(0, *(D(str(price)) for price in bad))


def test_the_minimum_is_paid_once_and_counts_towards_the_later_parts() -> None:
    costs = CostModel(D("0.01"), D(0), minimum_commission=D(3))
    placed = order(quantity=6)
    changes = met(placed, *[prices(100, volume=20)] * 3, costs=costs)[1]
    assert [change.fill.commission for change in changes if change.fill] == [D(3), D(1), D(2)]
    assert commission_of(placed, D(1000), costs, is_maker=False) == D(10)


def test_a_resting_order_pays_the_maker_s_share_and_one_that_takes_pays_all() -> None:
    costs = CostModel(D("0.01"), D(0), maker_share=D("0.25"))
    resting = order(Side.SELL, OrderKind.LIMIT, limit_price=105)
    taking = order(Side.SELL, OrderKind.LIMIT, limit_price=95)
    paid = [met(placed, prices(100, 105), costs=costs)[1][0].fill for placed in (resting, taking)]
    assert [fill.commission for fill in paid if fill] == [D("0.2625"), D(1)]


def test_a_small_order_slips_less_than_a_large_one() -> None:
    costs = model(SlippageModel.SQUARE_ROOT, volume_share=D(1))
    small, large = (met(order(quantity=q), prices(100, volume=100), costs=costs)[1] for q in (1, 64))
    assert (fills(small), fills(large)) == ([(1, 99.8)], [(64, 99.1)])


def test_without_slippage_a_round_trip_costs_commission_only() -> None:
    assert model(SlippageModel.NONE).round_trip == 0
    assert model(SlippageModel.FIXED).round_trip == pytest.approx(0.002)


@pytest.mark.parametrize(("volume", "known"), [(None, None), (2.5, D("2.5"))])
def test_a_tick_s_range_is_what_came_since_the_one_before(volume: float | None, known: D | None) -> None:
    forming = Bar(0, 100, 103, 99, 101, 7)
    tick = PriceTick("BTCUSDT", Interval.MINUTE_1, 30, 100.5, 102, 100, 101, forming, volume)
    assert PriceRange.of_tick(tick) == PriceRange(30, D("100.5"), D(102), D(100), D(101), known, volatility_of(forming))


def test_a_price_happens_at_its_time_and_a_bar_at_its_close() -> None:
    bar = Bar(0, 100, 103, 99, 101, 7)
    assert time_of(PriceTick("BTCUSDT", Interval.MINUTE_1, 30, 100, 102, 100, 101, bar)) == 30
    assert time_of(BarClosed("BTCUSDT", Interval.MINUTE_1, bar, "demo")) == 60 * 10**9
