"""Topics that die alone on a connection that lives."""

from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.feed_state import Phase
from tests.fakes.bybit_server import BybitServer
from tests.market.bybit.conftest import FeedMaker, HandClock, WatchedFeed, subscribed

PACING = Pacing(beat_s=5, look_s=0.01)  # silent after 120 s


def two_symbols(server: BybitServer, watch: FeedMaker, clock: HandClock) -> WatchedFeed:
    """Bitcoin and Ether, both heard."""
    watched = watch("BTCUSDT", "ETHUSDT", pacing=PACING, clock=clock)
    subscribed(server, watched, 4)
    server.advance(3)
    watched.until(lambda: bool(watched.ticks("BTCUSDT") and watched.ticks("ETHUSDT")))
    say(server, watched, "ETHUSDT", 5_000.0)
    return watched


def say(server: BybitServer, watched: WatchedFeed, symbol: str, price: float) -> None:
    """A price that nothing before it had, and wait until it was brought."""
    message = server.ticker_message("linear", symbol, "1", "delta")
    message["data"]["lastPrice"] = str(price)
    server.publish("linear", message)
    watched.until(lambda: watched.ticks(symbol)[-1].price == price)


def bitcoin_alone(server: BybitServer, watched: WatchedFeed, clock: HandClock, seconds: int) -> None:
    """Let so many seconds pass in which only Bitcoin has prices."""
    for _ in range(seconds // 8):
        clock.now_s += 8
        say(server, watched, "BTCUSDT", watched.ticks()[-1].price + 1)


def asked(server: BybitServer, symbol: str) -> list[str]:
    """What was asked for the symbol on the stream."""
    return [str(frame["op"]) for frame in list(server.stream.frames) if frame.get("req_id") == symbol]


def test_they_are_subscribed_again_and_the_others_left_alone(server: BybitServer, watch: FeedMaker) -> None:
    clock = HandClock()
    watched = two_symbols(server, watch, clock)
    server.stream_let_die("ETHUSDT")
    bitcoin_alone(server, watched, clock, 112)
    assert asked(server, "ETHUSDT") == ["subscribe"]
    heard = len(watched.ticks("ETHUSDT"))
    bitcoin_alone(server, watched, clock, 8)
    watched.until(lambda: asked(server, "ETHUSDT") == ["subscribe", "unsubscribe", "subscribe"])
    watched.until(lambda: len(watched.ticks("ETHUSDT")) > heard)
    watched.until(lambda: watched.feed.state.of("ETHUSDT").phase is Phase.LIVE)
    say(server, watched, "ETHUSDT", 5_001.0)
    assert asked(server, "BTCUSDT") == ["subscribe"]
    assert server.stream.handshakes == 1


def test_those_that_stay_dead_are_asked_for_three_times_and_stay_stale(server: BybitServer, watch: FeedMaker) -> None:
    clock = HandClock()
    watched = two_symbols(server, watch, clock)
    server.stream_let_die("ETHUSDT", for_good=True)
    for attempt, seconds in enumerate((120, 120, 240), start=1):  # of silence: 120, 240, 480
        bitcoin_alone(server, watched, clock, seconds)
        watched.until(lambda attempt=attempt: asked(server, "ETHUSDT").count("subscribe") == 1 + attempt)
    bitcoin_alone(server, watched, clock, 960)
    assert asked(server, "ETHUSDT").count("subscribe") == 4
    state = watched.feed.state
    assert (state.of("BTCUSDT").phase, state.of("ETHUSDT").phase, state.refused) == (Phase.LIVE, Phase.STALE, ())
    assert server.stream.handshakes == 1


def test_a_symbol_that_is_subscribed_already_is_not_taken_for_refused(server: BybitServer, watch: FeedMaker) -> None:
    watched = two_symbols(server, watch, HandClock())
    server.stream_raw('{"success":false,"ret_msg":"error:already subscribed,topic:tickers.ETHUSDT","op":"subscribe",'
                      '"req_id":"ETHUSDT"}')  # fmt: skip
    say(server, watched, "ETHUSDT", 5_001.0)
    assert watched.feed.state.refused == ()
