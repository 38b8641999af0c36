"""Which symbols are to be loaded, when, and what has become of each: plain bookkeeping, without threads."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from photon_desktop.market.real.venue import Loaded, Venue

FIRST_RETRY_S = 15.0
LONGEST_RETRY_S = 300.0
GATHER_S = 2.0  # what loads within this time is followed over one connection


@dataclass(slots=True)
class _Symbol:
    due_s: float
    retry_s: float = FIRST_RETRY_S
    is_loading: bool = False
    is_followed: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Waiting:
    since: float
    venue: Venue
    loaded: Loaded


@dataclass(slots=True)
class Loads:
    """All times are seconds of one monotonic clock. Not safe for threads by itself: its owner holds a lock."""

    at_a_time: int = 4
    jitter: Callable[[], float] = random.random
    _symbols: dict[str, _Symbol] = field(default_factory=dict)
    _waiting: list[_Waiting] = field(default_factory=list)

    def watch(self, symbols: Iterable[str], now_s: float) -> tuple[str, ...]:
        """Take these for what is watched; the ones no longer among them are forgotten, and returned."""
        wanted = dict.fromkeys(symbols)
        gone = tuple(symbol for symbol in self._symbols if symbol not in wanted)
        for symbol in gone:
            del self._symbols[symbol]
        self._symbols = {symbol: self._symbols.get(symbol) or _Symbol(now_s) for symbol in wanted}
        self._waiting = [one for one in self._waiting if one.loaded.symbol in wanted]
        return gone

    @property
    def symbols(self) -> tuple[str, ...]:
        """What is watched, in the order given."""
        return tuple(self._symbols)

    def due(self, now_s: float) -> tuple[str, ...]:
        """Symbols whose loading shall begin now; they count as loading from here on."""
        room = self.at_a_time - sum(state.is_loading for state in self._symbols.values())
        ready = [symbol for symbol, state in self._symbols.items() if _is_open(state) and state.due_s <= now_s]
        chosen = ready[: max(0, room)]
        for symbol in chosen:
            self._symbols[symbol].is_loading = True
        return tuple(chosen)

    def settle(self, loaded: Loaded, now_s: float) -> bool:
        """Take the outcome of a load; False when the symbol is not watched any more."""
        state = self._symbols.get(loaded.symbol)
        if state is None or not state.is_loading:
            return False
        state.is_loading, state.problem = False, loaded.problem
        if loaded.venue is not None:
            self._waiting.append(_Waiting(now_s, loaded.venue, loaded))
            state.is_followed, state.retry_s = True, FIRST_RETRY_S
            return True
        state.due_s = float("inf") if loaded.is_final else now_s + state.retry_s * (0.75 + 0.5 * self.jitter())
        state.retry_s = min(LONGEST_RETRY_S, 2 * state.retry_s)
        return True

    def to_follow(self, now_s: float) -> tuple[tuple[Venue, tuple[Loaded, ...]], ...]:
        """What shall be followed now, by venue: all that has loaded, once nothing more loads or the first of it has
        waited long enough."""
        if not self._waiting:
            return ()
        is_loading = any(state.is_loading for state in self._symbols.values())
        if is_loading and now_s - self._waiting[0].since < GATHER_S:
            return ()
        venues = dict.fromkeys(one.venue for one in self._waiting)
        groups = tuple((venue, tuple(one.loaded for one in self._waiting if one.venue is venue)) for venue in venues)
        self._waiting = []
        return groups

    def load_again(self, symbols: Iterable[str], now_s: float, problem: str) -> None:
        """Have symbols loaded anew whose following could not begin or has ended."""
        for symbol in symbols:
            if symbol in self._symbols:
                state = self._symbols[symbol]
                state.is_followed, state.problem = False, problem
                state.due_s = now_s + state.retry_s
                state.retry_s = min(LONGEST_RETRY_S, 2 * state.retry_s)

    def hurry(self, symbols: Iterable[str], now_s: float) -> tuple[str, ...]:
        """Have symbols loaded anew at once, those that are followed and those that wait for a retry; one that loads
        already is left to it. The ones that were followed are returned."""
        chosen = {symbol: self._symbols[symbol] for symbol in symbols if symbol in self._symbols}
        idle = {symbol: state for symbol, state in chosen.items() if not state.is_loading}
        followed = tuple(symbol for symbol, state in idle.items() if state.is_followed)
        for state in idle.values():
            state.is_followed, state.due_s = False, now_s
        self._waiting = [one for one in self._waiting if one.loaded.symbol not in idle]
        return followed

    def next_change_s(self, now_s: float) -> float | None:
        """Seconds until `due` or `to_follow` may have something; None when only an outcome can bring it."""
        moments = [state.due_s for state in self._symbols.values() if _is_open(state) and state.due_s != float("inf")]
        moments += [one.since + GATHER_S for one in self._waiting]
        return max(0.0, min(moments) - now_s) if moments else None

    def problem_of(self, symbol: str) -> str:
        """Why a symbol is not followed, empty while it is or is about to be."""
        state = self._symbols.get(symbol)
        return "" if state is None else state.problem


def _is_open(state: _Symbol) -> bool:
    return not state.is_loading and not state.is_followed
