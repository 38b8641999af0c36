"""What an audit found: each check with its answer, and where it failed."""

from dataclasses import asdict, dataclass
from typing import Any

from photon_desktop.trading.timestamps import to_iso


@dataclass(frozen=True, slots=True)
class Finding:
    """One leak. `what` is the feature or decision that knew too much, told at the bar that opened at `time_ns` (ns UTC,
    None where no single bar shows it). `future`: what was done to it, from the bar of `changed_from_ns` on.
    `with_future` and `without_future` are what was told as it was and after that, None for no value; `sentence` says it
    all."""

    what: str
    sentence: str
    time_ns: int | None = None
    changed_from_ns: int | None = None
    future: str | None = None
    with_future: float | None = None
    without_future: float | None = None

    def to_json(self) -> dict[str, Any]:
        """The fields by name, times as ISO 8601 UTC."""
        times = {name: _iso(getattr(self, f"{name}_ns")) for name in ("time", "changed_from")}
        fields = {name: value for name, value in asdict(self).items() if not name.endswith("_ns")}
        return {**fields, **times}


@dataclass(frozen=True, slots=True)
class Check:
    """`name` of what was checked and `tested`, a sentence on how much of it; it passed when `findings` is empty."""

    name: str
    tested: str
    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def to_json(self) -> dict[str, Any]:
        """The fields by name, and `passed`."""
        findings = [finding.to_json() for finding in self.findings]
        return {"name": self.name, "passed": self.passed, "tested": self.tested, "findings": findings}


@dataclass(frozen=True, slots=True)
class Audit:
    """All checks of `strategy`, in their order. `finished` is false when it was cancelled: then some are missing."""

    strategy: str
    checks: tuple[Check, ...]
    finished: bool

    @property
    def passed(self) -> bool:
        """Whether every check was made and found nothing."""
        return self.finished and all(check.passed for check in self.checks)

    def to_json(self) -> dict[str, Any]:
        """One JSON object."""
        return {
            "strategy": self.strategy,
            "passed": self.passed,
            "finished": self.finished,
            "checks": [check.to_json() for check in self.checks],
        }


def _iso(time_ns: int | None) -> str | None:
    return None if time_ns is None else to_iso(time_ns)
