"""The table of every setting. Defaults are those of the dataclasses that the rules are handed in."""

from decimal import Decimal

from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.policy import (
    EXPLORE_AFTER,
    LONGEST_COOLDOWN,
    DecisionPolicy,
    DriftPolicy,
    EvidencePolicy,
)
from photon_desktop.settings.api_place import LEAST_PORT, MOST_PORT, ApiPlace
from photon_desktop.settings.setting import Condition, Group, Kind, Setting
from photon_desktop.trading.account import LARGEST_STARTING_CASH, LEAST_STARTING_CASH, STARTING_CASH
from photon_desktop.trading.costs import LARGEST_MINIMUM, LARGEST_RATE, CostModel, SlippageModel
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import MOST_BARS_OLD, MOST_ORDERS_PER_MINUTE, RiskLimits
from photon_desktop.trading.sizing import LARGEST_AMOUNT, SizingMethod, SizingRules

MODEL_TYPE, STARTING, EXPLORING = "model.type", "account.starting_cash", "policy.explore_after_bars"
SIZING_METHOD = "sizing.method"
SCHEDULER = "backtest.dask_scheduler"
API_IS_ON, API_PORT, API_IS_OPEN_HERE, API_IS_OPEN = "api.is_on", "api.port", "api.is_open_here", "api.is_open"
_COSTS, _LIMITS, _SIZING, _POLICY = CostModel(), RiskLimits(), SizingRules(), DecisionPolicy()
_API = ApiPlace()
_LONGEST = Decimal(LONGEST_COOLDOWN)


def _sized_by(*methods: SizingMethod) -> Condition:
    return Condition(SIZING_METHOD, frozenset(method.value for method in methods))


SETTINGS = (
    Setting(
        MODEL_TYPE, Group.MODEL, "Kind of model", Kind.CHOICE, ModelType.RANDOM_FOREST.value,
        "What learns and decides; rules decide for the seconds in which the first model of another kind is trained.",
        choices={
            ModelType.RANDOM_FOREST.value: "Random forest",
            ModelType.GRADIENT_BOOSTING.value: "Gradient boosting",
        },
    ),
    Setting(
        "limits.minimum_confidence", Group.ORDERS, "Least confidence", Kind.SHARE, exact(_LIMITS.minimum_confidence),
        "A decision that is less sure than this opens no position.",
    ),
    Setting(
        "limits.maximum_position", Group.ORDERS, "Largest position", Kind.SHARE, _LIMITS.maximum_position,
        "An order that would make one position worth more than this share of equity is refused.", is_above=True,
    ),
    Setting(
        "limits.maximum_exposure", Group.ORDERS, "Largest exposure", Kind.SHARE, _LIMITS.maximum_exposure,
        "An order that would make all positions together worth more than this share of equity is refused.",
        is_above=True,
    ),
    Setting(
        "limits.maximum_order", Group.ORDERS, "Largest order", Kind.SHARE, _LIMITS.maximum_order,
        "An order that would be worth more than this share of equity is refused.", is_above=True,
    ),
    Setting(
        "limits.maximum_risk_score", Group.ORDERS, "Highest risk score", Kind.SHARE, exact(_LIMITS.maximum_risk_score),
        "A decision that is riskier than this opens no position.",
    ),
    Setting(
        "limits.price_collar", Group.ORDERS, "Price collar", Kind.SHARE, _LIMITS.price_collar,
        "An order whose price is farther than this from the last one is refused.", is_above=True,
    ),
    Setting(
        "limits.orders_per_minute", Group.ORDERS, "Orders a minute", Kind.WHOLE, _LIMITS.orders_per_minute,
        "How many orders may go out within a minute of the market's time; a fault can't trade without end.",
        least=Decimal(1), most=Decimal(MOST_ORDERS_PER_MINUTE), unit="orders",
    ),
    Setting(
        "limits.oldest_price", Group.ORDERS, "Oldest price", Kind.WHOLE, _LIMITS.oldest_price,
        "How old the last price may be when a position is opened.",
        least=Decimal(1), most=Decimal(MOST_BARS_OLD), unit="bars",
    ),
    Setting(
        "limits.daily_loss", Group.LOSSES, "Daily loss", Kind.SHARE, _LIMITS.daily_loss,
        "Once this share of equity is lost since the UTC day began, nothing is opened until the next one.",
        is_above=True,
    ),
    Setting(
        "limits.drawdown_halt", Group.LOSSES, "Drawdown", Kind.SHARE, _LIMITS.drawdown_halt,
        "Once equity is this far under its peak, nothing is opened until trading is released.", is_above=True,
    ),
    Setting(
        "policy.cooldown_bars", Group.LOSSES, "Cooldown", Kind.WHOLE, _POLICY.cooldown_bars,
        "How long after a position was closed none is opened in its symbol; 1 waits for the next bar.",
        most=_LONGEST, unit="bars",
    ),
    Setting(
        "policy.cooldown_after_loss", Group.LOSSES, "Cooldown after a loss", Kind.WHOLE, _POLICY.cooldown_after_loss,
        "The same after a position that lost money; the longer of the two counts.", most=_LONGEST, unit="bars",
    ),
    Setting(
        "limits.allow_short", Group.COSTS, "Short selling", Kind.SWITCH, _LIMITS.allow_short,
        "Whether more may be sold than is held, to gain when the price falls.",
    ),
    Setting(
        "costs.commission_rate", Group.COSTS, "Commission", Kind.SHARE, _COSTS.commission_rate,
        "What every fill costs, as a share of the money it moves.", most=LARGEST_RATE,
    ),
    Setting(
        "costs.slippage_rate", Group.COSTS, "Slippage", Kind.SHARE, _COSTS.slippage_rate,
        "How much worse than the price that comes next a paper order is filled.", most=LARGEST_RATE,
    ),
    Setting(
        STARTING, Group.COSTS, "Starting cash", Kind.MONEY, STARTING_CASH,
        "What a new paper account begins with; one that exists keeps its money.",
        LEAST_STARTING_CASH, LARGEST_STARTING_CASH,
    ),
    Setting(
        "costs.maker_share", Group.FILLS, "Maker's share", Kind.SHARE, _COSTS.maker_share,
        "How much of the commission an order pays that rested at its price, as a target does.",
    ),
    Setting(
        "costs.minimum_commission", Group.FILLS, "Least commission", Kind.MONEY, _COSTS.minimum_commission,
        "What an order pays at least, however little it moves.", most=LARGEST_MINIMUM,
    ),
    Setting(
        "costs.slippage_model", Group.FILLS, "Slippage model", Kind.CHOICE, _COSTS.slippage_model.value,
        "What slippage grows with; the last two take the slippage rate for half the spread and add to it.",
        choices={
            SlippageModel.NONE.value: "None",
            SlippageModel.FIXED.value: "A fixed rate",
            SlippageModel.SPREAD_VOLATILITY.value: "Spread and volatility",
            SlippageModel.SQUARE_ROOT.value: "Share of volume",
        },
    ),
    Setting(
        "costs.volatility_weight", Group.FILLS, "Weight of swings", Kind.SHARE, _COSTS.volatility_weight,
        "How much of the bar's volatility is added to the slippage by spread and volatility.",
    ),
    Setting(
        "costs.impact_rate", Group.FILLS, "Impact", Kind.SHARE, _COSTS.impact_rate,
        "What an order as large as all that is traded adds to the slippage by share of volume.", most=LARGEST_RATE,
    ),
    Setting(
        "costs.volume_share", Group.FILLS, "Share of volume", Kind.SHARE, _COSTS.volume_share,
        "The most that paper orders take of what is traded; the rest of an order waits.", is_above=True,
    ),
    Setting(
        SIZING_METHOD, Group.SIZING, "Sizing method", Kind.CHOICE, _SIZING.method.value,
        "What a position's size comes from; balanced is the least of cap, risk, swing and a quarter of Kelly's stake.",
        choices={
            SizingMethod.BALANCED.value: "Balanced",
            SizingMethod.FIXED_QUANTITY.value: "Fixed quantity",
            SizingMethod.FIXED_NOTIONAL.value: "Fixed notional",
            SizingMethod.SHARE.value: "Share of equity",
            SizingMethod.VOLATILITY.value: "Volatility target",
            SizingMethod.KELLY.value: "Capped Kelly",
        },
    ),
    Setting(
        "sizing.quantity", Group.SIZING, "Fixed quantity", Kind.QUANTITY, _SIZING.quantity,
        "How many units of whatever is traded every position has.", most=LARGEST_AMOUNT, is_above=True, unit="units",
        condition=_sized_by(SizingMethod.FIXED_QUANTITY),
    ),
    Setting(
        "sizing.notional", Group.SIZING, "Fixed notional", Kind.MONEY, _SIZING.notional,
        "What every position is worth when it is opened.", most=LARGEST_AMOUNT, is_above=True,
        condition=_sized_by(SizingMethod.FIXED_NOTIONAL),
    ),
    Setting(
        "sizing.share", Group.SIZING, "Share of equity", Kind.SHARE, _SIZING.share,
        "What share of equity every position is worth when it is opened.", is_above=True,
        condition=_sized_by(SizingMethod.SHARE),
    ),
    Setting(
        "sizing.kelly_fraction", Group.SIZING, "Kelly fraction", Kind.SHARE, exact(_SIZING.kelly_fraction),
        "How much of the stake under which wealth would grow fastest, were the model right; half or less is usual.",
        is_above=True, condition=_sized_by(SizingMethod.KELLY),
    ),
    Setting(
        "sizing.largest_position", Group.SIZING, "Position cap", Kind.SHARE, exact(_SIZING.largest_position),
        "The most of equity that one position is sized to; rules without a model get a quarter of it.", is_above=True,
        condition=_sized_by(SizingMethod.BALANCED, SizingMethod.VOLATILITY, SizingMethod.KELLY),
    ),
    Setting(
        "sizing.at_risk", Group.SIZING, "At risk", Kind.SHARE, exact(_SIZING.at_risk),
        "The most of equity that one position may lose when its stop is hit.", most=Decimal("0.1"), is_above=True,
        condition=_sized_by(SizingMethod.BALANCED),
    ),
    Setting(
        "sizing.daily_volatility", Group.SIZING, "Daily swing", Kind.SHARE, exact(_SIZING.daily_volatility),
        "How much one position may move equity on a usual day, as a standard deviation: the volatility target.",
        most=Decimal("0.2"), is_above=True, condition=_sized_by(SizingMethod.BALANCED, SizingMethod.VOLATILITY),
    ),
    Setting(
        "policy.evidence", Group.POLICY, "Evidence", Kind.CHOICE, _POLICY.evidence.value,
        "Whether any model may open positions, or only one that has shown an edge on bars it had not seen.",
        choices={
            EvidencePolicy.FOLLOW_MODEL.value: "Follow the model",
            EvidencePolicy.ONLY_WITH_EVIDENCE.value: "Only with evidence",
        },
    ),
    Setting(
        "policy.drift", Group.POLICY, "Drift guard", Kind.CHOICE, _POLICY.drift.value,
        "What follows when the market is unlike anything the model was trained on: nothing, a warning, or no position.",
        choices={
            DriftPolicy.OFF.value: "Do nothing",
            DriftPolicy.WARN.value: "Warn",
            DriftPolicy.HOLD.value: "Open no position",
        },
    ),
    Setting(
        EXPLORING, Group.POLICY, "Explore after", Kind.WHOLE, EXPLORE_AFTER,
        "How long nothing is held in a simulated market until a little is bought to learn from; 0 never does.",
        most=_LONGEST, unit="bars",
    ),
    Setting(
        SCHEDULER, Group.BACKTESTS, "Dask scheduler", Kind.ADDRESS, "",
        "Sweeps work on the cluster of this scheduler, like tcp://192.168.1.20:8786; empty, on this computer's cores.",
    ),
    Setting(
        API_IS_ON, Group.API, "Serve the API", Kind.SWITCH, _API.is_on,
        "Whether other programs on this computer may watch and drive this one, once they have logged in.",
    ),
    Setting(
        API_PORT, Group.API, "Port", Kind.WHOLE, _API.port,
        "Where they find it: 127.0.0.1 and this port.", least=Decimal(LEAST_PORT), most=Decimal(MOST_PORT),
    ),
    Setting(
        API_IS_OPEN_HERE, Group.API, "Let programs here register", Kind.SWITCH, _API.is_open_here,
        "Whether programs on this computer may register more users, 20 in all; switch it off where others work here.",
    ),
    Setting(
        API_IS_OPEN, Group.API, "Let other computers register", Kind.SWITCH, _API.is_open,
        "The same for other computers, which reach only serve --host with a certificate; the first user always may.",
    ),
)  # fmt: skip
BY_KEY = {setting.key: setting for setting in SETTINGS}
