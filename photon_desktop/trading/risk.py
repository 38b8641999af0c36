"""The rules an order must pass. Each refusal has a code for programs and a sentence for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import OrderError, ValueRefusedError
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.money import plain
from photon_desktop.trading.orders import Side


@dataclass(frozen=True, slots=True)
class RiskLimits:
    """`minimum_confidence` 0 to 1; `maximum_position` and `maximum_exposure` shares of equity, above 0, up to 1."""

    minimum_confidence: float = 0.40
    maximum_position: Decimal = Decimal("0.15")
    maximum_exposure: Decimal = Decimal("0.80")
    allow_short: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.minimum_confidence <= 1:
            raise ValueRefusedError(f"minimum_confidence is {self.minimum_confidence}; it lies between 0 and 1.")
        for name in ("maximum_position", "maximum_exposure"):
            if not 0 < getattr(self, name) <= 1:
                raise ValueRefusedError(f"{name} is {getattr(self, name)}; it lies above 0 and up to 1.")


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
) -> tuple[Refusal, ...]:
    """Every rule the decision's order breaks, none when it may go out.

    An order that only makes a position smaller is never refused for size, exposure or confidence.
    """
    side = Side(decision.action.value)
    held = account.position(decision.ticker).quantity
    after = held + decision.quantity * side.sign
    refusals = [*_check_steps(decision, instrument)]
    if abs(after) < abs(held) and (after == 0 or (after > 0) == (held > 0)):
        return tuple(refusals)
    refusals += _check_exploring(instrument) if decision.exploring else _check_confidence(decision, limits)
    refusals += _check_short(decision, after, limits)
    refusals += _check_sizes(decision, account, prices, limits, after)
    refusals += _check_cash(decision, account, costs)
    return tuple(refusals)


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
    if decision.action is not Action.BUY:
        return []
    needed = decision.quantity * decision.price * (1 + costs.commission_rate + costs.slippage_rate)
    if needed <= account.cash:
        return []
    return [Refusal("NO_CASH", f"The order needs {needed:.2f} and the free cash is {account.cash:.2f}.")]
