"""What is said of Yahoo's prices, all in all and of each symbol."""

from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.yahoo.follow.standing import Standings
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.trading.timestamps import from_iso

MINUTE = 60 * 10**9
NOW = from_iso("2024-03-08T09:00:00Z")


def phases(minutes: dict[str, float | None], *closed: str) -> dict[str, Phase]:
    """The phase of the feed as "", and of each symbol whose newest price is so many minutes old."""
    heard = {symbol: None if old is None else NOW - round(old * MINUTE) for symbol, old in minutes.items()}
    (phase, reason), apart = Standings(Pace(), None).of(heard, closed, NOW)
    state = FeedState(phase, reason, apart=apart)
    return {"": state.phase, **{symbol: state.of(symbol).phase for symbol in minutes}}


def test_an_exchange_that_sleeps_does_not_close_one_that_is_open() -> None:
    told = phases({"VOD.L": 0.0, "AAPL": 700.0}, "AAPL")
    assert told == {"": Phase.LIVE, "VOD.L": Phase.LIVE, "AAPL": Phase.CLOSED}


def test_a_symbol_that_stopped_is_stale_while_others_speak() -> None:
    told = phases({"VOD.L": 0.5, "SAP.DE": 46, "SHEL.L": 11, "QUIET.L": 5, "NEW.L": None})
    assert told == {
        "": Phase.LIVE,
        "VOD.L": Phase.LIVE,
        "SAP.DE": Phase.STALE,
        "SHEL.L": Phase.DELAYED,
        "QUIET.L": Phase.LIVE,
        "NEW.L": Phase.LIVE,
    }


def test_prices_that_are_all_late_are_said_to_be_late_together() -> None:
    assert phases({"VOD.L": 15.0, "SHEL.L": 20.0}) == dict.fromkeys(("", "VOD.L", "SHEL.L"), Phase.DELAYED)
    assert phases({"VOD.L": 45.0, "SHEL.L": 90.0}) == dict.fromkeys(("", "VOD.L", "SHEL.L"), Phase.STALE)


def test_each_closed_symbol_says_when_its_own_exchange_opens_and_the_feed_the_first_of_them() -> None:
    opens = {"AAPL": "2024-03-08T14:30:00Z", "7203.T": "2024-03-11T00:00:00Z"}
    standings = Standings(Pace(), lambda symbol, _now: from_iso(opens[symbol]))
    (phase, reason), apart = standings.of(dict.fromkeys(opens), ("7203.T", "AAPL"), NOW)
    state = FeedState(phase, reason, apart=apart)
    assert state.reason == state.of("AAPL").reason == "The exchange is closed until 2024-03-08T14:30:00Z."
    assert state.of("7203.T").reason == "The exchange is closed until 2024-03-11T00:00:00Z."


def test_a_refused_symbol_is_offline_whatever_else_is_said_of_it() -> None:
    state = FeedState(Phase.LIVE, refused=("GONE",), apart=(("GONE", Phase.CLOSED, "It sleeps."),))
    assert state.of("GONE").phase is Phase.OFFLINE
    assert state.of("AAPL") == state
