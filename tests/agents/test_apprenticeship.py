from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.agents.apprenticeship import PROPOSE_EVERY
from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.post import Post
from photon_desktop.learning.challenge import ChallengeReport, LoggedPredictions
from photon_desktop.learning.fitting import fit_and_save
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.store.model_steps import StepKind
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import FEATURE_NAMES
from photon_desktop.trading.interval import Interval
from tests.agents.conftest import HOUR, NOON, SYMBOL, BeginMaker
from tests.agents.test_decision_maker import decisions, series, snapshot
from tests.agents.test_market_monitor import walk

H1 = Interval.HOUR_1
BARS = walk(1_100)
Challenge = tuple[Bars, TrainingRequest, LoggedPredictions, "Future[ChallengeReport]"]


class HeldTrainer:
    """Fits first models at once; challengers end when a test says so."""

    def __init__(self) -> None:
        self.challenges: list[Challenge] = []
        self.folder = Path()

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        future: Future[str] = Future()
        future.set_result(fit_and_save(bars, replace(request, trees=5), folder))
        return future

    def challenge(
        self, bars: Bars, request: TrainingRequest, logged: LoggedPredictions, folder: Path
    ) -> "Future[ChallengeReport]":
        future: Future[ChallengeReport] = Future()
        self.challenges.append((bars, request, logged, future))
        self.folder = folder
        return future

    def gain(self, bars: Bars, request: TrainingRequest, permutation: int | None) -> "Future[float]":
        raise AssertionError("no test was due")

    def promote(self) -> str:
        bars, request, _, future = self.challenges[-1]
        path = Path(fit_and_save(bars, replace(request, trees=6), self.folder))
        future.set_result(ChallengeReport(str(path), path.stem, None, 30, "It takes over.", {"trees": 6}))
        return path.stem


def decide(store: Store, post: Post, maker: DecisionMaker, first: int, count: int) -> None:
    for end in range(first, first + count):
        maker.receive(snapshot(store, post, BARS.part(0, end)))


def kinds(store: Store) -> list[StepKind]:
    return [step.kind for step in reversed(store.model_steps.recent(SYMBOL, H1))]


def challenged(store: Store, post: Post, maker: DecisionMaker) -> None:
    """Twenty decisions skip, the thirtieth proposes: 24 labels are new then."""
    maker.learn(series(BARS.part(0, 1_000)))
    decide(store, post, maker, 1_001, 3 * PROPOSE_EVERY)


@pytest.mark.slow
def test_every_ten_decisions_propose_and_too_few_new_labels_skip(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrainer()
    challenged(store, post, begin(trainer))
    assert kinds(store) == [StepKind.FITTED, StepKind.SKIPPED, StepKind.SKIPPED, StepKind.PROPOSED]
    ((bars, request, logged, _),) = trainer.challenges
    champion = store.models.champion(SYMBOL, H1, "random_forest")
    assert champion is not None
    assert (request.parent, request.trials) == (champion.version, 2)
    assert bars == BARS.part(0, 1_030)
    assert logged.times.tolist() == BARS.times[1_000:1_030].tolist()
    assert logged.probabilities.sum(axis=1) == pytest.approx(1)


def calm_then_wild(calm: int, wild: int) -> Bars:
    """A walk whose moves, volume and trend are of another kind after the first `calm` bars."""
    before, count = walk(calm), calm + wild
    random = np.random.default_rng(3)
    close = np.concatenate([before.close, before.close[-1] * np.exp(np.cumsum(random.normal(0.01, 0.002, wild)))])
    volume = np.concatenate([before.volume, np.exp(random.normal(0, 3, wild))])
    open_ = np.concatenate([[100.0], close[:-1]])
    times = NOON - HOUR * np.arange(count, 0, -1)
    return Bars.of(times, open_, np.maximum(open_, close), np.minimum(open_, close), close, volume)


def test_a_market_that_drifted_away_while_the_program_was_off_proposes_at_the_first_decision(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    bars = calm_then_wild(1_000, 260)
    first = begin(HeldTrainer())
    first.learn(series(bars.part(0, 1_000)))
    first.stop()
    trainer = HeldTrainer()
    again = begin(trainer)
    again.learn(series(bars))
    again.receive(snapshot(store, post, bars))
    step = store.model_steps.recent(SYMBOL, H1)[0]
    assert (step.kind, len(trainer.challenges)) == (StepKind.PROPOSED, 1)
    assert len(step.figures["drifted"]) >= 3 and "inputs having drifted" in step.words
    assert step.figures["psi"].keys() == set(FEATURE_NAMES)


def test_a_market_of_the_same_kind_proposes_only_every_ten_decisions(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    first = begin(HeldTrainer())
    bars = walk(1_260)
    first.learn(series(bars.part(0, 1_000)))
    first.stop()
    trainer = HeldTrainer()
    again = begin(trainer)
    again.learn(series(bars))
    again.receive(snapshot(store, post, bars))
    assert (kinds(store), trainer.challenges) == ([StepKind.FITTED], [])


def test_one_challenger_of_a_series_is_on_its_way_at_a_time(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrainer()
    maker = begin(trainer)
    challenged(store, post, maker)
    decide(store, post, maker, 1_031, 2 * PROPOSE_EVERY)
    assert len(trainer.challenges) == 1


def test_decisions_are_counted_through_a_restart(store: Store, post: Post, begin: BeginMaker) -> None:
    maker = begin(HeldTrainer())
    maker.learn(series(BARS.part(0, 1_000)))
    decide(store, post, maker, 1_001, PROPOSE_EVERY - 1)
    maker.stop()
    again = begin(HeldTrainer())
    again.learn(series(BARS.part(0, 1_009)))
    decide(store, post, again, 1_010, 1)
    assert kinds(store) == [StepKind.FITTED, StepKind.SKIPPED]


def test_a_challenger_that_is_turned_down_is_kept_in_words_and_figures(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer = HeldTrainer()
    maker = begin(trainer)
    challenged(store, post, maker)
    trainer.challenges[0][3].set_result(ChallengeReport("", "rf-x", None, 6, "Not compared.", {"trees": 6}))
    step = store.model_steps.recent(SYMBOL, H1)[0]
    assert (step.kind, step.challenger, step.words) == (StepKind.REJECTED, "rf-x", "Not compared.")
    assert step.figures == {"compared": 6, "gained": None, "challenger": {"trees": 6}}
    decide(store, post, maker, 1_031, 1)
    assert decisions(store)[-1].model_version == step.champion


def test_a_promoted_challenger_decides_also_after_a_restart(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrainer()
    maker = begin(trainer)
    challenged(store, post, maker)
    promoted = trainer.promote()
    assert kinds(store)[-1] is StepKind.PROMOTED
    maker.stop()
    again = begin(trainer)
    again.learn(series(BARS.part(0, 1_030)))
    decide(store, post, again, 1_031, 1)
    assert decisions(store)[-1].model_version == promoted


def test_a_challenger_that_fails_is_a_step_and_the_champion_goes_on(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer = HeldTrainer()
    maker = begin(trainer)
    challenged(store, post, maker)
    trainer.challenges[0][3].set_exception(RuntimeError("the worker died"))
    step = store.model_steps.recent(SYMBOL, H1)[0]
    assert step.kind is StepKind.FAILED and "the worker died" in step.words
    decide(store, post, maker, 1_031, 1)
    assert decisions(store)[-1].model_version == step.champion


def test_going_back_to_a_model_outlives_a_restart_and_a_challenger_on_its_way(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer = HeldTrainer()
    maker = begin(trainer)
    challenged(store, post, maker)
    first = store.models.all(SYMBOL, H1)[0].version
    trainer.promote()
    decide(store, post, maker, 1_031, 3 * PROPOSE_EVERY)
    assert len(trainer.challenges) == 2
    maker.roll_back(SYMBOL, H1, first)
    trainer.promote()
    assert kinds(store)[-2:] == [StepKind.ROLLED_BACK, StepKind.REJECTED]
    maker.stop()
    again = begin(trainer)
    again.learn(series(BARS.part(0, 1_060)))
    decide(store, post, again, 1_061, 1)
    assert decisions(store)[-1].model_version == first


def test_a_fit_begun_before_going_back_does_not_take_over(store: Store, post: Post, begin: BeginMaker) -> None:
    class SlowSecondFit(HeldTrainer):
        held: "Future[str] | None" = None

        def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
            if len(bars) < 1_000:
                return super().submit(bars, request, folder)
            self.held = Future()
            return self.held

    trainer = SlowSecondFit()
    maker = begin(trainer, provisional_bars=944)
    maker.learn(series(BARS.part(0, 1_000)))
    first = store.models.all(SYMBOL, H1)[0].version
    maker.roll_back(SYMBOL, H1, first)
    assert trainer.held is not None
    trainer.held.set_result("never read")
    decide(store, post, maker, 1_001, 1)
    assert decisions(store)[-1].model_version == first
    assert kinds(store) == [StepKind.FITTED, StepKind.ROLLED_BACK]


def test_a_model_that_is_not_stored_is_not_gone_back_to(store: Store, post: Post, begin: BeginMaker) -> None:
    maker = begin(HeldTrainer())
    maker.learn(series(BARS.part(0, 1_000)))
    maker.roll_back(SYMBOL, H1, "rf-nothing")
    assert kinds(store) == [StepKind.FITTED]
    assert any("rf-nothing is no stored model" in line.text for line in store.log.recent(5))
