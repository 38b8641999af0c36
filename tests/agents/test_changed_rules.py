"""A decision maker whose rules change while it is at work."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from photon_desktop.agents.decision_maker import DecisionMaker
from photon_desktop.agents.decision_rules import DecisionRules
from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.post import Post
from photon_desktop.learning.fitting import fit_and_save
from photon_desktop.learning.policy import DecisionPolicy, EvidencePolicy
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import TradeDecision
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingRules
from tests.agents.conftest import SYMBOL, BeginMaker
from tests.agents.test_decision_maker import InlineTrainer, NoChallenge, decisions, series, snapshot
from tests.agents.test_market_monitor import walk

BOOSTING = DecisionRules(model_type="gradient_boosting")


class HeldTrainer(NoChallenge):
    """Gets done when it is told to."""

    def __init__(self) -> None:
        self.begun: list[tuple[Bars, TrainingRequest, Path, Future[str]]] = []

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        future: Future[str] = Future()
        self.begun.append((bars, request, folder, future))
        return future

    def end(self, place: int) -> None:
        bars, request, folder, future = self.begun[place]
        future.set_result(fit_and_save(bars, replace(request, trees=5), folder))


def last(store: Store) -> TradeDecision:
    return decisions(store)[-1]


def news_of(maker: DecisionMaker) -> list[ModelNews]:
    heard: list[ModelNews] = []
    maker.model_changed.connect(heard.append)
    return heard


def test_a_decision_under_the_defaults_carries_no_settings(store: Store, post: Post, make_maker: BeginMaker) -> None:
    make_maker(HeldTrainer()).receive(snapshot(store, post, walk(300)))
    assert last(store).settings == {}
    assert "settings" not in last(store).to_json()


def test_changed_rules_govern_the_next_decision_which_carries_them(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(InlineTrainer())
    maker.learn(series(walk(1_000)))
    policy = DecisionPolicy(evidence=EvidencePolicy.ONLY_WITH_EVIDENCE, explore_after_bars=9)
    maker.set_rules(DecisionRules(limits=RiskLimits(1.0), sizing=SizingRules(at_risk=0.02), policy=policy))
    maker.receive(snapshot(store, post, walk(1_000)))
    decision = last(store)
    assert decision.settings == {
        "limits.minimum_confidence": 1,
        "sizing.at_risk": 0.02,
        "policy.evidence": "only with evidence",
    }  # exploring has no say on a real symbol
    assert decision.action == "HOLD"
    assert TradeDecision.from_json(decision.to_json()) == decision


def test_a_simulated_symbols_decision_says_when_it_is_explored(make_maker: BeginMaker) -> None:
    rules = DecisionRules(policy=DecisionPolicy(explore_after_bars=9))
    assert rules.told(assumed_instrument("DEMO-BTC")) == {"policy.explore_after_bars": 9}
    assert rules.told(assumed_instrument(SYMBOL)) == {}


def test_another_kind_of_model_is_trained_on_the_bars_that_have_come_and_decides(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    trainer = InlineTrainer()
    maker = make_maker(trainer)
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    maker.set_rules(BOOSTING)
    assert [request.model_type for request in trainer.requests] == ["random_forest", "gradient_boosting"]
    maker.receive(snapshot(store, post, walk(1_000)))
    decision = last(store)
    assert decision.model_type == "gradient_boosting"
    assert decision.settings == {"model.type": "gradient_boosting"}


def test_the_kind_of_model_that_was_left_is_taken_up_again_without_training(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    trainer = InlineTrainer()
    maker = make_maker(trainer)
    maker.learn(series(walk(1_000)))
    maker.receive(snapshot(store, post, walk(1_000)))
    forest = last(store).model_version
    maker.set_rules(BOOSTING)
    maker.set_rules(DecisionRules())
    maker.receive(snapshot(store, post, walk(1_000)))
    assert (len(trainer.requests), last(store).model_version) == (2, forest)


def test_a_fit_of_the_kind_that_was_left_is_not_used(store: Store, post: Post, make_maker: BeginMaker) -> None:
    trainer = HeldTrainer()
    maker = make_maker(trainer)
    store.bars.put(SYMBOL, Interval.HOUR_1, "csv", walk(1_000))
    maker.learn(series(walk(1_000)))
    heard = news_of(maker)
    maker.set_rules(BOOSTING)
    trainer.end(0)
    maker.receive(snapshot(store, post, walk(1_000)))
    assert last(store).model_type == "rules"
    trainer.end(1)
    assert [news.manifest and news.manifest.model_type.value for news in heard] == [None, "gradient_boosting"]


def test_a_symbol_that_is_watched_no_more_is_not_learnt_anew(store: Store, make_maker: BeginMaker) -> None:
    trainer = HeldTrainer()
    maker = make_maker(trainer, "ETHUSDT")
    maker.learn(series(walk(1_000)))
    maker.set_rules(BOOSTING)
    assert len(trainer.begun) == 1


def test_costs_that_change_are_those_that_the_next_model_is_labelled_with(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    trainer = InlineTrainer()
    maker = make_maker(trainer)
    dear = replace(BOOSTING, costs=replace(BOOSTING.costs, commission_rate=BOOSTING.costs.commission_rate * 2))
    maker.set_rules(dear)
    maker.learn(series(walk(1_000)))
    assert trainer.requests[0].round_trip_cost == dear.costs.round_trip


def test_a_version_of_another_kind_does_not_come_back_by_a_rollback(
    store: Store, post: Post, make_maker: BeginMaker
) -> None:
    maker = make_maker(InlineTrainer())
    maker.learn(series(walk(1_000)))
    (forest,) = store.models.all(SYMBOL, Interval.HOUR_1)
    maker.set_rules(BOOSTING)
    maker.roll_back(SYMBOL, Interval.HOUR_1, forest.version)
    assert any("change that in the settings first" in line.text for line in store.log.recent(5))
