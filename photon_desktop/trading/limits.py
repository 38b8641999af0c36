"""Limit orders: filled at their price or better, or not at all."""

from decimal import Decimal

from photon_desktop.trading.offer import Offer
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.time_in_force import is_for_one_price


def is_within(side: Side, price: Decimal, limit: Decimal) -> bool:
    """Whether `price` is the limit or better for the trader."""
    return price <= limit if side is Side.BUY else price >= limit


def resting_offer(side: Side, limit: Decimal, prices: PriceRange) -> Offer | None:
    """What an order gets that rested: its limit once a price touches it, the open where that gaps beyond it."""
    if is_within(side, prices.open, limit):
        return Offer(prices.open, limit, is_maker=True)
    best = prices.low if side is Side.BUY else prices.high
    return Offer(limit, limit, is_maker=True) if is_within(side, best, limit) else None


def taking_offer(side: Side, limit: Decimal, price: Decimal) -> Offer | None:
    """What an order gets that takes the `price` there is: it pays slippage, up to its limit."""
    return Offer(price, limit, is_maker=False) if is_within(side, price, limit) else None


def limit_offer(order: Order, limit: Decimal, prices: PriceRange) -> Offer | None:
    """What a limit order gets, or None.

    One for immediate execution takes the open or nothing. One whose limit was already beyond the price it was asked at
    would have traded at once, so it takes the open too, if that is within its limit. Any other rested before these
    prices came.
    """
    if is_for_one_price(order):
        return taking_offer(order.side, limit, prices.open)
    takes_at_once = limit != order.requested_price and is_within(order.side, order.requested_price, limit)
    if takes_at_once and (offer := taking_offer(order.side, limit, prices.open)) is not None:
        return offer
    return resting_offer(order.side, limit, prices)
