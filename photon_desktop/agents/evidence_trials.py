"""Whether a champion has an edge, found out while it decides: on its own market, then on 20 permuted ones."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from typing import Protocol

from photon_desktop.agents.champions import Champions
from photon_desktop.errors import ModelError
from photon_desktop.learning.evidence import PERMUTATIONS, weigh
from photon_desktop.learning.model import Model
from photon_desktop.learning.training import TrainingRequest, learnt_from
from photon_desktop.learning.verdict import UNTESTED
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars


class Trying(Protocol):
    """Goes through markets somewhere else than in this thread."""

    def gain(self, bars: Bars, request: TrainingRequest, permutation: int | None) -> "Future[float]":
        """Begin to find the walk-forward gain on `bars`, or on their permutation of this number."""
        ...


@dataclass(frozen=True, slots=True)
class Trial:
    """One market that is gone through for `model`; `gains` of those before it, the real market's first."""

    model: Model
    bars: Bars
    request: TrainingRequest
    gains: tuple[float, ...]
    future: "Future[float]"


class EvidenceTrials:
    """Tests one model at a time and one market after another, so that a fit never waits for more than one of them.

    A test that the program's end has cut off is begun again by the next session. Lives on its owner's thread.
    """

    def __init__(self, store: Store, trainer: Trying, champions: Champions, ended: Callable[[Trial], None]) -> None:
        """`ended` is called from any thread with a trial whose future is done."""
        self._store = store
        self._trainer = trainer
        self._champions = champions
        self._ended = ended
        self._testing = ""
        self._untestable: set[str] = set()

    def begin(self, model: Model, kept_as: str) -> None:
        """Test `model` if it is untested and no other is being tested; its bars are kept under the source `kept_as`.

        Raises ModelError, once, when the bars it was trained on are not there any more.
        """
        manifest = model.manifest
        if self._testing or manifest.evidence != UNTESTED or manifest.version in self._untestable:
            return
        bars = self._bars_of(model, kept_as)
        if not learnt_from(manifest, bars):
            self._untestable.add(manifest.version)
            raise ModelError(
                f"{manifest.version} stays untested: the bars it was trained on have changed since; train it again."
            )
        request = TrainingRequest(
            manifest.symbol,
            manifest.interval,
            manifest.model_type.value,
            float(manifest.parameters["round_trip_cost"]),
            manifest.created_at,
        )
        self._testing = manifest.version
        self._go_through(model, bars, request, ())

    def take(self, trial: Trial, deciding: str) -> Model | None:
        """The tested model once the last of its markets is gone through; None before, or if it decides no more.

        `deciding`: the version in use for its series now. Raises what the trial has raised; the model then stays
        untested in this session.
        """
        version = trial.model.manifest.version
        if trial.future.cancelled() or deciding != version:
            self._testing = ""
            return None
        try:
            gains = (*trial.gains, trial.future.result())
            if len(gains) <= PERMUTATIONS:
                self._go_through(trial.model, trial.bars, trial.request, gains)
                return None
            tested = weigh(trial.model, gains[0], gains[1:])
            self._champions.restate(tested.manifest)
        except Exception:
            self._untestable.add(version)
            self._testing = ""
            raise
        self._testing = ""
        return tested

    def _go_through(self, model: Model, bars: Bars, request: TrainingRequest, gains: tuple[float, ...]) -> None:
        permutation = len(gains) - 1 if gains else None
        try:
            future = self._trainer.gain(bars, request, permutation)
        except Exception as error:
            future = Future()
            future.set_exception(error)
        # Made when the future is done: one that knew its trial would keep model and bars until garbage is collected.
        future.add_done_callback(lambda done: self._ended(Trial(model, bars, request, gains, done)))

    def _bars_of(self, model: Model, kept_as: str) -> Bars:
        manifest = model.manifest
        end_ns, count = manifest.trained_to + manifest.interval.nanoseconds, int(manifest.parameters["bars"])
        return self._store.bars.read(manifest.symbol, manifest.interval, kept_as, end_ns=end_ns, last=count)


def words_of(model: Model) -> str:
    """What came of the test, in a sentence."""
    manifest = model.manifest
    test = manifest.evidence_test
    assert test is not None  # only of a tested model
    direction = "nothing moved" if test.direction_low is None else f"direction at least {test.direction_low:+.4f}"
    return (
        f"{manifest.version}: {manifest.evidence}. It gained {test.gain:+.4f} nats, permuted markets up to"
        f" {test.gain_to_beat:+.4f} (p {test.p_value:.2f}); {direction}."
    )


def figures_of(model: Model) -> dict[str, object]:
    """The test's figures as a JSON object."""
    test = model.manifest.evidence_test
    return {} if test is None else {"evidence": model.manifest.evidence, **asdict(test)}
