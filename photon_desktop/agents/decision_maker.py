"""The Decision Maker: turns each snapshot into a decision, with a model it trains itself and reasons it can show."""

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal, Slot

from photon_desktop.agents.agent import Agent, in_words
from photon_desktop.agents.apprenticeship import Apprenticeship, Challenge, Challenging
from photon_desktop.agents.champions import Champions
from photon_desktop.agents.decision_rules import DecisionRules
from photon_desktop.agents.evidence_trials import EvidenceTrials, Trial, Trying, figures_of, words_of
from photon_desktop.agents.market_time import MarketTime
from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.peak_equity import PeakEquity
from photon_desktop.agents.position_closes import PositionCloses
from photon_desktop.agents.post import Post
from photon_desktop.backtest.self_check.inputs import DecisionInputs
from photon_desktop.errors import MessageError
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.further import explained
from photon_desktop.learning.input_quality import InputQuality
from photon_desktop.learning.model import Model, Prediction
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.market.session import HISTORY_BARS, Series
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.model_steps import StepKind
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.analysis import analyse
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import DECISION_BARS, compute_indicators
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EXECUTION_AGENT,
    MarketSnapshot,
    Message,
    MessageStatus,
    TradeDecision,
)
from photon_desktop.trading.money import exact
from photon_desktop.trading.portfolio import Portfolio


class Trainer(Challenging, Trying, Protocol):
    """Fits models somewhere else than in this thread."""

    def submit(self, bars: Bars, request: TrainingRequest, folder: Path) -> "Future[str]":
        """Begin a fit; the result is the path of the saved model."""
        ...


@dataclass(frozen=True, slots=True)
class _Fit:
    series: Series
    bars: Bars
    future: "Future[str]"
    rollbacks: int  # of this series when the fit began

    @property
    def is_provisional(self) -> bool:
        return len(self.bars) < len(self.series.bars)


class DecisionMaker(Agent):
    """Decides on closed bars only: those the store has up to the snapshot's close."""

    decision_made = Signal(object)  # Message
    model_changed = Signal(object)  # ModelNews
    step_taken = Signal(str)  # symbol: something was written down about its learning
    _fit_ended = Signal(object)  # _Fit, from the process pool's thread to this one
    _challenge_ended = Signal(object)  # Challenge, likewise
    _trial_ended = Signal(object)  # Trial, likewise

    def __init__(
        self,
        store: Store,
        post: Post,
        trainer: Trainer,
        models_folder: Path,
        instrument_of: Callable[[str], Instrument],
        rules: DecisionRules,
        market: MarketTime,
        account_name: str = "paper",
        decide: Callable[[DecisionContext], TradeDecision] = decide,
    ) -> None:
        super().__init__(DECISION_MAKER, store, post)
        self._decide_by = decide
        self._trainer = trainer
        self._champions = Champions(store, models_folder, rules.model_type)
        self._apprenticeship = Apprenticeship(
            store,
            trainer,
            self._champions,
            rules.costs.round_trip,
            post.now_ns,
            self._challenge_ended.emit,
            self.step_taken.emit,
        )
        self._trials = EvidenceTrials(store, trainer, self._champions, self._trial_ended.emit)
        self._fits_under_way = 0
        self._rollbacks: Counter[tuple[str, Interval]] = Counter()
        self._instrument_of = instrument_of
        self._rules = rules
        self._market = market
        self._account_name = account_name
        self._account = Account()
        self._prices: Mapping[str, Decimal] = {}
        self._closes = PositionCloses(store)
        self._peak = PeakEquity(store)
        self._waiting: frozenset[str] = frozenset()
        self._learnt: dict[str, Series] = {}  # the last one of each symbol, without its bars
        self._models: dict[tuple[str, Interval], Model] = {}
        self._why_none: dict[tuple[str, Interval], str] = {}
        self._fit_ended.connect(self._take_fit)
        self._challenge_ended.connect(self._take_challenge)
        self._trial_ended.connect(self._take_trial)

    @Slot(object)
    def learn(self, series: Series) -> None:
        """Take up the champion if it knows nothing later than `series`, or have a model trained on it."""
        key = (series.symbol, series.interval)
        self._learnt[series.symbol] = replace(series, bars=Bars.empty())
        self._models.pop(key, None)
        doubts: list[str] = []
        model = self._champions.of(series, doubts.append)
        for doubt in doubts:
            self._log("WARNING", doubt)
        if model is not None:
            self._use(key, model)
            return
        self._why_none[key] = doubts[-1] if doubts else f"The first model of {series.symbol} is still being trained"
        self.model_changed.emit(ModelNews(*key, None, self._why_none[key], True, self._rules.model_type))
        first = self._rules.provisional_bars
        self._train(series, series.bars.tail(first) if first else series.bars)

    @Slot(str, object, str)
    def roll_back(self, symbol: str, interval: Interval, version: str) -> None:
        """Let the stored model `version` decide again; what is being fitted for the series meanwhile is not used."""
        key = (symbol, interval)
        try:
            model = self._champions.named(symbol, interval, version)
            self._champions.choose(model)
            words = f"{version} decides again, by the user's choice."
            self._apprenticeship.note(StepKind.ROLLED_BACK, *key, self._deciding(key), version, words)
        except Exception as error:
            self._log("WARNING", f"{symbol} was not given back to {version}: {in_words(error)}")
            return
        self._rollbacks[key] += 1
        self._use(key, model)

    @Slot(object)
    def set_rules(self, rules: DecisionRules) -> None:
        """Decide by these from the next snapshot on. Another kind of model is taken up, or has to be trained first."""
        is_other_kind = rules.model_type != self._rules.model_type
        self._rules = rules
        self._apprenticeship.reckon_with(rules.costs.round_trip)
        if is_other_kind:
            self._champions.turn_to(rules.model_type)
            self._learn_anew()

    @Slot(str)
    def set_account(self, name: str) -> None:
        """Decide for another account, from the next start on."""
        self._account_name = name
        self._prices = {}
        self._closes = PositionCloses(self._store)

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Know what is held and what it is worth."""
        self._closes.compare(self._account, portfolio.account)
        self._account, self._prices, self._waiting = portfolio.account, portfolio.prices, portfolio.waiting

    @Slot()
    def resume(self) -> None:
        """Trading was released: measure the drawdown from here on."""
        self._peak.forget(self._account.equity(self._prices))

    def _on_start(self) -> None:
        self._market.begin()
        self._account = self._store.trades.load_account(self._account_name)
        self._closes.begin(self._account_name, self._account)
        self._peak.begin(self._account_name)
        self._waiting = frozenset()

    def _handle(self, message: Message) -> None:
        snapshot = message.payload
        if not isinstance(snapshot, MarketSnapshot):
            raise MessageError(f"The {DECISION_MAKER} takes snapshots; {message.type} came.")
        if self._market.is_past(snapshot.ticker, snapshot.close_time, snapshot.interval):
            self._expire(message, "The snapshot is older than its bar's interval, or its symbol is not watched.")
            return
        self._market.saw(snapshot.close_time)
        made, inputs = self._decide(snapshot)
        decision = self._post.reply(message, DECISION_MAKER, EXECUTION_AGENT, made)
        kept = KeptInput(InputKind.DECISION, decision.id, self._account_name, decision.created_at, inputs.to_json())
        with self._store.transaction():
            if not self._store.messages.settle(message.id, MessageStatus.DONE, "", self._post.now_ns()):
                return
            self._store.messages.add(decision)
            self._store.inputs.keep(kept)
            self._apprenticeship.count(made)
        self._tell(message, MessageStatus.DONE)
        self._tell(decision, MessageStatus.QUEUED)
        self.decision_made.emit(decision)
        self._propose(snapshot)
        self._test_for_evidence(snapshot)

    def _handle_left_over(self, message: Message) -> None:
        if isinstance(message.payload, MarketSnapshot) and self._market.is_ahead(message.payload.close_time):
            self._expire(message, "The snapshot was left by a session on another market.")
        else:
            self._handle(message)

    def _expire(self, message: Message, why: str) -> None:
        self._settle(message, MessageStatus.EXPIRED, why)
        self.chain_ended.emit(message.trace_id)

    def _decide(self, snapshot: MarketSnapshot) -> tuple[TradeDecision, DecisionInputs]:
        key = (snapshot.ticker, snapshot.interval)
        bars = self._store.bars.read(*key, snapshot.kept_as, end_ns=snapshot.close_time, last=DECISION_BARS)
        indicators = compute_indicators(bars)
        model = self._models.get(key)
        row: FloatArray | None = None
        prediction: Prediction | None = None
        drift: float | None = None
        if model is not None:
            row = compute_features(bars)[-1]
            prediction = model.predict(row)
            reading = model.drift(row)
            drift = None if reading is None else reading.share
        instrument = self._instrument_of(snapshot.ticker)
        context = DecisionContext(
            symbol=snapshot.ticker,
            interval=snapshot.interval,
            bars=bars,
            analysis=analyse(bars, indicators),
            indicators=indicators.at(-1),
            prediction=prediction,
            manifest=None if model is None else model.manifest,
            fallback_reason=self._why_none.get(key, f"There is no model of {snapshot.ticker} yet"),
            account=self._account,
            prices=self._prices,
            instrument=instrument,
            costs=self._rules.costs,
            limits=self._rules.limits,
            sizing=self._rules.sizing,
            order_pending=snapshot.ticker in self._waiting,
            drift=drift,
            drawdown=self._drawdown(snapshot.ticker, bars),
            policy=self._rules.policy,
            last_close=self._closes.last(snapshot.ticker, snapshot.interval, snapshot.close_time),
            quality=InputQuality.told_by(snapshot.data_quality),
        )
        decision = replace(self._decide_by(context), settings=self._rules.told(instrument))
        if model is not None and row is not None:
            decision = explained(decision, context, model, row)
        return decision, DecisionInputs.of(context)

    def _drawdown(self, symbol: str, bars: Bars) -> float | None:
        """How far equity, at this bar's close, is under its peak, over the limit; None before there is any."""
        if len(bars) == 0:
            return None
        equity = self._account.equity({**self._prices, symbol: exact(float(bars.close[-1]))})
        self._peak.see(equity)
        return float(self._peak.drawdown(equity) / self._rules.limits.drawdown_halt)

    def _learn_anew(self) -> None:
        """Learn what is watched with the bars that have come meanwhile; no fit that was begun before is used."""
        self._rollbacks.update({*self._models, *self._why_none})
        self._models.clear()
        for series in list(self._learnt.values()):
            if self._market.watches(series.symbol):
                key, end_ns = (series.symbol, series.interval), self._market.now_ns
                bars = self._store.bars.read(*key, series.kept_as, end_ns=end_ns, last=HISTORY_BARS)
                self.learn(replace(series, bars=bars))

    def _train(self, series: Series, bars: Bars) -> None:
        request = TrainingRequest(
            series.symbol,
            series.interval,
            self._rules.model_type,
            self._rules.costs.round_trip,
            created_at=self._post.now_ns(),
        )
        try:
            future = self._trainer.submit(bars, request, self._champions.folder)
        except Exception as error:
            future = Future()
            future.set_exception(error)
        self._fits_under_way += 1
        rollbacks = self._rollbacks[series.symbol, series.interval]
        # Made when the future is done: one that knew its fit would keep the bars until garbage is collected.
        future.add_done_callback(lambda done: self._fit_ended.emit(_Fit(series, bars, done, rollbacks)))

    @Slot(object)
    def _take_fit(self, fit: _Fit) -> None:
        self._fits_under_way -= 1
        if fit.future.cancelled():
            return
        key = (fit.series.symbol, fit.series.interval)
        if fit.rollbacks != self._rollbacks[key]:  # a person has chosen another model, or kind of model, since
            return
        try:
            model = self._champions.crown(Path(fit.future.result()))
            words = f"{model.manifest.version} was trained on {len(fit.bars):,} bars."
            self._apprenticeship.note(StepKind.FITTED, *key, self._deciding(key), model.manifest.version, words)
            self._use(key, model)
        except Exception as error:
            self._take_failed_fit(key, fit, error)
        if fit.is_provisional and self._is_on:
            self._train(fit.series, fit.series.bars)

    @Slot(object)
    def _take_challenge(self, challenge: Challenge) -> None:
        key = (challenge.symbol, challenge.interval)
        try:
            model = self._apprenticeship.take(challenge, self._deciding(key))
            if model is not None:
                self._use(key, model)
        except Exception as error:
            self._log("WARNING", f"What came of the challenger of {key[0]} was not stored: {in_words(error)}")

    def _propose(self, snapshot: MarketSnapshot) -> None:
        """The decision is made and told: a fault in here must not make it look failed."""
        model = self._models.get((snapshot.ticker, snapshot.interval))
        if model is None:
            return
        try:
            self._apprenticeship.propose_if_due(snapshot, model, self._account_name)
        except Exception as error:
            self._log("WARNING", f"No challenger of {snapshot.ticker} could be proposed: {in_words(error)}")

    def _test_for_evidence(self, snapshot: MarketSnapshot) -> None:
        """Once nothing waits to be fitted: a model that is there can be told about before an edge can."""
        model = self._models.get((snapshot.ticker, snapshot.interval))
        if model is None or self._fits_under_way or not self._rules.tests_evidence:
            return
        try:
            self._trials.begin(model, snapshot.kept_as)
        except Exception as error:
            self._log("WARNING", f"{snapshot.ticker} was not tested for an edge: {in_words(error)}")

    @Slot(object)
    def _take_trial(self, trial: Trial) -> None:
        manifest = trial.model.manifest
        key = (manifest.symbol, manifest.interval)
        try:
            tested = self._trials.take(trial, self._deciding(key))
            if tested is not None:
                self._apprenticeship.note(
                    StepKind.TESTED, *key, manifest.version, "", words_of(tested), figures_of(tested)
                )
                self._use(key, tested)
        except Exception as error:
            self._log("WARNING", f"{manifest.version} could not be tested for an edge: {in_words(error)}")

    def _deciding(self, key: tuple[str, Interval]) -> str:
        model = self._models.get(key)
        return "" if model is None else model.manifest.version

    def _take_failed_fit(self, key: tuple[str, Interval], fit: _Fit, error: Exception) -> None:
        why = f"No model of {fit.series.symbol} could be trained: {in_words(error)}"
        self._log("WARNING", why)
        if key not in self._models and not fit.is_provisional:
            self._do_without(key, why)

    def _use(self, key: tuple[str, Interval], model: Model) -> None:
        self._models[key] = model
        self._why_none.pop(key, None)
        note = f"Model {model.manifest.version} decides on {key[0]}."
        self._log("INFO", note)
        self.model_changed.emit(ModelNews(*key, model.manifest, note))

    def _do_without(self, key: tuple[str, Interval], why: str) -> None:
        self._why_none[key] = why
        self.model_changed.emit(ModelNews(*key, None, why, wanted_type=self._rules.model_type))
