"""What an order may be made of."""

from dataclasses import replace

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail, TrailUnit
from photon_desktop.trading.orders import Fill, OrderStatus, Side
from tests.trading.order_samples import D, order

LIMIT, STOP, TRAILING = OrderKind.LIMIT, OrderKind.STOP, OrderKind.TRAILING_STOP


@pytest.mark.parametrize(
    ("kind", "more", "sentence"),
    [
        (OrderKind.MARKET, {"limit_price": 1}, "market order takes no limit price"),
        (OrderKind.MARKET, {"group": "g"}, "waits for nothing"),
        (LIMIT, {}, "limit order needs a limit price"),
        (LIMIT, {"limit_price": 1, "stop_price": 1}, "limit order takes no stop price"),
        (LIMIT, {"limit_price": -1}, "limit price is above zero"),
        (LIMIT, {"limit_price": "NaN"}, "limit price is above zero"),
        (LIMIT, {"limit_price": 1, "is_triggered": True}, "can't be triggered"),
        (STOP, {}, "stop order needs a stop price"),
        (STOP, {"stop_price": 1, "trail": Trail(D(1))}, "stop order takes no trail"),
        (STOP, {"stop_price": 0}, "stop price is above zero"),
        (STOP, {"stop_price": 1, "time_in_force": TimeInForce.IMMEDIATE_OR_CANCEL}, "waits for its stop"),
        (OrderKind.STOP_LIMIT, {"stop_price": 1}, "stop limit order needs a limit price"),
        (TRAILING, {}, "trailing stop order needs a trail"),
        (OrderKind.MARKET, {"time_in_force": TimeInForce.DAY}, "says when its day ends"),
        (OrderKind.MARKET, {"expires_at": 1}, "says when its day ends"),
        (OrderKind.MARKET, {"filled": D(2)}, "can't be filled by 2"),
        (OrderKind.MARKET, {"filled": D(-1)}, "can't be filled by -1"),
    ],
)
def test_what_does_not_fit_an_order_s_kind_is_refused(kind: OrderKind, more: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        order(Side.SELL, kind, **more)


@pytest.mark.parametrize(
    ("offset", "unit"), [(D(0), TrailUnit.PRICE), (D("NaN"), TrailUnit.PRICE), (D(1), TrailUnit.SHARE)]
)
def test_a_trail_that_is_no_distance_is_refused(offset: object, unit: TrailUnit) -> None:
    with pytest.raises(ValueRefusedError, match="A trail's"):
        Trail(offset, unit)  # type: ignore[arg-type]


def test_an_order_says_how_far_it_has_come() -> None:
    placed = order(Side.SELL, STOP, stop_price=95)
    assert (placed.working_status, placed.remaining) == (OrderStatus.NEW, D(1))
    triggered = replace(placed, is_triggered=True)
    assert triggered.working_status is OrderStatus.TRIGGERED
    part = Fill("f", "p1", "BTCUSDT", Side.SELL, D("0.4"), D(90), D(0), D(0), 11)
    half = triggered.after(part)
    assert (half.working_status, half.remaining, half.filled_value, half.parts) == (
        OrderStatus.PARTIALLY_FILLED, D("0.6"), D(36), 1,
    )  # fmt: skip
    assert half.after(replace(part, quantity=D("0.6"))).working_status is OrderStatus.FILLED
