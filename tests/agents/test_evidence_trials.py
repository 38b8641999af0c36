"""A champion is tested for an edge while it decides: its own market first, then permuted ones, one at a time."""

import weakref
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.post import Post
from photon_desktop.garbage import uncollected
from photon_desktop.learning.evidence import PERMUTATIONS, gain_on_market
from photon_desktop.learning.files import load_model
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.store.model_steps import StepKind
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.agents.conftest import SYMBOL, BeginMaker
from tests.agents.test_decision_maker import InlineTrainer, decisions, series, snapshot
from tests.agents.test_market_monitor import walk

H1 = Interval.HOUR_1
BARS = walk(1_010)
KNOWN = BARS.part(0, 1_000)


class HeldTrials(InlineTrainer):
    """Fits at once; each market's gain comes when a test hands it over."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Bars, TrainingRequest, int | None]] = []
        self.futures: list[Future[float]] = []
        self.fits: list[Future[str]] = []

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        self.fits.append(super().submit(bars, request, folder))
        return self.fits[-1]

    def gain(self, bars: Bars, request: TrainingRequest, permutation: int | None) -> "Future[float]":
        self.asked.append((bars, request, permutation))
        self.futures.append(Future())
        return self.futures[-1]

    def finish(self, own: float, permuted: float) -> None:
        self.futures[-1].set_result(own)
        for _ in range(PERMUTATIONS):
            self.futures[-1].set_result(permuted)


def decided(store: Store, post: Post, maker: DecisionMaker, last: int = 1_001) -> None:
    """One model is trained on the first 1,000 bars and decides on the bars after them."""
    maker.learn(series(KNOWN))
    for end in range(1_001, last + 1):
        maker.receive(snapshot(store, post, BARS.part(0, end)))


def champion(store: Store) -> ModelManifest:
    record = store.models.champion(SYMBOL, H1, "random_forest")
    assert record is not None
    return ModelManifest.from_json(record.manifest)


def test_the_own_market_comes_first_and_then_twenty_permuted_ones(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    decided(store, post, begin(trainer, tests_evidence=True), 1_003)
    assert [permutation for _, _, permutation in trainer.asked] == [None]
    trainer.finish(0.01, 0.0)
    assert [permutation for _, _, permutation in trainer.asked] == [None, *range(PERMUTATIONS)]
    assert all(bars == KNOWN for bars, _, _ in trainer.asked)
    assert {(request.symbol, request.round_trip_cost) for _, request, _ in trainer.asked} == {(SYMBOL, 0.003)}


def test_the_verdict_is_kept_in_the_store_in_the_file_and_as_a_step(
    store: Store, post: Post, begin: BeginMaker, tmp_path: Path
) -> None:
    trainer, news = HeldTrials(), list[ModelNews]()
    maker = begin(trainer, tests_evidence=True)
    maker.model_changed.connect(news.append)
    decided(store, post, maker)
    before = champion(store)
    trainer.finish(-0.01, 0.02)
    after = champion(store)
    assert (before.evidence, after.evidence) == ("untested", "no evidence")
    assert after.evidence_test is not None
    assert (after.evidence_test.gain, after.evidence_test.p_value) == (-0.01, 1.0)
    assert replace(after, evidence="untested", evidence_test=None) == before
    assert load_model(tmp_path / "models" / f"{after.version}.npz").manifest == after
    assert news[-1].manifest == after
    step = store.model_steps.recent(SYMBOL, H1)[0]
    assert (step.kind, step.figures["permutations"]) == (StepKind.TESTED, PERMUTATIONS)
    assert "no evidence" in step.words


def test_what_is_done_is_let_go_without_waiting_for_garbage_to_be_collected(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer = HeldTrials()
    with uncollected():
        decided(store, post, begin(trainer, tests_evidence=True))
        trainer.finish(0.01, 0.0)
        gone = [weakref.ref(future) for future in (*trainer.fits, *trainer.futures)]
        trainer.fits.clear()
        trainer.futures.clear()
        assert (len(gone), [future() for future in gone if future() is not None]) == (PERMUTATIONS + 2, [])


def test_a_tested_model_is_not_tested_again_by_a_later_session(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    maker = begin(trainer, tests_evidence=True)
    decided(store, post, maker)
    trainer.finish(0.01, 0.0)
    maker.stop()
    again = HeldTrials()
    decided(store, post, begin(again, tests_evidence=True), 1_004)
    assert again.asked == []
    assert decisions(store)[-1].model_version == champion(store).version


def test_a_test_that_was_cut_off_begins_again(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    maker = begin(trainer, tests_evidence=True)
    decided(store, post, maker)
    trainer.futures[-1].set_result(0.01)
    trainer.futures[-1].cancel()
    maker.receive(snapshot(store, post, BARS.part(0, 1_002)))
    assert [permutation for _, _, permutation in trainer.asked] == [None, 0, None]


def test_a_model_that_decides_no_more_is_not_tested_to_the_end(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    maker = begin(trainer, tests_evidence=True)
    decided(store, post, maker)
    maker.learn(series(BARS.part(0, 999)))  # knows less than the champion: another is trained
    trainer.futures[-1].set_result(0.01)
    assert len(trainer.asked) == 1
    assert champion(store).evidence == "untested"


def test_a_market_that_can_not_be_gone_through_leaves_the_model_untested_and_deciding(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer, said = HeldTrials(), list[str]()
    maker = begin(trainer, tests_evidence=True)
    maker.logged.connect(lambda line: said.append(line.text))
    decided(store, post, maker)
    trainer.futures[-1].set_exception(RuntimeError("the worker died"))
    maker.receive(snapshot(store, post, BARS.part(0, 1_002)))
    assert any("could not be tested for an edge: RuntimeError: the worker died" in text for text in said)
    assert (len(trainer.asked), champion(store).evidence) == (1, "untested")
    assert decisions(store)[-1].model_version == champion(store).version


def test_bars_that_changed_since_the_training_are_not_taken_for_its_own(
    store: Store, post: Post, begin: BeginMaker
) -> None:
    trainer, said = HeldTrials(), list[str]()
    maker = begin(trainer, tests_evidence=True)
    maker.logged.connect(lambda line: said.append(line.text))
    maker.learn(series(KNOWN))
    other = walk(1_010, seed=5)
    maker.receive(snapshot(store, post, other.part(0, 1_001)))
    maker.receive(snapshot(store, post, other.part(0, 1_002)))
    assert trainer.asked == []
    assert sum("changed since; train it again" in text for text in said) == 1


def test_a_replay_tests_nothing(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    decided(store, post, begin(trainer))
    assert trainer.asked == []


@pytest.mark.slow
def test_the_figures_are_those_that_the_train_command_would_find(store: Store, post: Post, begin: BeginMaker) -> None:
    trainer = HeldTrials()
    decided(store, post, begin(trainer, tests_evidence=True))
    while champion(store).evidence == "untested":
        trainer.futures[-1].set_result(gain_on_market(*trainer.asked[-1]))
    test = champion(store).evidence_test
    assert test is not None
    assert test.gain == gain_on_market(KNOWN, trainer.asked[0][1], None)
