"""The quantity to order, by whichever method the user sizes positions, and why there is none where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal, localcontext

from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import ZERO, exact, plain
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import (
    SizingMethod,
    SizingRules,
    TradeOdds,
    is_allowed,
    order_quantity,
    position_share,
)

_HAIR = 1 - 1e-9  # keeps a share computed in floats from passing an exact limit


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most quote money that an order may be worth, and the name of what sets that."""

    notional: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class SizingMoment:
    """What a size depends on besides the rules: `equity` and `price` in quote money, the latter above 0; the trade's
    `odds`; units `held` on its side already, 0 or more, which count towards the size; `ceilings` to keep within."""

    equity: Decimal
    price: Decimal
    odds: TradeOdds
    held: Decimal = ZERO
    ceilings: tuple[Ceiling, ...] = ()


@dataclass(frozen=True, slots=True)
class Sized:
    """`quantity` to order, on the instrument's step and at least its least, or zero; `words` say how it was sized
    ("fixed notional 500"), `shortfall` in half a sentence why it is zero. The balanced method has words for neither."""

    quantity: Decimal
    words: str = ""
    shortfall: str = ""


def size_position(rules: SizingRules, moment: SizingMoment, instrument: Instrument) -> Sized:
    """What to order for a position sized by `rules`, exact, rounded nowhere but down to the instrument's step.

    With E equity and P price, the units of a position are for
    - a fixed quantity, that; a fixed notional N, N / P; a share s of equity, s E / P;
    - a volatility target, min(target / daily volatility, cap) E / P: the position that moves equity by the target on a
      usual day (Harvey and others, "The Impact of Volatility Targeting", Journal of Portfolio Management, 2018);
    - Kelly, min(fraction x EV / b^2, cap) E / P, the stake under which wealth grows fastest where a trade gains EV on
      average and comes out a barrier b up or down (Kelly, "A New Interpretation of Information Rate", 1956; Thorp,
      "The Kelly Criterion in Blackjack, Sports Betting and the Stock Market", 2006, for mean over variance).

    Only what is missing to that is ordered, and no more than each ceiling. A high risk score halves the balanced size
    alone: a fixed size or share is what the user asked for as it is, a volatility target has shrunk with the market's
    swings already, and how careful Kelly is its fraction says. The highest risk score that may trade stops them all.
    """
    if rules.method is SizingMethod.BALANCED:
        return _balanced(rules, moment, instrument)
    shortfall = _no_money(moment) or _no_odds(rules, moment.odds)
    if shortfall:
        return Sized(ZERO, _named(rules), shortfall)
    with localcontext(rounding=ROUND_FLOOR):  # no quotient may come out above what it is
        wanted, words = _missing(rules, moment)
        wanted, words = _kept_within(moment, wanted, words, instrument.quote)
        quantity = instrument.floor_quantity(max(wanted, ZERO))
    if quantity > 0 and is_allowed(quantity, moment.price, instrument):
        return Sized(quantity, words)
    return Sized(ZERO, words, _too_little(words, wanted, instrument))


def ceilings(
    account: Account, symbol: str, prices: Mapping[str, Decimal], limits: RiskLimits, costs: CostModel
) -> tuple[Ceiling, ...]:
    """What the limits and the cash leave for an order in `symbol` that opens or grows a position; `prices` has its."""
    equity, held = account.equity(prices), abs(account.position(symbol).quantity)
    with localcontext(rounding=ROUND_FLOOR):
        return (
            Ceiling(limits.maximum_order * equity, "the largest order"),
            Ceiling(limits.maximum_position * equity - held * prices[symbol], "the largest position"),
            Ceiling(limits.maximum_exposure * equity - account.exposure(prices), "the largest exposure"),
            Ceiling(_affordable(account.free_cash, costs), "the free cash"),
        )


def _affordable(cash: Decimal, costs: CostModel) -> Decimal:
    """The notional that `cash` pays with slippage and, on the price that this makes, the commission."""
    slipped = 1 + costs.slippage_rate
    return min(cash / (slipped * (1 + costs.commission_rate)), (cash - costs.minimum_commission) / slipped)


def _balanced(rules: SizingRules, moment: SizingMoment, instrument: Instrument) -> Sized:
    shortfall = f"the sizing rules leave less than the least order of {instrument.symbol}"
    if moment.equity <= 0:
        return Sized(ZERO, shortfall=shortfall)
    share = position_share(moment.odds, rules)
    if moment.ceilings:
        room = min(ceiling.notional for ceiling in moment.ceilings) / moment.equity
        share = min(share, float(room) * _HAIR)
    quantity = order_quantity(share, moment.equity, moment.price, instrument, moment.held)
    return Sized(quantity) if quantity > 0 else Sized(ZERO, shortfall=shortfall)


def _no_money(moment: SizingMoment) -> str:
    """Why nothing can be opened, whatever its size; empty where it can."""
    if moment.equity <= 0:
        return "there is no equity left to trade with"
    spent = (ceiling.words for ceiling in moment.ceilings if ceiling.notional <= 0)
    return next((f"{words} leaves nothing to open a position with" for words in spent), "")


def _no_odds(rules: SizingRules, odds: TradeOdds) -> str:
    """Why the method has nothing to go by; empty where it has."""
    if rules.method is SizingMethod.VOLATILITY and not odds.daily_volatility > 0:
        return "the volatility that its size goes by is not known"
    if rules.method is not SizingMethod.KELLY:
        return ""
    if odds.expected_return is None:
        return "Kelly's criterion goes by a model's odds and there is no model to tell them"
    if odds.expected_return > 0 and odds.barrier > 0:
        return ""
    return "nothing is expected to be gained, and of that Kelly's criterion stakes nothing"


def _missing(rules: SizingRules, moment: SizingMoment) -> tuple[Decimal, str]:
    """Units that are missing to the whole position, and how that was sized."""
    named = _named(rules)
    match rules.method:
        case SizingMethod.FIXED_QUANTITY:
            return rules.quantity - moment.held, named
        case SizingMethod.FIXED_NOTIONAL:
            return rules.notional / moment.price - moment.held, named
        case SizingMethod.SHARE:
            return rules.share * moment.equity / moment.price - moment.held, named
    share, cap = _share(rules, moment.odds), exact(rules.largest_position)
    if share > cap:
        named = f"{named}, capped at {_percent(cap)} of equity"
    return min(share, cap) * moment.equity / moment.price - moment.held, named


def _kept_within(moment: SizingMoment, wanted: Decimal, words: str, quote: str) -> tuple[Decimal, str]:
    """`wanted` units and the words for them, cut where the lowest ceiling leaves less."""
    lowest = min(moment.ceilings, key=lambda ceiling: ceiling.notional, default=None)
    if lowest is None or wanted * moment.price <= lowest.notional:
        return wanted, words
    return lowest.notional / moment.price, f"{words}, cut to {lowest.notional:.2f} {quote} by {lowest.words}"


def _share(rules: SizingRules, odds: TradeOdds) -> Decimal:
    """Share of equity before the cap, of the two methods that have one."""
    if rules.method is SizingMethod.VOLATILITY:
        return exact(rules.daily_volatility) / exact(odds.daily_volatility)
    assert odds.expected_return is not None  # _no_odds has refused that
    return exact(rules.kelly_fraction) * exact(odds.expected_return) / exact(odds.barrier) ** 2


def _named(rules: SizingRules) -> str:
    match rules.method:
        case SizingMethod.FIXED_QUANTITY:
            return f"fixed quantity {plain(rules.quantity)}"
        case SizingMethod.FIXED_NOTIONAL:
            return f"fixed notional {plain(rules.notional)}"
        case SizingMethod.SHARE:
            return f"share of equity {_percent(rules.share)}"
        case SizingMethod.VOLATILITY:
            return f"volatility target {_percent(rules.daily_volatility)} a day"
    return f"Kelly fraction {_percent(rules.kelly_fraction)}"


def _percent(share: float | Decimal) -> str:
    return f"{plain(exact(share) * 100)}%"


def _too_little(words: str, missing: Decimal, instrument: Instrument) -> str:
    if missing <= 0:
        return f"{words} asks for no more than is held"
    least = f"{plain(instrument.minimum_quantity)} {instrument.symbol}"
    if instrument.floor_quantity(missing) >= instrument.minimum_quantity:
        least = f"{plain(instrument.minimum_notional)} {instrument.quote}"
    return f"{words} comes to {missing:.4g} {instrument.symbol}, under its least order of {least}"
