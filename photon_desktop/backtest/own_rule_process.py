"""The process that a user's rule runs in: it sees one bar after the other, and none that is not closed."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from io import TextIOWrapper
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Protocol

import numpy as np

from photon_desktop.errors import RuleError
from photon_desktop.learning.fitting import prepare_worker
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray
from photon_desktop.trading.timestamps import to_iso

FUNCTION = "signal"
_ALLOWED = (-1, 0, 1)
_TELL_EVERY = 1_000  # bars


@dataclass(frozen=True, slots=True)
class Told:
    """A signal for each bar; the first `warm_up` bars were not asked about and have 0."""

    signals: bytes
    warm_up: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there are none, in one sentence with the file and the line."""

    sentence: str


class Replying(Protocol):
    """Where the answers go: a connection's sending half."""

    def send(self, obj: object, /) -> None:
        """Send it."""
        ...


@dataclass(frozen=True, slots=True)
class BarsSoFar:
    """The bars that have closed, as read-only columns; `times` are open times in nanoseconds UTC."""

    times: TimeArray
    open: FloatArray
    high: FloatArray
    low: FloatArray
    close: FloatArray
    volume: FloatArray

    def __len__(self) -> int:
        return len(self.times)


def answer(reply: Connection, path: str, bars: Bars) -> None:
    """Ask the rule in `path` about each of `bars`; send how many were asked now and then, and Told or Failed last."""
    prepare_worker()
    _let_prints_be_seen()
    try:
        reply.send(ask(reply, Path(path), bars))
    except RuleError as error:
        reply.send(Failed(str(error)))


def _let_prints_be_seen() -> None:
    """What the rule prints belongs beside the result and not into it, and is seen even if the process is ended."""
    os.dup2(2, 1)
    if isinstance(sys.stdout, TextIOWrapper):  # a program without a console has none
        sys.stdout.reconfigure(line_buffering=True)


def ask(reply: Replying, path: Path, bars: Bars) -> Told:
    """What the rule in `path` says at each bar; `reply` is sent how many it was asked about now and then.

    Raises RuleError, naming the file and the line, when it fails or says something else than it may.
    """
    module = _loaded(path)
    rule, warm_up = _function(module, path), _warm_up(module, path)
    signals = np.zeros(len(bars), dtype=np.int8)
    for index, seen in enumerate(_one_by_one(bars)):
        if index % _TELL_EVERY == 0:
            reply.send(index)
        if index >= warm_up:
            signals[index] = _checked(_said(rule, seen, path), seen, path)
    return Told(signals.tobytes(), warm_up)


def _one_by_one(bars: Bars) -> Iterator[BarsSoFar]:
    """The bars so far, after each bar. The columns they are cut from are filled bar by bar: what is to come is not in
    them, whatever way they are read."""
    source = bars.columns()
    filled = [np.zeros(len(bars), dtype=column.dtype) for column in source]
    shown = [column.view() for column in filled]
    for column in shown:
        column.flags.writeable = False
    for index in range(len(bars)):
        for column, values in zip(filled, source, strict=True):
            column[index] = values[index]
        yield BarsSoFar(*(column[: index + 1] for column in shown))


def _loaded(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.resolve().parent))  # what stands beside the rule can be imported by it
    spec = spec_from_file_location("own_rule", path)
    if spec is None or spec.loader is None:
        raise RuleError(f"{path.name} is no Python file; its name has to end in .py.")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        raise RuleError(f"{Path(error.filename or path).name}, line {error.lineno}: {error.msg}.") from None
    except Exception as error:
        raise RuleError(f"{_where(error, path)}: {_what(error)}.") from None
    return module


def _function(module: ModuleType, path: Path) -> Callable[[BarsSoFar], object]:
    found = getattr(module, FUNCTION, None)
    if not callable(found):
        raise RuleError(f"{path.name} has no function {FUNCTION}(bars); write one that returns 1, -1 or 0.")
    return found  # type: ignore[no-any-return]


def _warm_up(module: ModuleType, path: Path) -> int:
    bars = getattr(module, "warm_up", 0)
    if not isinstance(bars, int) or not 0 <= bars <= 1_000_000:
        raise RuleError(f"{path.name} has a warm_up of {bars!r}; it is a whole number of bars from 0 to 1,000,000.")
    return bars


def _said(rule: Callable[[BarsSoFar], object], seen: BarsSoFar, path: Path) -> object:
    try:
        return rule(seen)
    except Exception as error:
        raise RuleError(f"{_where(error, path)}: {_what(error)} (at the bar of {_bar(seen)}).") from None


def _checked(said: object, seen: BarsSoFar, path: Path) -> int:
    if said is None:
        return 0
    if isinstance(said, bool | np.bool_) or not isinstance(said, int | np.integer) or said not in _ALLOWED:
        raise RuleError(f"{path.name} returned {said!r} at the bar of {_bar(seen)}; it may return 1, -1, 0 or None.")
    return int(said)


def _where(error: BaseException, path: Path) -> str:
    """The file and the line of the rule, or of what stands beside it, in which `error` was raised."""
    folder = path.resolve().parent
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent == folder]
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else path.name


def _what(error: Exception) -> str:
    words = " ".join(str(error).split()).rstrip(".")
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _bar(seen: BarsSoFar) -> str:
    return to_iso(int(seen.times[-1]))
