"""Price alerts: what a user wants to be told of, and when a price has come that far."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.prices import PriceTick

COME_BACK_SHARE = 0.001  # of the level: how far a price comes back before it can reach the level anew
CALM_SHARE = 0.9  # of the move asked for: under it, a new move can be told
LONGEST_WINDOW_S = 86_400
LONGEST_NOTE = 200
LEAST_PERCENT, MOST_PERCENT = Decimal("0.01"), Decimal(1_000)
_ROUNDING = 1e-9  # percent: 1 − 0.93 is a hair off 7%


class AlertCondition(StrEnum):
    """What the price has to do."""

    ABOVE = "above"  # rise to the level or above
    BELOW = "below"  # fall to the level or below
    CROSSES = "crosses"  # reach the level from either side
    CHANGE_PERCENT = "change_percent"  # move by so many percent, either way, within the window


class Standing(StrEnum):
    """Where the price stood when the alert last saw one."""

    UNSEEN = "unseen"
    UNDER = "under"  # for a move: less than was asked for
    OVER = "over"
    SPENT = "spent"  # it went off, or began beyond the level: the price must come back first


@dataclass(frozen=True, slots=True)
class PriceAlert:
    """An alert and how far it has come. `level` is a price, for CHANGE_PERCENT the percentage (5 is 5%) of a move
    within `window_s` seconds of the market's time.

    Raises ValueRefusedError, naming the bound and the value, for a level that is not above zero, a move outside 0.01 to
    1000 percent, a window outside one minute to a day, and a note that is too long.
    """

    id: str
    symbol: str
    condition: AlertCondition
    level: Decimal
    created_at_ns: int
    window_s: int = 0
    note: str = ""
    repeats: bool = False
    standing: Standing = Standing.UNSEEN
    last_triggered_ns: int | None = None

    def __post_init__(self) -> None:
        if not (self.level.is_finite() and self.level > 0):
            raise ValueRefusedError(f"The level of an alert is {self.level}; it must be a number above zero.")
        has_window = self.condition is AlertCondition.CHANGE_PERCENT
        if has_window and not LEAST_PERCENT <= self.level <= MOST_PERCENT:
            raise ValueRefusedError(
                f"The move of an alert is {self.level}%; it must be {LEAST_PERCENT} to {MOST_PERCENT}%."
            )
        if has_window and not 60 <= self.window_s <= LONGEST_WINDOW_S:
            raise ValueRefusedError(
                f"The window of an alert is {self.window_s} s; it must be 60 to {LONGEST_WINDOW_S} s."
            )
        if not has_window and self.window_s:
            raise ValueRefusedError(f"An alert on a level has no window; this one has {self.window_s} s.")
        if len(self.note) > LONGEST_NOTE:
            raise ValueRefusedError(f"The note has {len(self.note)} characters; it can have {LONGEST_NOTE}.")

    @property
    def is_done(self) -> bool:
        """Whether it went off and was to do so once."""
        return not self.repeats and self.last_triggered_ns is not None

    @property
    def is_waiting_to_come_back(self) -> bool:
        """Whether the price is beyond the level and must come back before the alert can go off."""
        return not self.is_done and self.standing is Standing.SPENT

    def placed(self, price: float | None) -> "PriceAlert":
        """The same alert begun anew at `price` (None while there is none): one that the price is beyond already waits
        for it to come back, rather than going off at once."""
        return replace(self, standing=_first_standing(self, price), last_triggered_ns=None)


@dataclass(frozen=True, slots=True)
class PriceSpan:
    """The lowest and highest price of some time, and the last one."""

    low: float
    high: float
    last: float


def triggered(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick) -> bool:
    """Whether `alert` goes off at this tick: at any price since the tick before, so a spike between two is not missed.

    `before` is what was seen earlier: for a level the last price, for a move the prices of its window; None for the
    first tick. After it went off, a price must come back by a thousandth of the level, and a move calm down to nine
    tenths of what was asked for, before it can go off again; an alert that was to go off once never does.
    """
    if alert.is_done:
        return False
    match alert.condition:
        case AlertCondition.ABOVE:
            return _rises(alert, tick)
        case AlertCondition.BELOW:
            return _falls(alert, tick)
        case AlertCondition.CROSSES:
            return _crosses(alert, before, tick)
        case AlertCondition.CHANGE_PERCENT:
            return (
                alert.standing is not Standing.SPENT and moved_percent(before, tick) >= float(alert.level) - _ROUNDING
            )


def advanced(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick) -> PriceAlert:
    """`alert` after this tick: marked when it went off, and able to go off again once the price came back. The very
    same object when nothing changed."""
    if alert.is_done:
        return alert
    if triggered(alert, before, tick):
        spent = replace(alert, standing=Standing.SPENT, last_triggered_ns=tick.time_ns)
        return _with_standing(spent, _standing_at(spent, before, tick, (tick.price, tick.price)))
    return _with_standing(alert, _standing_at(alert, before, tick, (tick.low, tick.high)))


def moved_percent(before: PriceSpan | None, tick: PriceTick) -> float:
    """The largest move, up or down, from a price seen before to one of this tick, in percent of where it began."""
    lowest = tick.open if before is None else min(before.low, tick.open)
    highest = tick.open if before is None else max(before.high, tick.open)
    return max(tick.high / lowest - 1.0, 1.0 - tick.low / highest) * 100.0


def reached_price(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick) -> float:
    """The price of this tick that set `alert` off: the highest or lowest since the tick before."""
    match alert.condition:
        case AlertCondition.ABOVE:
            return tick.high
        case AlertCondition.BELOW:
            return tick.low
        case AlertCondition.CROSSES:
            ends = {Standing.UNDER: tick.high, Standing.OVER: tick.low}
            return ends.get(_side_before(alert, before, tick), tick.price)
        case AlertCondition.CHANGE_PERCENT:
            began = tick.open if before is None else before.last
            return tick.high if tick.high - began >= began - tick.low else tick.low


def _rises(alert: PriceAlert, tick: PriceTick) -> bool:
    level = float(alert.level)
    if alert.standing is not Standing.SPENT:
        return tick.high >= level
    return tick.low <= _under(level) and tick.price >= level  # came back and returned since the tick before


def _falls(alert: PriceAlert, tick: PriceTick) -> bool:
    level = float(alert.level)
    if alert.standing is not Standing.SPENT:
        return tick.low <= level
    return tick.high >= _over(level) and tick.price <= level


def _crosses(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick) -> bool:
    level = float(alert.level)
    match _side_before(alert, before, tick):
        case Standing.UNDER:
            return tick.high >= level
        case Standing.OVER:
            return tick.low <= level
    return (tick.low <= _under(level) and tick.price >= level) or (tick.high >= _over(level) and tick.price <= level)


def _side_before(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick) -> Standing:
    if alert.standing is not Standing.UNSEEN:
        return alert.standing
    return _side_of(tick.open if before is None else before.last, float(alert.level))


def _standing_at(alert: PriceAlert, before: PriceSpan | None, tick: PriceTick, reach: tuple[float, float]) -> Standing:
    """Where an alert stands after a tick whose prices from `reach[0]` to `reach[1]` count for coming back."""
    level = float(alert.level)
    low, high = reach
    match alert.condition:
        case AlertCondition.ABOVE:
            return Standing.SPENT if alert.standing is Standing.SPENT and low > _under(level) else Standing.UNDER
        case AlertCondition.BELOW:
            return Standing.SPENT if alert.standing is Standing.SPENT and high < _over(level) else Standing.OVER
        case AlertCondition.CROSSES:
            side = _side_before(alert, before, tick)
            is_clear = low <= _under(level) or high >= _over(level)
            return _side_of(tick.price, level) if side is not Standing.SPENT or is_clear else Standing.SPENT
        case AlertCondition.CHANGE_PERCENT:
            calm = moved_percent(before, tick) < CALM_SHARE * level
            return Standing.SPENT if alert.standing is Standing.SPENT and not calm else Standing.UNDER


def _with_standing(alert: PriceAlert, standing: Standing) -> PriceAlert:
    return alert if alert.standing is standing else replace(alert, standing=standing)


def _first_standing(alert: PriceAlert, price: float | None) -> Standing:
    if price is None or alert.condition is AlertCondition.CHANGE_PERCENT:
        return Standing.UNSEEN
    side = _side_of(price, float(alert.level))
    waits_from = {AlertCondition.ABOVE: Standing.UNDER, AlertCondition.BELOW: Standing.OVER}
    return side if waits_from.get(alert.condition, side) is side else Standing.SPENT


def _side_of(price: float, level: float) -> Standing:
    if price == level:
        return Standing.SPENT
    return Standing.UNDER if price < level else Standing.OVER


def _under(level: float) -> float:
    return level * (1.0 - COME_BACK_SHARE)


def _over(level: float) -> float:
    return level * (1.0 + COME_BACK_SHARE)
