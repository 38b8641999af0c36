"""The audit: every check that applies to a strategy, one after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from photon_desktop.backtest.leaks.findings import Audit, Check
from photon_desktop.backtest.leaks.no_edge import Try, check_no_edge
from photon_desktop.backtest.leaks.probes import Probe
from photon_desktop.backtest.leaks.shuffled import Teach, check_shuffled
from photon_desktop.backtest.leaks.truncation import check_truncation
from photon_desktop.backtest.leaks.watch import AuditCancelledError, Watch
from photon_desktop.learning.samples import Samples
from photon_desktop.trading.bars import Bars


@dataclass(frozen=True, slots=True)
class Subject:
    """What is audited: a strategy by its `name`, the `probes` into it, how to `try_` it on other bars, and, where it
    learns, how to `teach` it."""

    name: str
    probes: tuple[Probe, ...]
    try_: Try | None = None
    teach: Teach | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What a subject is audited on: `bars`, `markets` without an edge by name, and, where it learns, `samples`."""

    bars: Bars
    markets: Mapping[str, Bars] = field(default_factory=dict)
    samples: Samples | None = None


def audit(subject: Subject, material: Material, seed: int, watch: Watch | None = None) -> Audit:
    """Check `subject`. The same arguments give the same answer, bit for bit. Raises what the subject itself raises.

    Cancelled by `watch`, it holds the checks that were finished.
    """
    checks: list[Check] = []
    try:
        checks.extend(_checks(subject, material, seed, watch or Watch()))
    except AuditCancelledError:
        return Audit(subject.name, tuple(checks), finished=False)
    return Audit(subject.name, tuple(checks), finished=True)


def _checks(subject: Subject, material: Material, seed: int, watch: Watch) -> Iterator[Check]:
    for probe in subject.probes:
        yield check_truncation(probe, material.bars, seed, watch)
    if subject.teach is not None and material.samples is not None:
        yield check_shuffled(subject.teach, material.samples, seed, watch)
    if subject.try_ is not None and material.markets:
        yield check_no_edge(subject.try_, material.markets, watch)
