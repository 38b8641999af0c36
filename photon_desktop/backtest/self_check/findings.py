"""What a comparison came to: differences, what could not be compared and why, and the score of both."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.backtest.parity import Difference
from photon_desktop.trading.messages import Json
from photon_desktop.trading.money import ZERO, plain


@dataclass(frozen=True, slots=True)
class ParityScore:
    """Of `decisions` and `fills` compared, how many came out equal, decisions to the bit and fills within 1e-9; and
    the largest difference of any fill's money (quote money)."""

    decisions: int
    equal_decisions: int
    fills: int
    equal_fills: int
    largest_money: Decimal = ZERO

    @property
    def share(self) -> float | None:
        """The share of both that is equal, 0 to 1; None when nothing was compared."""
        count = self.decisions + self.fills
        return None if count == 0 else (self.equal_decisions + self.equal_fills) / count

    @property
    def percent(self) -> str:
        """`share` for a person: 100% only where nothing differs."""
        if self.share is None:
            return "–"
        return "100%" if self.share == 1 else f"{min(self.share, 0.9999):.2%}"

    @property
    def sentence(self) -> str:
        """The score in words."""
        if self.share is None:
            return "Nothing could be compared."
        money = f"; money differs by {plain(self.largest_money)} at most" if self.largest_money else ""
        return (
            f"{self.equal_decisions:,} of {self.decisions:,} decisions equal to the bit, {self.equal_fills:,} of"
            f" {self.fills:,} fills equal within 1e-9{money}."
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """The score of one account's stretch, its `differences`, and one sentence for each thing that stays open."""

    account: str
    score: ParityScore
    differences: tuple[Difference, ...]
    open_points: tuple[str, ...]


class Tally:
    """Gathers them while a record is gone through."""

    def __init__(self) -> None:
        self.differences: list[Difference] = []
        self._compared: dict[str, set[str]] = {"decision": set(), "fill": set()}
        self._unequal: dict[str, set[str]] = {"decision": set(), "fill": set()}
        self._open: Counter[str] = Counter()
        self._money = ZERO

    def compared(self, what: str, name: str, found: Sequence[Difference] = ()) -> None:
        """Count the decision or the fill (`what`) called `name`, with the differences found in it."""
        self._compared[what].add(name)
        if found:
            self._unequal[what].add(name)
            self.differences += found

    def differs(self, what: str, name: str, found: Sequence[Difference]) -> None:
        """Count what differs beside what was compared; a decision of which nothing else was compared stays open."""
        if found:
            self.compared(what, name, found)

    def leave_open(self, sentence: str) -> None:
        """Tell what was not compared, and why; the same sentence is counted."""
        self._open[sentence] += 1

    def money_differs(self, by: Decimal) -> None:
        """Know of a difference of money (quote money)."""
        self._money = max(self._money, abs(by))

    def findings(self, account: str) -> Findings:
        """All of it."""
        compared, unequal = self._compared, self._unequal
        decisions, fills = len(compared["decision"]), len(compared["fill"])
        score = ParityScore(
            decisions, decisions - len(unequal["decision"]), fills, fills - len(unequal["fill"]), self._money
        )
        points = (f"{count:,} ×: {text}" if count > 1 else text for text, count in self._open.items())
        return Findings(account, score, tuple(self.differences), tuple(points))


def difference(at: str, what: str, name: str, recorded: Any, replayed: Any) -> Difference:
    """One difference, decimals as text."""
    return Difference(at, what, name, _told(recorded), _told(replayed))


def findings_json(found: Findings) -> Json:
    """As JSON keeps it."""
    score = found.score
    return {
        "account": found.account,
        "decisions": score.decisions,
        "equal_decisions": score.equal_decisions,
        "fills": score.fills,
        "equal_fills": score.equal_fills,
        "largest_money": plain(score.largest_money),
        "differences": [
            {"at": one.at, "what": one.what, "field": one.field, "recorded": one.recorded, "replayed": one.replayed}
            for one in found.differences
        ],
        "open_points": list(found.open_points),
    }


def findings_of(told: Json) -> Findings:
    """The findings that `findings_json` wrote."""
    decisions, fills = (told["decisions"], told["equal_decisions"]), (told["fills"], told["equal_fills"])
    score = ParityScore(*decisions, *fills, Decimal(told["largest_money"]))
    found = tuple(Difference(**one) for one in told["differences"])
    return Findings(told["account"], score, found, tuple(told["open_points"]))


def _told(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    return value if value is None or isinstance(value, str | int | float | bool | list | dict) else str(value)
