from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.agents.market_monitor import take_snapshot
from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.post import Post
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.challenge import ChallengeReport, LoggedPredictions
from photon_desktop.learning.fitting import fit_and_save
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.market.session import Series
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    MARKET_MONITOR,
    Message,
    MessageStatus,
    MessageType,
    TradeDecision,
)
from tests.agents.conftest import HOUR, NOON, SYMBOL, BeginMaker
from tests.agents.test_market_monitor import walk

INSTRUMENT = assumed_instrument(SYMBOL)


class NoChallenge:
    """Is never asked for a challenger, nor for a test."""

    def gain(self, bars: Bars, request: TrainingRequest, permutation: int | None) -> "Future[float]":
        raise AssertionError("no test was due")

    def challenge(
        self, bars: Bars, request: TrainingRequest, logged: LoggedPredictions, folder: Path
    ) -> "Future[ChallengeReport]":
        raise AssertionError("no challenger was due")


class InlineTrainer(NoChallenge):
    """Fits at once, with few trees, in this process."""

    def __init__(self) -> None:
        self.requests: list[TrainingRequest] = []

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        self.requests.append(request)
        future: Future[str] = Future()
        try:
            future.set_result(fit_and_save(bars, replace(request, trees=5), folder))
        except NotEnoughDataError as error:
            future.set_exception(error)
        return future


class SlowTrainer(NoChallenge):
    """Never gets done."""

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        return Future()


class BrokenTrainer(NoChallenge):
    """Can't even begin."""

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        raise RuntimeError("no process to fit in")


def tmp_models(store: Store) -> Path:
    return store.path.parent / "models"


def series(bars: Bars) -> Series:
    return Series(SYMBOL, Interval.HOUR_1, bars, "csv", INSTRUMENT)


def snapshot(store: Store, post: Post, bars: Bars) -> Message:
    """The snapshot of the last of `bars`, stored with them as the monitor does."""
    store.bars.put(SYMBOL, Interval.HOUR_1, "csv", bars)
    message = post.first(MARKET_MONITOR, DECISION_MAKER, take_snapshot(series(bars), NOON))
    store.messages.add(message)
    return message


def decisions(store: Store) -> list[TradeDecision]:
    stored = store.messages.of_type(MessageType.TRADE_DECISION, 100)
    return [item.message.payload for item in reversed(stored)]  # type: ignore[misc]


def test_while_the_first_model_is_trained_the_rules_decide_and_say_so(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(SlowTrainer())
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    (decision,) = decisions(store)
    assert (decision.model_type, decision.probabilities) == ("rules", {})
    assert "still being trained" in decision.reasoning


def test_a_trained_model_decides_with_probabilities_and_reasons(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(InlineTrainer())
    news: list[ModelNews] = []
    maker.model_changed.connect(news.append)
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    (decision,) = decisions(store)
    assert [item.is_pending for item in news] == [True, False]
    assert news[-1].manifest is not None
    assert (decision.model_type, decision.model_version) == ("random_forest", news[-1].manifest.version)
    assert decision.model_hash == news[-1].manifest.model_hash
    assert sum(decision.probabilities.values()) == pytest.approx(1)
    assert len(decision.contributions) == 14
    assert store.models.latest(SYMBOL, Interval.HOUR_1) is not None


def test_a_live_decision_carries_the_five_past_bars_most_like_its_own(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(InlineTrainer())
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    (decision,) = decisions(store)
    times = [case.time for case in decision.cases]
    assert len(set(times)) == 5
    assert max(times) < decision.decided_at
    assert {case.outcome for case in decision.cases} <= {"SELL", "HOLD", "BUY"}
    assert [case.distance for case in decision.cases] == sorted(case.distance for case in decision.cases)


def test_a_provisional_model_is_followed_by_one_that_has_seen_all(make_maker: BeginMaker) -> None:
    maker = make_maker(InlineTrainer(), provisional_bars=944)
    news: list[ModelNews] = []
    maker.model_changed.connect(news.append)
    maker.learn(series(walk(1_500)))
    rows = [item.manifest.rows for item in news if item.manifest is not None]
    assert len(rows) == 2
    assert rows[0] < 944 < rows[1]


def test_a_provisional_fit_that_fails_leaves_the_full_one_to_come(make_maker: BeginMaker) -> None:
    maker = make_maker(InlineTrainer(), provisional_bars=250)
    news: list[ModelNews] = []
    maker.model_changed.connect(news.append)
    maker.learn(series(walk(1_500)))
    assert [item.manifest is not None for item in news] == [False, True]
    assert news[0].is_pending


def test_too_few_bars_to_train_on_are_said_with_every_decision(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(InlineTrainer())
    maker.learn(series(walk(300)))
    maker.receive(snapshot(store, post, walk(300)))
    (decision,) = decisions(store)
    assert decision.model_type == "rules"
    assert "No model of BTCUSDT could be trained" in decision.reasoning


def test_a_trainer_that_can_not_begin_leaves_the_rules_deciding(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(BrokenTrainer(), provisional_bars=944)
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    (decision,) = decisions(store)
    assert decision.model_type == "rules"
    assert "no process to fit in" in decision.reasoning


def test_a_later_session_takes_up_the_stored_model(store: Store, make_maker: BeginMaker) -> None:
    trainer = InlineTrainer()
    make_maker(trainer).learn(series(walk(1_000)))
    make_maker(trainer).learn(series(walk(1_000)))
    assert len(trainer.requests) == 1


def test_the_champion_that_the_store_names_decides_and_not_the_newest_file(
    store: Store, make_maker: BeginMaker
) -> None:
    trainer = InlineTrainer()
    past, later = walk(1_100).part(0, 1_000), walk(1_100)
    make_maker(trainer).learn(series(past))
    (first,) = store.models.all(SYMBOL, Interval.HOUR_1)
    store.models.set_status(first.version, "retired")
    trainer.submit(later, trainer.requests[0], tmp_models(store))
    store.models.promote(first)
    news: list[ModelNews] = []
    maker = make_maker(trainer)
    maker.model_changed.connect(news.append)
    maker.learn(series(later))
    assert [item.manifest and item.manifest.version for item in news] == [first.version]


def test_there_is_one_champion_and_those_whose_files_made_room_are_dropped(
    store: Store, make_maker: BeginMaker
) -> None:
    trainer = InlineTrainer()
    for end in range(1_106, 1_099, -1):  # each older, so that the one before has seen the future
        make_maker(trainer).learn(series(walk(1_106).part(0, end)))
    status = [record.status for record in store.models.all(SYMBOL, Interval.HOUR_1)]
    assert status.count("champion") == 1
    assert status.count("dropped") == 2
    kept = {record.path for record in store.models.all(SYMBOL, Interval.HOUR_1) if record.status != "dropped"}
    assert kept == {path.name for path in tmp_models(store).glob("*.npz")}


def test_a_model_that_has_seen_the_future_is_not_taken(store: Store, make_maker: BeginMaker) -> None:
    trainer = InlineTrainer()
    make_maker(trainer).learn(series(walk(1_100)))
    make_maker(trainer).learn(series(walk(1_100).part(0, 1_000)))
    assert len(trainer.requests) == 2


def test_a_damaged_model_file_is_told_and_trained_again(store: Store, make_maker: BeginMaker, tmp_path: Path) -> None:
    trainer = InlineTrainer()
    make_maker(trainer).learn(series(walk(1_000)))
    (file,) = (tmp_path / "models").glob("*.npz")
    file.write_bytes(b"not a model")
    make_maker(trainer).learn(series(walk(1_000)))
    assert len(trainer.requests) == 2
    assert any("damaged" in line.text for line in store.log.recent(20))


def test_decisions_made_without_a_damaged_model_say_that_it_is_damaged(
    store: Store, post: Post, make_maker: BeginMaker, tmp_path: Path
) -> None:
    make_maker(InlineTrainer()).learn(series(walk(1_000)))
    (file,) = (tmp_path / "models").glob("*.npz")
    file.write_bytes(b"not a model")
    maker = make_maker(SlowTrainer())
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    decision = decisions(store)[-1]
    assert decision.model_type == "rules"
    assert f"{file.name} is damaged" in decision.reasoning and "A new one is trained" in decision.reasoning


def test_a_snapshot_that_comes_twice_is_decided_on_once(store: Store, post: Post, make_maker: BeginMaker) -> None:
    maker = make_maker(SlowTrainer())
    message = snapshot(store, post, walk(300))
    maker.receive(message)
    maker.receive(message)
    assert len(decisions(store)) == 1


def test_the_decision_carries_the_trace_of_its_snapshot(store: Store, post: Post, make_maker: BeginMaker) -> None:
    message = snapshot(store, post, walk(300))
    make_maker(SlowTrainer())
    kinds = [item.message.type for item in store.messages.chain(message.trace_id)]
    assert kinds == [MessageType.MARKET_SNAPSHOT, MessageType.TRADE_DECISION]


@pytest.mark.parametrize("opens_at", [NOON + 3 * HOUR, NOON - 3 * HOUR])
def test_a_snapshot_left_from_another_time_expires(
    store: Store, post: Post, make_maker: BeginMaker, opens_at: int
) -> None:
    message = snapshot(store, post, walk(300))
    make_maker(SlowTrainer(), opens_at=opens_at)
    (stored,) = store.messages.chain(message.trace_id)
    assert stored.status is MessageStatus.EXPIRED
    assert decisions(store) == []


def test_bars_after_the_snapshot_do_not_change_the_decision(store: Store, post: Post, make_maker: BeginMaker) -> None:
    maker = make_maker(InlineTrainer(), opens_at=NOON - 50 * HOUR)
    past = walk(1_000).part(0, 950)
    maker.learn(series(past))
    maker.receive(snapshot(store, post, past))
    store.bars.put(SYMBOL, Interval.HOUR_1, "csv", walk(1_000))
    maker.receive(snapshot(store, post, past))
    before, after = decisions(store)
    assert before == after
    assert before.decided_at == int(past.times[-1]) + HOUR
    assert np.isfinite(list(before.probabilities.values())).all()
