"""Orders, prices and costs to match."""

from decimal import Decimal

from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.price_range import PriceRange

D = Decimal
BTC = assumed_instrument("BTCUSDT")
FREE = CostModel(D(0), D(0))
SLIPPING = CostModel(D("0.001"), D("0.01"))
CLOSED = (OrderStatus.FILLED, OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REJECTED)


def order(side: Side = Side.SELL, kind: OrderKind = OrderKind.MARKET, name: str = "p1", **more: object) -> Order:
    """One unit, asked at 100 at the time 10, to close a position: as small as it likes."""
    settled = {"quantity": D(1), "requested_price": D(100), "created_at": 10, "purpose": OrderPurpose.STOP, **more}
    for price in ("limit_price", "stop_price", "quantity"):
        if settled.get(price) is not None:
            settled[price] = D(str(settled[price]))
    return Order(name, "t", "d", "BTCUSDT", side, mode="paper", kind=kind, **settled)  # type: ignore[arg-type]


def prices(
    open_: float, high: float | None = None, low: float | None = None, close: float | None = None,
    time_ns: int = 10, volume: float | None = None,
) -> PriceRange:  # fmt: skip
    """A range; what is not named is the open, or what the open makes of it."""
    close = open_ if close is None else close
    high = max(open_, close) if high is None else high
    low = min(open_, close) if low is None else low
    exact = (D(str(price)) for price in (open_, high, low, close))
    return PriceRange(time_ns, *exact, None if volume is None else D(str(volume)))


def met(placed: Order, *ranges: PriceRange, costs: CostModel = FREE) -> tuple[Order, list[OrderChange]]:
    """The order after one range and the next, and all that happened to it."""
    happened: list[OrderChange] = []
    for each in ranges:
        for change in meet((placed,), each, costs, BTC):
            happened.append(change)
            placed = change.order
        if happened and happened[-1].status in CLOSED:
            break
    return placed, happened


def fills(changes: list[OrderChange]) -> list[tuple[float, float]]:
    """Quantity and price of each fill."""
    return [(float(change.fill.quantity), float(change.fill.price)) for change in changes if change.fill is not None]


def model(name: SlippageModel, **more: Decimal) -> CostModel:
    return CostModel(D(0), D("0.001"), slippage_model=name, **more)
