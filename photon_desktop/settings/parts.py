"""Between what the user chose and the dataclasses that the rules are handed in."""

from dataclasses import fields, replace
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.settings.api_place import ApiPlace
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.setting import Value
from photon_desktop.settings.table import MODEL_TYPE, SCHEDULER, STARTING
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules

Part = TypeVar("Part", CostModel, RiskLimits, SizingRules, DecisionPolicy, ApiPlace)
_NAMES = {
    CostModel: "costs", RiskLimits: "limits", SizingRules: "sizing", DecisionPolicy: "policy", ApiPlace: "api",
}  # fmt: skip


def costs_of(choices: Choices) -> CostModel:
    """What trading costs."""
    return _filled(CostModel(), choices)


def limits_of(choices: Choices) -> RiskLimits:
    """What an order must keep within."""
    return _filled(RiskLimits(), choices)


def sizing_of(choices: Choices) -> SizingRules:
    """What sizes come from."""
    return _filled(SizingRules(), choices)


def policy_of(choices: Choices) -> DecisionPolicy:
    """What else decisions depend on."""
    return _filled(DecisionPolicy(), choices)


def model_type_of(choices: Choices) -> str:
    """What learns."""
    return str(choices[MODEL_TYPE])


def starting_cash_of(choices: Choices) -> Decimal:
    """What a new paper account begins with."""
    return exact(choices[STARTING])


def api_of(choices: Choices) -> ApiPlace:
    """Whether and where the window serves the local API."""
    return _filled(ApiPlace(), choices)


def scheduler_of(choices: Choices) -> str | None:
    """Where sweeps work: the address of a Dask scheduler, None for this machine."""
    return str(choices[SCHEDULER]) or None


def choices_in(
    parts: tuple[CostModel | RiskLimits | SizingRules | DecisionPolicy | ApiPlace, ...],
    model_type: str,
    starting_cash: Decimal | None = None,
    scheduler: str | None = None,
) -> Choices:
    """The choices that `parts` come from; what is not handed in is as by default."""
    values: dict[str, Value] = {MODEL_TYPE: model_type, SCHEDULER: scheduler or ""}
    if starting_cash is not None:
        values[STARTING] = starting_cash
    for part in parts:
        for one in fields(part):
            values[f"{_NAMES[type(part)]}.{one.name}"] = _value(getattr(part, one.name))
    return Choices.of(values)


def _filled(default: Part, choices: Choices) -> Part:
    """`default` with what was chosen, each value in the field's own type."""
    name = _NAMES[type(default)]
    chosen = {one.name: choices[f"{name}.{one.name}"] for one in fields(default)}
    typed: dict[str, Any] = {field: type(getattr(default, field))(value) for field, value in chosen.items()}
    return replace(default, **typed)


def _value(held: object) -> Value:
    if isinstance(held, float):
        return exact(held)
    if isinstance(held, Enum):
        return str(held.value)
    assert isinstance(held, Decimal | int | str)
    return held
