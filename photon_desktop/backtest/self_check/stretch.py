"""The check of a stretch of time: every account that anything was decided or filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from photon_desktop.backtest.self_check.check import check_record
from photon_desktop.backtest.self_check.decisions import RulesOf
from photon_desktop.backtest.self_check.findings import Findings, ParityScore, findings_json, findings_of
from photon_desktop.backtest.self_check.record import read_record
from photon_desktop.errors import ModelError
from photon_desktop.learning.files import load_model
from photon_desktop.learning.model import Model
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import Json
from photon_desktop.trading.money import ZERO

_NO_INPUTS = "decisions were not compared: they were made before what they were made from was kept."
_MODELS_IN_MEMORY = 8


@dataclass(frozen=True, slots=True)
class StretchCheck:
    """What was found between `since_ns` and `until_ns` (ns UTC, wall time), account by account; `open_points` beside
    theirs."""

    since_ns: int
    until_ns: int
    accounts: tuple[Findings, ...]
    open_points: tuple[str, ...] = ()

    @property
    def score(self) -> ParityScore:
        """That of all accounts together."""
        scores = [found.score for found in self.accounts]
        return ParityScore(
            sum(one.decisions for one in scores),
            sum(one.equal_decisions for one in scores),
            sum(one.fills for one in scores),
            sum(one.equal_fills for one in scores),
            max((one.largest_money for one in scores), default=ZERO),
        )

    @property
    def difference_count(self) -> int:
        """How many differences there are."""
        return sum(len(found.differences) for found in self.accounts)

    def to_json(self) -> Json:
        """As the store keeps it."""
        return {
            "since": self.since_ns,
            "until": self.until_ns,
            "accounts": [findings_json(found) for found in self.accounts],
            "open_points": list(self.open_points),
        }

    @classmethod
    def from_json(cls, told: Json) -> Self:
        """The check that `to_json` wrote."""
        accounts = tuple(findings_of(found) for found in told["accounts"])
        return cls(told["since"], told["until"], accounts, tuple(told["open_points"]))


def check_stretch(
    store: Store, models: Path, since_ns: int, until_ns: int, rules_of: RulesOf, account: str | None = None
) -> StretchCheck:
    """Check all accounts, or only `account`, in the time from `since_ns` on and before `until_ns` (ns UTC, wall time).
    `models` is the folder of the stored ones."""
    names = store.inputs.accounts_between(since_ns, until_ns) if account is None else (account,)
    model_of = lru_cache(_MODELS_IN_MEMORY)(models_in(models))
    found = tuple(check_record(read_record(store, name, since_ns, until_ns, model_of), rules_of) for name in names)
    without = store.inputs.decisions_without(since_ns, until_ns)
    return StretchCheck(since_ns, until_ns, found, (f"{without:,} {_NO_INPUTS}",) if without else ())


def models_in(folder: Path) -> Callable[[str], Model | None]:
    """Finds a model of `folder` by its version; None where it is gone or can't be read."""

    def model_of(version: str) -> Model | None:
        try:
            return load_model(folder / f"{version}.npz")
        except ModelError:
            return None

    return model_of
