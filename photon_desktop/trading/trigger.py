"""Stops: when prices reach one, and what the order behind it then gets."""

from dataclasses import replace
from decimal import Decimal

from photon_desktop.trading.limits import is_within, taking_offer
from photon_desktop.trading.offer import Offer
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.price_range import PriceRange


def is_beyond(side: Side, price: Decimal, stop: Decimal) -> bool:
    """Whether `price` is at the stop or past it: at or above a buy stop, at or below a sell stop."""
    return price >= stop if side is Side.BUY else price <= stop


def reached_at(side: Side, stop: Decimal, prices: PriceRange) -> Decimal | None:
    """The price at which `prices` reach the stop: the stop itself, the open where that is already beyond, or None."""
    if is_beyond(side, prices.open, stop):
        return prices.open
    worst = prices.high if side is Side.BUY else prices.low
    return stop if is_beyond(side, worst, stop) else None


def meet_stop(order: Order, stop: Decimal, prices: PriceRange) -> tuple[Order, Offer | None]:
    """A stop order after `prices`, and what it gets: from its stop on it is a market order."""
    price = reached_at(order.side, stop, prices)
    return (order, None) if price is None else (replace(order, is_triggered=True), Offer(price))


def meet_stop_limit(order: Order, stop: Decimal, limit: Decimal, prices: PriceRange) -> tuple[Order, Offer | None]:
    """A stop-limit order after `prices`, and what it gets: from its stop on it is a limit order.

    Reached within its limit, it takes that price. Reached beyond its limit, it rests, and is filled by the same prices
    only where it is certain that they came back afterwards: any price follows the open, the last one follows all.
    """
    price = reached_at(order.side, stop, prices)
    if price is None:
        return order, None
    triggered = replace(order, is_triggered=True)
    if (offer := taking_offer(order.side, limit, price)) is not None:
        return triggered, offer
    best = prices.low if order.side is Side.BUY else prices.high
    came_back = best if is_beyond(order.side, prices.open, stop) else prices.close
    return triggered, Offer(limit, limit, is_maker=True) if is_within(order.side, came_back, limit) else None
