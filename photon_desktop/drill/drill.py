"""Kills a trading program at random instants, starts it again each time, and examines what is left."""

import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from photon_desktop.application import PAPER_ACCOUNT
from photon_desktop.drill.outcome import Outcome
from photon_desktop.drill.processes import drill_context
from photon_desktop.drill.sheet import examine
from photon_desktop.drill.stopping import Stopping
from photon_desktop.drill.trader import trade
from photon_desktop.errors import PhotonError
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store

_LONGEST_DELAY_S = 0.3  # three bars of the drill's market
_PATIENCE_S = 60.0
_ALL = 10_000_000


def run_drill(
    folder: Path, kills: int, seed: int, stopping: Stopping, show: Callable[[int], None] = lambda _: None
) -> Outcome:
    """The outcome of `kills` kills in `folder`, an empty one, fewer when `stopping` was asked for; `show` hears how
    many were done.

    Each program is killed within three bars of its first fill, at an instant that follows from `seed` and the machine's
    mood. Raises PhotonError when a program does not come to trade.
    """
    instants = random.Random(seed)
    done = 0
    while done < kills and not stopping.is_asked:
        _killed(folder, instants.uniform(0, _LONGEST_DELAY_S))
        done += 1
        show(done)
    _finished(folder)
    store = Store.open(folder / STORE_NAME)
    try:
        fills = len(store.trades.fills(_ALL, PAPER_ACCOUNT))
        return Outcome(examine(store, PAPER_ACCOUNT), done, orders=fills, executions=fills)
    finally:
        store.close()


def _killed(folder: Path, delay_s: float) -> None:
    process = _trading(folder)
    time.sleep(delay_s)
    process.kill()
    process.join()


def _finished(folder: Path) -> None:
    process, told = _begun(folder, is_last=True)
    told.close()
    process.join(_PATIENCE_S)
    if process.exitcode != 0:
        process.kill()
        raise PhotonError(f"The last program of the drill did not end in order (exit code {process.exitcode}).")


def _trading(folder: Path) -> BaseProcess:
    """A program that has filled its first order."""
    process, told = _begun(folder, is_last=False)
    try:
        if told.poll(_PATIENCE_S):
            told.recv()
            return process
    except EOFError:
        process.join()
    finally:
        told.close()
    process.kill()
    raise PhotonError(f"A program of the drill did not come to trade (exit code {process.exitcode}).")


def _begun(folder: Path, is_last: bool) -> tuple[BaseProcess, Connection]:
    """A program just started, and what it tells by."""
    context = drill_context()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=trade, args=(folder, theirs, is_last), daemon=True)
    process.start()
    theirs.close()
    return process, ours
