"""The rules an order must pass. Each refusal has a code for programs and a sentence for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import OrderError, ValueRefusedError
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.funds import lacking
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.money import ZERO, plain, to_money
from photon_desktop.trading.orders import Fill, Side
from photon_desktop.trading.risk_moment import TradingMoment

MOST_ORDERS_PER_MINUTE, MOST_BARS_OLD = 1_000, 100
_SHARES = ("maximum_order", "maximum_position", "maximum_exposure", "daily_loss", "drawdown_halt", "price_collar")


@dataclass(frozen=True, slots=True)
class RiskLimits:
    """`minimum_confidence` and `maximum_risk_score` 0 to 1. Shares of equity, above 0 and up to 1: `maximum_order`,
    `maximum_position`, `maximum_exposure` of all positions, `daily_loss` since the UTC day began and `drawdown_halt`
    under the peak, from which on no position is opened. `price_collar`: how far an order's price may be from the last
    one, as a share, above 0 and up to 1. `orders_per_minute` 1 to 1,000; `oldest_price` 1 to 100 bars.
    """

    minimum_confidence: float = 0.40
    maximum_position: Decimal = Decimal("0.15")
    maximum_exposure: Decimal = Decimal("0.80")
    allow_short: bool = False
    maximum_order: Decimal = Decimal("0.15")
    maximum_risk_score: float = 1.0  # refuses nothing: a backtest knows no risk score, and would trade what live holds
    daily_loss: Decimal = Decimal("0.05")
    drawdown_halt: Decimal = Decimal("0.20")
    price_collar: Decimal = Decimal("0.05")
    orders_per_minute: int = 30
    oldest_price: int = 2

    def __post_init__(self) -> None:
        for name in ("minimum_confidence", "maximum_risk_score"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueRefusedError(f"{name} is {getattr(self, name)}; it lies between 0 and 1.")
        for name in _SHARES:
            if not 0 < getattr(self, name) <= 1:
                raise ValueRefusedError(f"{name} is {getattr(self, name)}; it lies above 0 and up to 1.")
        for name, most in (("orders_per_minute", MOST_ORDERS_PER_MINUTE), ("oldest_price", MOST_BARS_OLD)):
            if not 1 <= getattr(self, name) <= most:
                raise ValueRefusedError(f"{name} is {getattr(self, name)}; it lies between 1 and {most:,}.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order may not go out."""

    code: str
    sentence: str


def check(
    decision: TradeDecision,
    account: Account,
    prices: Mapping[str, Decimal],
    limits: RiskLimits,
    costs: CostModel,
    instrument: Instrument,
    moment: TradingMoment | None = None,
) -> tuple[Refusal, ...]:
    """Every rule the decision's order breaks, none when it may go out.

    An order that only makes a position smaller has to fit the instrument's steps and is refused for nothing else.
    """
    side = Side(decision.action.value)
    held = account.position(decision.ticker).quantity
    after = held + decision.quantity * side.sign
    refusals = [*_check_steps(decision, instrument)]
    if abs(after) < abs(held) and (after == 0 or (after > 0) == (held > 0)):
        return tuple(refusals)
    refusals += _check_exploring(instrument) if decision.exploring else _check_confidence(decision, limits)
    refusals += _check_risk_score(decision, limits)
    refusals += _check_short(decision, after, limits)
    refusals += _check_sizes(decision, account, prices, limits, after)
    refusals += _check_cash(decision, account, costs)
    refusals += _check_collar(decision, prices, limits)
    equity = account.equity({**prices, decision.ticker: decision.price})
    refusals += check_moment(decision, equity, limits, moment or TradingMoment())
    return tuple(refusals)


def makes_smaller(decision: TradeDecision, account: Account) -> bool:
    """Whether the decision's order only takes away from a position, down to nothing at most."""
    held = account.position(decision.ticker).quantity
    return held * Side(decision.action.value).sign < 0 and decision.quantity <= abs(held)


def check_moment(
    decision: TradeDecision, equity: Decimal, limits: RiskLimits, moment: TradingMoment
) -> tuple[Refusal, ...]:
    """What speaks against opening a position now, whatever its size."""
    age, most_age = moment.price_age_ns, limits.oldest_price * decision.interval.nanoseconds
    is_again = moment.ordered_on is not None and moment.ordered_on >= decision.decided_at
    loss, drawdown = moment.day_loss(equity), moment.drawdown(equity)
    bars = "bar" if moment.cools_for == 1 else "bars"
    rules = (
        (loss >= limits.daily_loss, "DAILY_LOSS",
         f"{loss:.1%} of equity was lost since the UTC day began; from {limits.daily_loss:.1%} on nothing is opened."),
        (drawdown >= limits.drawdown_halt, "DRAWDOWN",
         f"Equity is {drawdown:.1%} under its peak; from {limits.drawdown_halt:.1%} on nothing is opened until trading"
         " is released."),
        (moment.orders >= limits.orders_per_minute, "ORDER_RATE",
         f"{moment.orders} orders went out within a minute; {limits.orders_per_minute} are allowed."),
        (is_again, "DUPLICATE", f"This bar of {decision.ticker} has led to a {decision.action} already."),
        (age > most_age, "STALE_PRICE",
         f"The last price of {decision.ticker} is {age / decision.interval.nanoseconds:.1f} bars old;"
         f" {limits.oldest_price} are allowed."),
        (not moment.is_market_open, "MARKET_CLOSED",
         f"The market of {decision.ticker} is closed; an order would wait for its next session's first price."),
        (moment.cools_for > 0, "COOLDOWN",
         f"A position in {decision.ticker} was closed just now; no new one is opened for {moment.cools_for} more"
         f" {bars}."),
    )  # fmt: skip
    return tuple(Refusal(code, sentence) for is_broken, code, sentence in rules if is_broken)


def _check_steps(decision: TradeDecision, instrument: Instrument) -> list[Refusal]:
    try:
        instrument.check_order(decision.quantity, decision.price)
    except OrderError as error:
        return [Refusal("ORDER_SIZE", str(error))]
    return []


def _check_exploring(instrument: Instrument) -> list[Refusal]:
    if instrument.kind is InstrumentKind.DEMO:
        return []
    return [Refusal("EXPLORING", f"{instrument.symbol} is a real market's; only a simulated one may be explored.")]


def _check_confidence(decision: TradeDecision, limits: RiskLimits) -> list[Refusal]:
    if decision.confidence >= limits.minimum_confidence:
        return []
    sentence = f"Confidence {decision.confidence:.2f} is under the least allowed, {limits.minimum_confidence:.2f}."
    return [Refusal("MIN_CONFIDENCE", sentence)]


def _check_risk_score(decision: TradeDecision, limits: RiskLimits) -> list[Refusal]:
    if decision.risk_score <= limits.maximum_risk_score:
        return []
    sentence = f"The risk score {decision.risk_score:.2f} is above the most allowed, {limits.maximum_risk_score:.2f}."
    return [Refusal("RISK_SCORE", sentence)]


def _check_collar(decision: TradeDecision, prices: Mapping[str, Decimal], limits: RiskLimits) -> list[Refusal]:
    last = prices.get(decision.ticker)
    if last is None or last <= 0:
        return []
    away = abs(decision.price / last - 1)
    if away <= limits.price_collar:
        return []
    return [
        Refusal(
            "PRICE_COLLAR",
            f"The order's price {plain(decision.price)} is {away:.1%} away from the last one, {plain(last)};"
            f" {limits.price_collar:.1%} are allowed.",
        )
    ]


def _check_short(decision: TradeDecision, after: Decimal, limits: RiskLimits) -> list[Refusal]:
    if after >= 0 or limits.allow_short:
        return []
    sentence = (
        f"Selling {plain(decision.quantity)} {decision.ticker} would open a short position, which is not allowed."
    )
    return [Refusal("SHORT_NOT_ALLOWED", sentence)]


def _check_sizes(
    decision: TradeDecision,
    account: Account,
    prices: Mapping[str, Decimal],
    limits: RiskLimits,
    after: Decimal,
) -> list[Refusal]:
    known = {**prices, decision.ticker: decision.price}
    equity = account.equity(known)
    refusals = []
    notional, most = decision.quantity * decision.price, limits.maximum_order * equity
    if notional > most:
        refusals.append(
            Refusal(
                "MAX_ORDER",
                f"The order is worth {notional:.2f}, above the limit of {most:.2f} ({limits.maximum_order:.0%} of"
                " equity).",
            )
        )
    largest = limits.maximum_position * equity
    if abs(after) * decision.price > largest:
        refusals.append(
            Refusal(
                "MAX_POSITION",
                f"The position would be worth {abs(after) * decision.price:.2f}, above the limit of {largest:.2f}"
                f" ({limits.maximum_position:.0%} of equity).",
            )
        )
    now = account.exposure(known)
    exposure = now + (abs(after) - abs(account.position(decision.ticker).quantity)) * decision.price
    if exposure > limits.maximum_exposure * equity:
        refusals.append(
            Refusal(
                "MAX_EXPOSURE",
                f"All positions together would be worth {exposure:.2f}, above the limit of"
                f" {limits.maximum_exposure * equity:.2f} ({limits.maximum_exposure:.0%} of equity).",
            )
        )
    return refusals


def _check_cash(decision: TradeDecision, account: Account, costs: CostModel) -> list[Refusal]:
    if decision.quantity <= 0:
        return []  # which its steps are refused for
    lack = lacking(account, _expected_fill(decision, costs))
    if lack == 0:
        return []
    free = account.free_cash
    return [Refusal("NO_CASH", f"The order needs {free + lack:.2f} and the free cash is {free:.2f}.")]


def _expected_fill(decision: TradeDecision, costs: CostModel) -> Fill:
    """What the order becomes if the next price is the decision's."""
    side = Side(decision.action.value)
    price = decision.price * (1 + side.sign * costs.slippage_rate)
    commission = max(to_money(decision.quantity * price * costs.commission_rate), costs.minimum_commission)
    return Fill("", "", decision.ticker, side, decision.quantity, price, commission, ZERO, decision.decided_at)
