import subprocess
import sys

import numpy as np
import pytest

from photon_desktop.market.calendars import is_open, next_open, sessions_of
from photon_desktop.market.exchanges import Hours, hours_of
from photon_desktop.trading.timestamps import from_iso, to_iso

STOCK, CRYPTO, DEMO = hours_of("AAPL"), hours_of("BTCUSDT"), hours_of("DEMO-A")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2024-03-08T14:29:59Z", False),
        ("2024-03-08T14:30:00Z", True),
        ("2024-03-08T20:59:59Z", True),
        ("2024-03-08T21:00:00Z", False),
        ("2024-03-11T13:30:00Z", True),  # summer time began on the day before
        ("2024-03-09T16:00:00Z", False),  # Saturday
        ("2024-03-29T16:00:00Z", False),  # Good Friday
        ("2024-07-03T16:59:59Z", True),
        ("2024-07-03T17:00:00Z", False),  # a short day
        ("2001-09-12T15:00:00Z", False),
        ("2012-10-30T15:00:00Z", False),  # the hurricane
    ],
)
def test_stocks_are_traded_in_new_yorks_sessions(moment: str, expected: bool) -> None:
    assert is_open(STOCK, from_iso(moment)) is expected


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2024-03-08T15:00:00Z", "2024-03-08T15:00:00Z"),
        ("2024-03-08T21:00:00Z", "2024-03-11T13:30:00Z"),
        ("2024-03-28T20:00:00Z", "2024-04-01T13:30:00Z"),
        ("2024-12-25T00:00:00Z", "2024-12-26T14:30:00Z"),
    ],
)
def test_the_next_open_is_now_or_when_the_next_session_begins(moment: str, opens: str) -> None:
    assert to_iso(next_open(STOCK, from_iso(moment))) == opens


@pytest.mark.parametrize("hours", [CRYPTO, DEMO])
@pytest.mark.parametrize("moment", ["2024-12-25T03:00:00Z", "1700-01-01T00:00:00Z", "2200-01-01T00:00:00Z"])
def test_crypto_and_the_simulated_market_are_always_open(hours: Hours, moment: str) -> None:
    assert is_open(hours, from_iso(moment))
    assert next_open(hours, from_iso(moment)) == from_iso(moment)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("1955-06-14T15:00:00Z", True),  # a Tuesday, summer time
        ("1955-06-12T15:00:00Z", False),
        ("2150-01-01T15:00:00Z", True),  # a Thursday that will be a holiday, which nobody knows there
        ("2150-01-01T14:29:00Z", False),
        ("2150-01-03T15:00:00Z", False),
    ],
)
def test_where_the_calendar_ends_every_weekday_is_a_session(moment: str, expected: bool) -> None:
    assert is_open(STOCK, from_iso(moment)) is expected


@pytest.mark.parametrize(
    "span", [("1969-12-20", "1970-02-01"), ("2024-01-01", "2190-01-01"), ("1700-01-01", "1700-01-02")]
)
def test_sessions_rise_and_reach_over_both_ends(span: tuple[str, str]) -> None:
    first, last = map(from_iso, span)
    sessions = sessions_of("XNYS", first, last)
    assert sessions.days[0] < first
    assert sessions.days[-1] > last
    assert np.all(np.diff(sessions.days) > 0)
    assert np.all(sessions.closes[:-1] < sessions.opens[1:])
    assert np.all(sessions.opens < sessions.closes)
    assert all(column.dtype == np.int64 for column in (sessions.days, sessions.opens, sessions.closes))


NEVER_FOR_CRYPTO = """
import sys
import numpy as np
from photon_desktop.market import calendars, gaps
from photon_desktop.market.exchanges import hours_of
from photon_desktop.trading.interval import Interval

times = np.arange(100) * Interval.HOUR_1.nanoseconds
gaps.gaps_of(times, Interval.HOUR_1, hours_of("BTCUSDT"))
gaps.bars_due(0, 10**18, Interval.HOUR_1, hours_of("DEMO-A"))
calendars.is_open(hours_of("BTCUSDT"), 0)
print([name for name in ("pandas", "exchange_calendars") if name in sys.modules])
"""


def test_crypto_needs_no_calendar() -> None:
    done = subprocess.run([sys.executable, "-c", NEVER_FOR_CRYPTO], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
