"""Offsets of a zone for arrays of times."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.timestamps import from_iso, to_datetime
from photon_desktop.ui.chart.scale.local_time import LocalTime

FIRST, LAST = from_iso("2015-01-01"), from_iso("2025-01-01")
ZONES = {name: LocalTime(ZoneInfo(name), FIRST, LAST) for name in ("Europe/Berlin", "America/New_York", "Asia/Kolkata")}


@pytest.mark.parametrize("name", ZONES)
@given(seconds=st.integers(FIRST // 10**9, LAST // 10**9))
def test_local_times_are_those_of_the_zone(name: str, seconds: int) -> None:
    time_ns = seconds * 10**9
    expected = to_datetime(time_ns).astimezone(ZoneInfo(name)).replace(tzinfo=UTC)
    assert int(ZONES[name].local(np.array([time_ns]))[0]) == round(expected.timestamp()) * 10**9


def test_the_clock_changes_at_its_very_second() -> None:
    change = from_iso("2024-03-31T01:00:00Z")
    before, after = ZONES["Europe/Berlin"].clock(np.array([change - 10**9, change]))
    assert str(before.astype("datetime64[s]")) == "2024-03-31T01:59:59"
    assert str(after.astype("datetime64[s]")) == "2024-03-31T03:00:00"


def test_it_says_how_far_it_looked() -> None:
    local = ZONES["Europe/Berlin"]
    assert local.covers(from_iso("2026-06-01"))
    assert not local.covers(from_iso("2028-01-01"))
    assert not local.covers(from_iso("2014-01-01"))


def test_without_a_zone_the_users_own_is_taken() -> None:
    moment = from_iso("2024-06-01T12:00:00Z")
    here = datetime.fromtimestamp(moment // 10**9, UTC).astimezone()
    local = int(LocalTime(None, moment, moment).local(np.array([moment]))[0])
    offset = here.utcoffset()
    assert offset is not None
    assert local - moment == round(offset.total_seconds()) * 10**9
