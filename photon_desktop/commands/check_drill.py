"""`photon-desktop check --drill`: the program is killed while it trades, and its books are examined."""

import secrets
import tempfile
from dataclasses import asdict
from pathlib import Path

from photon_desktop.commands.output import print_json, progress_on
from photon_desktop.drill.drill import run_drill
from photon_desktop.drill.sheet import Line, passed
from photon_desktop.errors import UsageError

USUAL_KILLS, MOST_KILLS = 20, 10_000


def drill(kills: int, seed: int | None, as_json: bool) -> int:
    """Run the drill in a folder of its own, which is gone afterwards, and print its sheet; 1 when a line fails."""
    if not 1 <= kills <= MOST_KILLS:
        raise UsageError(f"--kills is {kills}; write a number from 1 to {MOST_KILLS:,}.")
    seed = secrets.randbelow(2**31) if seed is None else seed
    show = progress_on()
    with tempfile.TemporaryDirectory(prefix="photon-drill-") as folder:
        lines = run_drill(Path(folder), kills, seed, lambda done: show("Kills", done, kills))
    if as_json:
        sheet = [asdict(line) for line in lines]
        print_json({"ok": passed(lines), "kills": kills, "seed": seed, "sheet": sheet})
    else:
        _print_sheet(lines, kills, seed)
    return 0 if passed(lines) else 1


def _print_sheet(lines: tuple[Line, ...], kills: int, seed: int) -> None:
    print(f"Killed {kills:,} times while it traded on paper in the simulated market (seed {seed}).")
    width = max(len(line.what) for line in lines)
    for line in lines:
        print(f"{'✓ pass' if line.holds else '✕ FAIL'}  {line.what:<{width}}  {line.detail}")
    print("All is well." if passed(lines) else "Please report this, with the seed; no money was at stake.")
