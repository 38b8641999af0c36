from decimal import Decimal

from photon_desktop.broker.paper import PaperBroker
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side
from photon_desktop.trading.prices import PriceTick

D = Decimal
COSTS = CostModel(D("0.001"), D("0.001"))


def order(number: int = 1, symbol: str = "BTCUSDT", created_at: int = 100, **more: object) -> Order:
    return Order(f"p{number}", "t", "d", symbol, Side.SELL, D("1"), D(100), created_at, "paper", **more)  # type: ignore[arg-type]


def tick(price: float, time_ns: int, symbol: str = "BTCUSDT") -> PriceTick:
    forming = Bar(0, price, price + 5, price, price + 5, 1.0)
    return PriceTick(symbol, Interval.HOUR_1, time_ns, price, price + 5, price, price + 5, forming)


def broker(*waiting: Order) -> PaperBroker:
    return PaperBroker(COSTS, assumed_instrument, waiting)


def fills(paper: PaperBroker, prices: PriceTick) -> list[Fill]:
    """What `prices` fill, accepted as an agent does once it is stored."""
    changes = paper.changes_at(prices)
    paper.accept(changes)
    return [change.fill for change in changes if change.fill is not None]


def test_an_order_fills_at_the_first_price_after_it_was_made() -> None:
    paper = broker()
    paper.submit(order(created_at=100))
    assert fills(paper, tick(90, time_ns=99)) == []
    (fill,) = fills(paper, tick(80, time_ns=100))
    assert (fill.price, fill.filled_at) == (D("79.92"), 100)


def test_an_order_fills_once_however_often_it_is_sent() -> None:
    paper = broker(order())
    paper.submit(order())
    assert len(fills(paper, tick(80, 200))) == 1
    assert fills(paper, tick(80, 201)) == []


def test_a_price_fills_only_its_own_symbol() -> None:
    paper = broker(order(1), order(2, "ETHUSDT"))
    assert [fill.client_order_id for fill in fills(paper, tick(80, 200, "ETHUSDT"))] == ["p2"]
    assert [waiting.client_order_id for waiting in paper.waiting("BTCUSDT")] == ["p1"]


def test_a_forgotten_order_is_not_filled() -> None:
    paper = broker(order())
    paper.forget("p1")
    paper.forget("p1")
    assert fills(paper, tick(80, 200)) == []


def test_a_stop_pays_slippage_and_a_target_does_not() -> None:
    paper = broker()
    stop = paper.fill_exit(order(purpose=OrderPurpose.STOP), D(95), 300)
    target = paper.fill_exit(order(purpose=OrderPurpose.TARGET), D(95), 300)
    assert (stop.price, target.price) == (D("94.9"), D(95))
    assert target.commission == D("0.095")
