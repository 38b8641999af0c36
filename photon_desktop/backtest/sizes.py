"""How much a backtest buys."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import floor, isfinite

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.money import ZERO, exact, plain
from photon_desktop.trading.position_size import SizingMoment, size_position
from photon_desktop.trading.sizing import SizingMethod, SizingRules, TradeOdds

STEPS_PER_UNIT = 1_000_000
SIZE_WORDS = "all, fixed:QTY, share:0.5, notional:500, balanced:0.1, volatility:0.01 or kelly:0.25"
_JUST_UNDER_ONE = 1 - 2**-52  # keeps rounding from spending more than there is
_VOLATILITY_BARS = 2  # before them the volatility is not known
_NO_ODDS = TradeOdds(None, 0.0, 0.0, 0.0)


class SizeKind(StrEnum):
    """How a size is given."""

    ALL = "all"
    FIXED = "fixed"
    SHARE = "share"
    NOTIONAL = "notional"
    VOLATILITY = "volatility"
    KELLY = "kelly"
    BALANCED = "balanced"


_METHODS = {
    SizeKind.NOTIONAL: SizingMethod.FIXED_NOTIONAL,
    SizeKind.VOLATILITY: SizingMethod.VOLATILITY,
    SizeKind.KELLY: SizingMethod.KELLY,
    SizeKind.BALANCED: SizingMethod.BALANCED,
}
_CAPPED = (SizeKind.VOLATILITY, SizeKind.KELLY)
_BY_ODDS = (*_CAPPED, SizeKind.BALANCED)


@dataclass(frozen=True, slots=True)
class Sizing:
    """How much to buy: `all` the money, a `share` of it (0 to 1), `fixed` units, a `notional` worth in quote money, a
    `volatility` target (the standard deviation of a day's equity, up to 0.2), a `kelly` fraction (0 to 1), or the live
    decision's `balanced` size of at most such a share (0 to 1). Volatility and kelly come to at most `cap` of the money
    (0 to 1). Cut to 1/`steps_per_unit`."""

    kind: SizeKind = SizeKind.ALL
    amount: float = 1.0
    steps_per_unit: int = STEPS_PER_UNIT
    cap: float = 1.0

    def __post_init__(self) -> None:
        if not (isfinite(self.amount) and self.amount > 0):
            raise ValueRefusedError(f"The size is {self.amount:g}; it must be above zero.")
        if self.kind in (SizeKind.ALL, SizeKind.SHARE) and self.amount > 1:
            raise ValueRefusedError(f"The size is a share of {self.amount:g}; it lies above 0 and at most at 1 (all).")
        if self.kind is SizeKind.FIXED and self.steps_per_unit == 1 and self.amount != floor(self.amount):
            raise ValueRefusedError(f"The size {self.amount:g} is not whole, and only whole units are to be traded.")
        if self.kind in _METHODS:
            self._check_bounds()

    @classmethod
    def parse(cls, text: str, steps_per_unit: int = STEPS_PER_UNIT) -> "Sizing":
        """The size written as `all`, `fixed:QTY`, `share:0.5`, `notional:500`, `volatility:0.01` or `kelly:0.25`, the
        last two with a cap behind them if there is to be one (`kelly:0.25:0.1`); ValueRefusedError for anything else.
        """
        name, *amounts = text.strip().split(":")
        if text.strip() == SizeKind.ALL:
            return cls(SizeKind.ALL, 1.0, steps_per_unit)
        if text.strip() == SizeKind.BALANCED:
            return cls(SizeKind.BALANCED, SizingRules().largest_position, steps_per_unit)
        most = 2 if name in _CAPPED else 1
        if name not in set(SizeKind) - {SizeKind.ALL} or not 1 <= len(amounts) <= most:
            raise _unknown(text)
        try:
            numbers = [float(amount) for amount in amounts]
        except ValueError:
            raise _unknown(text) from None
        return cls(SizeKind(name), numbers[0], steps_per_unit, *numbers[1:])

    @property
    def text(self) -> str:
        """The size as it is written."""
        if self.kind is SizeKind.ALL:
            return "all"
        cap = f":{plain(exact(self.cap))}" if self.cap != 1 else ""
        return f"{self.kind.value}:{plain(exact(self.amount))}{cap}"

    @property
    def needs_odds(self) -> bool:
        """Whether it depends on more than money and price."""
        return self.kind in _BY_ODDS

    def check_odds(self, strategy: str, first_decision: int, is_model: bool) -> None:
        """Raise ValueRefusedError where `strategy` can't tell what the size depends on."""
        if self.kind in (SizeKind.KELLY, SizeKind.BALANCED) and not is_model:
            raise ValueRefusedError(
                f"The size {self.text} goes by a model's odds and {strategy} tells none; use random_forest or"
                " gradient_boosting, or a size that goes by no odds, like volatility:0.01."
            )
        if self.kind is SizeKind.VOLATILITY and first_decision < _VOLATILITY_BARS:
            raise ValueRefusedError(
                f"The size {self.text} goes by how much the bars before have moved and {strategy} buys on the first"
                " one; use another size, like share:0.5."
            )

    def quantity(self, cash: float, unit_cost: float, signal_close: float, odds: TradeOdds | None = None) -> float:
        """Units to open with `cash` when one costs `unit_cost`, commission included; 0 when the money is not there.

        The kinds that trading has too are sized by its code at the close of the bar that signalled, from what was known
        then, and cut to what the cash buys.
        """
        if self.kind is SizeKind.FIXED:
            return self.amount if 0 < self.amount * unit_cost <= cash else 0.0
        if self.kind not in _METHODS:
            return self._affordable(cash * self.amount, unit_cost)
        moment = SizingMoment(exact(cash), exact(signal_close), odds or _NO_ODDS)
        wanted = size_position(self._rules(), moment, self._instrument).quantity
        return min(float(wanted), self._affordable(cash, unit_cost))

    def _check_bounds(self) -> None:
        try:
            self._rules()
        except ValueRefusedError as error:
            raise ValueRefusedError(f"The size {self.text} is not allowed: its {error}") from None

    def _affordable(self, money: float, unit_cost: float) -> float:
        return max(0, floor(money * _JUST_UNDER_ONE / unit_cost * self.steps_per_unit)) / self.steps_per_unit

    def _rules(self) -> SizingRules:
        fields = {
            SizeKind.NOTIONAL: {"notional": exact(self.amount)},
            SizeKind.VOLATILITY: {"daily_volatility": self.amount},
            SizeKind.KELLY: {"kelly_fraction": self.amount},
            SizeKind.BALANCED: {},
        }[self.kind]
        if self.kind is SizeKind.BALANCED:
            return SizingRules(SizingMethod.BALANCED, largest_position=self.amount)
        return SizingRules(_METHODS[self.kind], largest_position=self.cap, **fields)  # type: ignore[arg-type]

    @property
    def _instrument(self) -> Instrument:
        """Nothing is known of the instrument but the step it is cut to."""
        step = 1 / Decimal(self.steps_per_unit)
        return Instrument("units", InstrumentKind.STOCK, "money", Decimal("0.01"), step, step, ZERO)


def _unknown(text: str) -> ValueRefusedError:
    return ValueRefusedError(f"The size {text!r} is not known: use {SIZE_WORDS}.")
