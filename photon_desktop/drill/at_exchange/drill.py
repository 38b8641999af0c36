"""Kills a program that trades at a local exchange in bad weather, and holds its books against the exchange's."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from photon_desktop.drill.at_exchange.market import SYMBOLS
from photon_desktop.drill.at_exchange.patience import Patience
from photon_desktop.drill.at_exchange.sheet import Differences, at_home, differences, examine_at_exchange
from photon_desktop.drill.at_exchange.trader import (
    END,
    KEY,
    PROFILE,
    RUNS,
    SECRET,
    TRADE,
    TRADES,
    TROUBLE,
    Exchange,
    trade,
)
from photon_desktop.drill.exchange.process import BybitProcess
from photon_desktop.drill.outcome import Outcome
from photon_desktop.drill.processes import drill_context
from photon_desktop.drill.stopping import Stopping
from photon_desktop.errors import PhotonError
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store

_LONGEST_DELAY_S = 1.2  # over two bars of the drill's market
_EARLY_KILLS, _LONGEST_START_S = 0.25, 0.6  # of the starts, and how long after it
_PATIENCE_S = 90.0
_AGREEMENT_S = 90.0  # that an order never arrived is known after 15 s, and the weather goes on meanwhile
_THERE = "exchange.txt"  # what the exchange carried out, beside the store
_LOOK_S = 0.05


def run_exchange_drill(
    folder: Path, kills: int, seed: int, stopping: Stopping, show: Callable[[int], None] = lambda _: None
) -> Outcome:
    """The outcome of `kills` kills in `folder`, an empty one, fewer when `stopping` was asked for; `show` hears how
    many were done.

    Nothing leaves this computer: the exchange is a process on loopback, and the key that it knows was made up. Each
    program is killed within two bars of its first fill, at an instant that follows from `seed` and the machine's mood.
    After each start books and exchange have to agree before anything new is ordered; when they do not, the drill ends.
    Raises PhotonError when a program does not come to trade.
    """
    with BybitProcess({KEY: SECRET}, time.time_ns() // 1_000_000) as exchange:
        exchange.storm(SYMBOLS, seed)
        drill = _Drill(folder, exchange, random.Random(seed))
        try:
            while drill.kills < kills and not drill.disagreements and not stopping.is_asked:
                drill.kill_one()
                show(drill.kills)
            faults = exchange.clear_up()
            drill.finish()
        finally:
            drill.end_running()
        return drill.outcome(faults)


@dataclass(slots=True)
class _Running:
    process: BaseProcess
    told: Connection
    trouble: str = field(default="")

    def awaits(self, word: str, patience_s: float) -> bool:
        """Whether it says `word` within the time; what troubles it is kept."""
        deadline = time.monotonic() + patience_s
        while self.told.poll(max(0.0, deadline - time.monotonic())):
            try:
                said, what = self.told.recv()
            except EOFError:
                return False
            if said == TROUBLE:
                self.trouble = what
            if said == word:
                return True
        return False

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.told.close()


class _Drill:
    """One program after the other in one folder."""

    def __init__(self, folder: Path, exchange: BybitProcess, instants: random.Random) -> None:
        self.kills = 0
        self._early_kills = 0
        self.disagreements: tuple[str, ...] = ()
        self._folder = folder
        self._exchange = exchange
        self._reached = Exchange(exchange.rest_url, exchange.stream_url, time.time_ns())
        self._instants = instants
        self._running: _Running | None = None

    def kill_one(self) -> None:
        """Start a program, let it trade once the books agree, and kill it; sometimes one before it that only began to
        compare them."""
        if self._instants.random() < _EARLY_KILLS:
            self._begun()
            time.sleep(self._instants.uniform(0, _LONGEST_START_S))
            self.end_running()
            self._early_kills += 1
        running = self._agreeing()
        if self.disagreements:
            return
        running.told.send(TRADE)
        if not running.awaits(TRADES, _PATIENCE_S):
            raise PhotonError(
                f"A program of the drill did not come to trade (exit code {running.process.exitcode})."
                f" {running.trouble}".rstrip()
            )
        time.sleep(self._instants.uniform(0, _LONGEST_DELAY_S))
        self.end_running()
        self.kills += 1

    def finish(self) -> None:
        """Start a last program, which orders nothing, let it agree with the exchange, and end it in order."""
        if self.disagreements:
            return
        running = self._agreeing()
        if self.disagreements:
            return
        running.told.send(END)
        running.process.join(_PATIENCE_S)
        if (code := running.process.exitcode) != 0:
            raise PhotonError(f"The last program of the drill did not end in order (exit code {code}).")

    def end_running(self) -> None:
        """Kill what runs, if anything does."""
        if self._running is not None:
            self._running.kill()
            self._running = None

    def outcome(self, faults: Mapping[str, int]) -> Outcome:
        """What was found."""
        there = self._exchange.account(in_words=True)
        (self._folder / _THERE).write_text("\n".join(there.words.values()), encoding="utf-8")
        store = Store.open(self._folder / STORE_NAME)
        try:
            lines = (
                at_home(self._reached.rest_url, self._reached.stream_url),
                *examine_at_exchange(store, PROFILE.account, there, self.disagreements),
            )
        finally:
            store.close()
        own = {"orders filled in parts": there.in_parts, "kills while the books were compared": self._early_kills}
        faults = {**faults, **own}
        return Outcome(lines, self.kills, faults, len(there.links), len(there.trades))

    def _agreeing(self) -> _Running:
        """A program just started whose books came to agree with the exchange; else `disagreements` says in what. The
        patience begins anew whenever less is apart than ever before: a busy computer takes its time."""
        running = self._begun()
        patience = Patience(_AGREEMENT_S, time.monotonic)
        while (found := self._found()).sentences:
            if (code := running.process.exitcode) is not None:
                raise PhotonError(f"A program of the drill ended by itself (exit code {code}).")
            if patience.is_over(found.left):
                self.disagreements = (f"Not after {self.kills:,} kills.", *found.sentences, running.trouble)
                break
            running.awaits("", _LOOK_S)
        return running

    def _found(self) -> Differences:
        there = self._exchange.account()
        store = Store.open(self._folder / STORE_NAME)
        try:
            return differences(store, PROFILE.account, there)
        finally:
            store.close()

    def _begun(self) -> _Running:
        """A program that runs; until then its store may be in the making."""
        context = drill_context()
        ours, theirs = context.Pipe()
        process = context.Process(target=trade, args=(self._folder, theirs, self._reached), daemon=True)
        process.start()
        theirs.close()
        running = self._running = _Running(process, ours)
        if not running.awaits(RUNS, _PATIENCE_S):
            raise PhotonError(f"A program of the drill did not start (exit code {process.exitcode}).")
        return running
