"""Trailing stops: they follow the price one way and never go back."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.offer import Offer
from photon_desktop.trading.order_kinds import Trail
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.trigger import is_beyond, reached_at


def meet_trailing_stop(
    order: Order, trail: Trail, prices: PriceRange, instrument: Instrument
) -> tuple[Order, Offer | None]:
    """A trailing stop after `prices`, with its stop moved, and what it gets: from its stop on it is a market order.

    The prices of a range are taken in the order open, worst for the trader, best, last (for a sale open, low, high,
    close). So the stop is tried where it stood when the range began, or where the open put it, and only then follows
    the best price; a high that nobody saw before the low can't have raised the stop that the low then hits. The other
    order would be a guess too, and one that a trader could not have acted on. The last price comes after the best one
    for certain, so a stop that the best price has put beyond the last was hit on the way.
    """
    if order.stop_price is not None and is_beyond(order.side, prices.open, order.stop_price):
        return replace(order, is_triggered=True), Offer(prices.open)
    at_open = followed(order.side, order.stop_price, prices.open, trail, instrument)
    if reached_at(order.side, at_open, prices) is not None:
        return replace(order, stop_price=at_open, is_triggered=True), Offer(at_open)
    best = prices.low if order.side is Side.BUY else prices.high
    at_best = followed(order.side, at_open, best, trail, instrument)
    moved = replace(order, stop_price=at_best)
    if is_beyond(order.side, prices.close, at_best):
        return replace(moved, is_triggered=True), Offer(at_best)
    return moved, None


def followed(side: Side, stop: Decimal | None, price: Decimal, trail: Trail, instrument: Instrument) -> Decimal:
    """Where the stop stands once `price` was seen: at its tick away from the price, and never looser than `stop`."""
    level = price + side.sign * trail.distance(price)
    rounding = ROUND_CEILING if side is Side.BUY else ROUND_FLOOR
    ticks = (level / instrument.tick_size).quantize(Decimal(1), rounding=rounding)
    level = max(ticks * instrument.tick_size, instrument.tick_size)
    if stop is None:
        return level
    return min(stop, level) if side is Side.BUY else max(stop, level)
