"""Continuous learning: every ten decisions a challenger is proposed, and only the gate lets it take over."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from photon_desktop.agents.agent import in_words
from photon_desktop.agents.champions import Champions
from photon_desktop.agents.finished_trades import FinishedTrades
from photon_desktop.agents.lessons import logged_predictions, new_labels, trade_results
from photon_desktop.learning.challenge import ChallengeReport, LoggedPredictions
from photon_desktop.learning.drift import drifted, proposes_retrain
from photon_desktop.learning.gate import worth_fitting
from photon_desktop.learning.labels import HORIZON, Labels, triple_barrier
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model import Model
from photon_desktop.learning.samples import LARGEST_WINDOW
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.store.model_steps import ModelStep, StepKind
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import compute_features, usable_rows
from photon_desktop.trading.indicators import WARM_UP_BARS
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision

PROPOSE_EVERY = 10  # decisions of a model
_LOGGED = 1_000  # the newest decisions and finished trades a challenger learns from
_BARS = WARM_UP_BARS + LARGEST_WINDOW + HORIZON


class Challenging(Protocol):
    """Fits challengers somewhere else than in this thread."""

    def challenge(
        self, bars: Bars, request: TrainingRequest, logged: LoggedPredictions, folder: Path
    ) -> "Future[ChallengeReport]":
        """Begin a fit and its comparison with the champion."""
        ...


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenger on its way, and the champion it was proposed against."""

    symbol: str
    interval: Interval
    champion: ModelManifest
    future: "Future[ChallengeReport]"


class Apprenticeship:
    """Counts decisions, proposes challengers, and writes down every step; lives on its owner's thread."""

    def __init__(
        self,
        store: Store,
        trainer: Challenging,
        champions: Champions,
        round_trip_cost: float,
        now_ns: Callable[[], int],
        ended: Callable[[Challenge], None],
        noted: Callable[[str], None],
    ) -> None:
        """`ended` is called from any thread with a challenge whose future is done, `noted` with the symbol of each step
        that is written down."""
        self._store = store
        self._trainer = trainer
        self._champions = champions
        self._round_trip_cost = round_trip_cost
        self._now_ns = now_ns
        self._ended = ended
        self._noted = noted
        self._on_their_way: set[tuple[str, Interval]] = set()
        self._looked_at: set[str] = set()  # versions
        self._finished = FinishedTrades(store, _LOGGED)

    def reckon_with(self, round_trip_cost: float) -> None:
        """Label with this cost, a share of the notional, from the next challenger on."""
        self._round_trip_cost = round_trip_cost

    def count(self, decision: TradeDecision) -> None:
        """Count a model's decision; in the transaction that stores it, so that a restart loses none."""
        if decision.model_version:
            self._put_count(decision.ticker, decision.interval, self._count_of(decision.ticker, decision.interval) + 1)

    def propose_if_due(self, snapshot: MarketSnapshot, champion: Model, account: str) -> None:
        """After ten decisions, or once the market has drifted away, propose a challenger, or write down why there is
        none. Drift is looked for at a champion's first decision in this session, as after a long pause, and then
        every ten."""
        key, version = (snapshot.ticker, snapshot.interval), champion.manifest.version
        is_due = self._count_of(*key) >= PROPOSE_EVERY
        if key in self._on_their_way or (version in self._looked_at and not is_due):
            return
        self._looked_at.add(version)
        bars = self._store.bars.read(*key, snapshot.kept_as, end_ns=snapshot.close_time, last=_BARS)
        psi = psi_since(champion, bars) or {}
        if not (is_due or proposes_retrain(psi)):
            return
        self._put_count(*key, 0)
        labels = triple_barrier(bars, self._round_trip_cost)
        fresh = new_labels(bars, labels, champion.manifest.trained_to)
        figures = {"new_labels": fresh, "psi": psi, "drifted": list(drifted(psi))}
        if not worth_fitting(fresh):
            words = f"No challenger: {fresh} labels are new since the model was trained, {HORIZON} are needed."
            self.note(StepKind.SKIPPED, *key, version, "", words, figures)
            return
        self._propose(key, bars, labels, champion.manifest, account, figures)

    def take(self, challenge: Challenge, deciding: str) -> Model | None:
        """The challenger of an ended `challenge` if it takes over from `deciding`, the version in use now.

        Every outcome is written down. A fit that the program's end has cut off counts as none.
        """
        key, old = (challenge.symbol, challenge.interval), challenge.champion.version
        self._on_their_way.discard(key)
        if challenge.future.cancelled():
            return None
        try:
            return self._judged(challenge.future.result(), key, old, deciding)
        except Exception as error:
            words = f"No challenger of {old} took over, it goes on deciding: {in_words(error)}"
            self.note(StepKind.FAILED, *key, old, "", words)
            return None

    def _judged(self, report: ChallengeReport, key: tuple[str, Interval], old: str, deciding: str) -> Model | None:
        figures, words = _figures_of(report), report.words
        if report.path and deciding == old:
            model = self._champions.crown(Path(report.path))
            self.note(StepKind.PROMOTED, *key, old, report.version, words, figures)
            return model
        if report.path:
            words = f"{report.version} was turned down: {old}, which it was compared with, decides no more."
        self.note(StepKind.REJECTED, *key, deciding, report.version, words, figures)
        return None

    def note(
        self,
        kind: StepKind,
        symbol: str,
        interval: Interval,
        champion: str,
        challenger: str,
        words: str,
        figures: dict[str, Any] | None = None,
    ) -> None:
        """Write a step down."""
        step = ModelStep(self._now_ns(), symbol, interval, kind, champion, challenger, words, figures or {})
        self._store.model_steps.add(step)
        self._noted(symbol)

    def _propose(
        self,
        key: tuple[str, Interval],
        bars: Bars,
        labels: Labels,
        champion: ModelManifest,
        account: str,
        figures: dict[str, Any],
    ) -> None:
        said = self._store.decisions.lately(*key, _LOGGED)
        opened_at = {one.trace_id: one.opened_at for one in said}
        finished = self._finished.of(account, key[0])
        request = TrainingRequest(
            *key,
            champion.model_type.value,
            self._round_trip_cost,
            created_at=self._now_ns(),
            trades=trade_results(finished, opened_at, bars, labels),
            parent=champion.version,
            trials=champion.trials + 1,
        )
        logged = logged_predictions(said, champion)
        figures = {**figures, "logged": len(logged.times), "trades": len(request.trades)}
        words = f"A challenger of {champion.version} is proposed, {figures['new_labels']} labels being new"
        words += f" and {len(figures['drifted'])} inputs having drifted." if figures["drifted"] else "."
        self.note(StepKind.PROPOSED, *key, champion.version, "", words, figures)
        self._on_their_way.add(key)
        future = self._begin(bars, request, logged)
        future.add_done_callback(lambda done: self._ended(Challenge(*key, champion, done)))

    def _begin(self, bars: Bars, request: TrainingRequest, logged: LoggedPredictions) -> "Future[ChallengeReport]":
        try:
            return self._trainer.challenge(bars, request, logged, self._champions.folder)
        except Exception as error:
            failed: Future[ChallengeReport] = Future()
            failed.set_exception(error)
            return failed

    def _count_of(self, symbol: str, interval: Interval) -> int:
        return int(self._store.settings.get(_count_key(symbol, interval), 0))

    def _put_count(self, symbol: str, interval: Interval, count: int) -> None:
        self._store.settings.put(_count_key(symbol, interval), count)


def _count_key(symbol: str, interval: Interval) -> str:
    return f"learning.decisions.{symbol}.{interval.value}"


def _figures_of(report: ChallengeReport) -> dict[str, Any]:
    gained = None if report.verdict is None else asdict(report.verdict.gained)
    return {"compared": report.compared, "gained": gained, "challenger": report.manifest}


def psi_since(model: Model, bars: Bars) -> dict[str, float] | None:
    """How far each feature's distribution has moved since the model was trained; None while too few bars tell."""
    if model.guard is None:
        return None
    features = compute_features(bars)
    return model.guard.psi(features[usable_rows(features) & (bars.times > model.manifest.trained_to)])
