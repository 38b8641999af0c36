"""Many symbols of several venues as one feed."""

import threading
from collections.abc import Callable, Iterator

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.real.feed import RealFeed
from photon_desktop.market.real.loads import Loads
from photon_desktop.market.real.venue import Loaded
from tests.market.real.venues import BEGIN, MINUTE, MemoryVenue, closed, series_of, tick

NEXT = BEGIN + MINUTE.nanoseconds


class Clock:
    def now_ns(self) -> int:
        return BEGIN + 7


class Watcher:
    """Waits for what the feed's threads bring."""

    def __init__(self, feed: RealFeed) -> None:
        self.feed = feed
        self.loaded: list[Loaded] = []
        self.events: list[object] = []
        self._woken = threading.Event()
        feed.on_news(self._woken.set)
        feed.start()

    def until(self, is_enough: Callable[[], object]) -> None:
        for _ in range(2_000):
            self.look()
            if is_enough():
                return
            self._woken.wait(0.01)  # a following feed opens without a word of its own
            self._woken.clear()
        pytest.fail("it never came")

    def look(self) -> None:
        self.loaded += self.feed.loaded()
        self.events += self.feed.poll()


@pytest.fixture
def venue() -> MemoryVenue:
    return MemoryVenue()


@pytest.fixture
def watch(request: pytest.FixtureRequest) -> Iterator[Callable[..., Watcher]]:
    feeds: list[RealFeed] = []

    def begin(load: Callable[[str], Loaded], *symbols: str, seconds: Callable[[], float] | None = None) -> Watcher:
        extra = {} if seconds is None else {"seconds": seconds}
        feeds.append(RealFeed(symbols, MINUTE, load, Clock(), loads=Loads(jitter=lambda: 0.5), **extra))
        return Watcher(feeds[-1])

    yield begin
    for feed in feeds:
        feed.close()


def test_symbols_are_loaded_and_followed_from_the_end_of_their_bars(
    venue: MemoryVenue, watch: Callable[..., Watcher]
) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    watcher.until(lambda: len(watcher.loaded) == 2 and venue.feeds)
    (feed,) = venue.feeds
    assert feed.next_opens == {"A": NEXT, "B": NEXT}
    feed.bring(closed("B", NEXT), tick("A", NEXT + 1))
    watcher.until(lambda: len(watcher.events) == 2)
    assert [type(event).__name__ for event in watcher.events] == ["PriceTick", "BarClosed"]
    assert watcher.feed.states() == {"A": FeedState(Phase.LIVE), "B": FeedState(Phase.LIVE)}
    assert watcher.feed.market_time_ns() == BEGIN + 7


def test_what_a_symbol_loads_is_told_before_its_first_price(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A")
    while not venue.feeds:
        pass  # nobody looks meanwhile
    venue.feeds[0].bring(tick("A", NEXT))
    assert watcher.feed.poll() == []
    assert [loaded.symbol for loaded in watcher.feed.loaded()] == ["A"]
    assert [event.symbol for event in watcher.feed.poll()] == ["A"]


def test_one_that_fails_does_not_hold_up_the_others(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    def load(symbol: str) -> Loaded:
        if symbol == "BAD":
            raise DataError("The exchange does not answer; it will be asked again.")
        if symbol == "WORSE":
            raise RuntimeError("boom")
        return Loaded(symbol, series_of(symbol), venue)

    watcher = watch(load, "BAD", "A", "WORSE")
    watcher.until(lambda: len(watcher.loaded) == 3 and venue.feeds)
    states = watcher.feed.states()
    assert states["A"].phase is Phase.LIVE
    assert states["BAD"] == FeedState(Phase.OFFLINE, "The exchange does not answer; it will be asked again.")
    assert states["WORSE"] == FeedState(Phase.OFFLINE, "RuntimeError: boom")


def test_a_symbol_is_asked_for_again_until_it_is_there(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    now = [0.0]
    answers = [Loaded("A", series_of("A", source="cache"), problem="No network."), Loaded("A", series_of("A"), venue)]
    watcher = watch(lambda _symbol: answers.pop(0), "A", seconds=lambda: now[0])
    watcher.until(lambda: watcher.loaded)
    assert watcher.feed.states()["A"] == FeedState(Phase.OFFLINE, "No network.")
    now[0] = 1_000.0
    watcher.feed.watch(["A"])  # the clock of this test wakes nobody
    watcher.until(lambda: venue.feeds)
    assert [loaded.series.source for loaded in watcher.loaded] == ["cache", "venue"]
    assert watcher.feed.states()["A"].phase is Phase.LIVE


def test_a_feed_that_can_not_open_has_its_symbols_loaded_again(
    venue: MemoryVenue, watch: Callable[..., Watcher]
) -> None:
    now = [0.0]
    venue.refusals = 1
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", seconds=lambda: now[0])
    watcher.until(lambda: watcher.feed.states()["A"].reason == "The venue takes no connection now.")
    now[0] = 1_000.0
    watcher.feed.watch(["A"])
    watcher.until(lambda: venue.feeds)


def test_symbols_come_and_go_while_the_others_run(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    watcher.until(lambda: len(watcher.loaded) == 2 and venue.feeds)
    watcher.feed.watch(["B", "C"])
    watcher.until(lambda: len(watcher.loaded) == 3 and len(venue.feeds) == 2)
    first, second = venue.feeds
    assert (first.is_closed, tuple(second.symbols)) == (False, ("C",))
    first.bring(tick("A", NEXT), tick("B", NEXT))
    watcher.until(lambda: watcher.events)
    assert [event.symbol for event in watcher.events] == ["B"]
    watcher.feed.watch(["C"])
    watcher.until(lambda: first.is_closed)
    assert watcher.feed.symbols == ("C",)


def test_one_put_back_is_not_brought_twice(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    watcher.until(lambda: len(watcher.loaded) == 2 and venue.feeds)
    watcher.feed.watch(["A"])
    watcher.feed.watch(["A", "B"])
    watcher.until(lambda: len(watcher.loaded) == 3 and len(venue.feeds) == 2)
    for feed in venue.feeds:
        feed.bring(closed("B", NEXT))
    watcher.until(lambda: watcher.events)
    assert watcher.events == [closed("B", NEXT)]


def test_a_symbol_that_the_exchange_does_not_stream_says_so(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    watcher.until(lambda: venue.feeds)
    venue.feeds[0].state = FeedState(Phase.LIVE, refused=("B",))
    states = watcher.feed.states()
    assert states["A"].phase is Phase.LIVE
    assert (states["B"].phase, "does not stream B" in states["B"].reason) == (Phase.OFFLINE, True)


def test_a_closed_feed_lets_everything_go_and_brings_nothing(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A")
    watcher.until(lambda: venue.feeds)
    venue.feeds[0].bring(tick("A", NEXT))
    watcher.feed.close()
    watcher.feed.close()
    assert watcher.feed.finished
    assert venue.feeds[0].is_closed
    assert list(watcher.feed.poll()) == []


def test_closing_does_not_wait_for_a_load_that_hangs(venue: MemoryVenue, watch: Callable[..., Watcher]) -> None:
    begun, release = threading.Event(), threading.Event()

    def load(symbol: str) -> Loaded:
        begun.set()
        release.wait(30)
        return Loaded(symbol, series_of(symbol), venue)

    watcher = watch(load, "A")
    assert begun.wait(10)
    watcher.feed.close()
    release.set()
    assert venue.feeds == []
    assert watcher.feed.loaded() == ()


def test_a_symbol_is_read_again_when_asked_for_and_the_others_are_followed_on(
    venue: MemoryVenue, watch: Callable[..., Watcher]
) -> None:
    watcher = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    watcher.until(lambda: len(watcher.loaded) == 2 and venue.feeds)
    watcher.feed.collect(["A", "C"])
    watcher.until(lambda: len(venue.feeds) == 2)
    *first, again = [loaded.symbol for loaded in watcher.loaded]
    assert (sorted(first), again) == (["A", "B"], "A")  # the first two are read side by side
    assert venue.feeds[1].next_opens == {"A": NEXT}
    venue.feeds[0].bring(tick("B", NEXT))
    venue.feeds[1].bring(tick("A", NEXT + 1))
    watcher.until(lambda: len(watcher.events) == 2)
