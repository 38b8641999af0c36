"""`photon-desktop check --drill`: the program is killed while it trades, and its books are examined."""

import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from photon_desktop.commands.output import note, print_json, progress_on
from photon_desktop.drill.at_exchange.drill import run_exchange_drill
from photon_desktop.drill.drill import run_drill
from photon_desktop.drill.outcome import Outcome
from photon_desktop.drill.sheet import passed
from photon_desktop.drill.stopping import Stopping
from photon_desktop.errors import UsageError

USUAL_KILLS, MOST_KILLS = 20, 10_000
PAPER, EXCHANGE, BOTH = "paper", "exchange", "both"
_WHERE = {
    PAPER: "on paper in the simulated market",
    EXCHANGE: "at a local exchange, on loopback and with made-up keys; no real exchange was reached",
}
_KEPT = "What the drill left is kept in {folder}: look at it or send it along, then delete it."
_ENDED_EARLY = "It was ended early, by Ctrl-C."


@dataclass(frozen=True, slots=True)
class _Part:
    against: str
    outcome: Outcome
    seconds: float

    @property
    def has_passed(self) -> bool:
        return passed(self.outcome.lines)


def drill(kills: int, seed: int | None, against: str, as_json: bool) -> int:
    """Run the drill, each part in a folder of its own, and print its sheet; 1 when a line fails. The folder is gone
    afterwards unless one does: then a note says where it is. Ctrl-C ends it with the sheet of what was done."""
    if not 1 <= kills <= MOST_KILLS:
        raise UsageError(f"--kills is {kills}; write a number from 1 to {MOST_KILLS:,}.")
    seed = secrets.randbelow(2**31) if seed is None else seed
    names = (PAPER, EXCHANGE) if against == BOTH else (against,)
    with Stopping() as stopping:
        parts = [_part(name, kills, seed, stopping) for name in names if not stopping.is_asked]
    if as_json:
        print_json(_json(parts, kills, seed, against))
    else:
        _print_readable(parts, seed)
    if stopping.is_asked:
        note(_ENDED_EARLY)
    return 0 if all(part.has_passed for part in parts) else 1


def _part(against: str, kills: int, seed: int, stopping: Stopping) -> _Part:
    run = run_drill if against == PAPER else run_exchange_drill
    begun = time.monotonic()
    folder, is_over = Path(tempfile.mkdtemp(prefix="photon-drill-")), False
    try:
        outcome = run(folder, kills, seed, stopping, _progress(against, kills))
        is_over = passed(outcome.lines)
    finally:
        if is_over:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            note(_KEPT.format(folder=folder))
    return _Part(against, outcome, time.monotonic() - begun)


def _progress(against: str, kills: int) -> Callable[[int], None]:
    show = progress_on(sys.stderr)
    return lambda done: show(f"Kills, {against}", done, kills)


def _json(parts: list[_Part], kills: int, seed: int, against: str) -> Mapping[str, Any]:
    return {
        "ok": all(part.has_passed for part in parts),
        "kills": kills,
        "seed": seed,
        "against": against,
        "parts": [
            {
                "against": part.against,
                "kills": part.outcome.kills,
                "seconds": round(part.seconds, 1),
                "orders": part.outcome.orders,
                "executions": part.outcome.executions,
                "faults": dict(sorted(part.outcome.faults.items())),
            }
            for part in parts
        ],
        "sheet": [{"against": part.against, **asdict(line)} for part in parts for line in part.outcome.lines],
    }


def _print_readable(parts: list[_Part], seed: int) -> None:
    for part in parts:
        _print_sheet(part, seed)
    are_well = all(part.has_passed for part in parts)
    print("All is well." if are_well else "Please report this, with the seed; no money was at stake.")


def _print_sheet(part: _Part, seed: int) -> None:
    outcome = part.outcome
    print(
        f"Killed {outcome.kills:,} times in {part.seconds:,.0f} s while it traded {_WHERE[part.against]} (seed {seed})."
    )
    if outcome.faults:
        print(f"{outcome.executions:,} executions of {outcome.orders:,} orders. What came upon them there:")
        for kind, count in sorted(outcome.faults.items()):
            print(f"{count:>8,}  {kind}")
    width = max(len(line.what) for line in outcome.lines)
    for line in outcome.lines:
        print(f"{'✓ pass' if line.holds else '✕ FAIL'}  {line.what:<{width}}  {line.detail}")
