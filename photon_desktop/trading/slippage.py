"""How much worse than the price that is there an order fills that takes it."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from photon_desktop.trading.costs import LARGEST_RATE, CostModel, SlippageModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Side


def slippage_rate(costs: CostModel, quantity: Decimal, volume: Decimal | None, volatility: Decimal) -> Decimal:
    """Slippage as a share of the price, at most 0.1, for `quantity` out of the `volume` traded, both in base units.

    NONE is 0 and FIXED `slippage_rate`. SPREAD_VOLATILITY is half the spread (`slippage_rate`) and `volatility_weight`
    times `volatility`, a share of the price. SQUARE_ROOT is half the spread and `impact_rate` times the square root of
    quantity / volume: impact grows with the root of the share taken (Almgren, Thum, Hauptmann and Li, "Direct
    Estimation of Equity Market Impact", 2005). Where no volume is known, the largest share allowed counts.
    """
    match costs.slippage_model:
        case SlippageModel.NONE:
            return ZERO
        case SlippageModel.FIXED:
            return costs.slippage_rate
        case SlippageModel.SPREAD_VOLATILITY:
            return min(costs.slippage_rate + costs.volatility_weight * volatility, LARGEST_RATE)
    share = min(quantity / volume, Decimal(1)) if volume else costs.volume_share
    return min(costs.slippage_rate + costs.impact_rate * share.sqrt(), LARGEST_RATE)


def slipped_price(side: Side, price: Decimal, rate: Decimal, instrument: Instrument) -> Decimal:
    """`price` worse by `rate`, at the next tick away from the trader; never under one tick."""
    worse = price * (1 + side.sign * rate)
    rounding = ROUND_CEILING if side is Side.BUY else ROUND_FLOOR
    ticks = (worse / instrument.tick_size).quantize(Decimal(1), rounding=rounding)
    return max(ticks * instrument.tick_size, instrument.tick_size)
