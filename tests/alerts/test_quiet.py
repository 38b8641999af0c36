"""Quiet hours go by what the user's clock shows: over midnight, on some days, and when it is put forward or back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.timestamps import from_iso

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NIGHT = QuietHours(is_on=True)  # 22:00 to 07:00


def local(text: str, zone: ZoneInfo = BERLIN) -> int:
    return from_iso(datetime.fromisoformat(text).replace(tzinfo=zone).isoformat())


@pytest.mark.parametrize(
    ("at", "is_quiet"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_a_night_goes_over_midnight(at: str, is_quiet: bool) -> None:
    assert NIGHT.is_quiet(local(f"2026-01-05T{at}"), BERLIN) is is_quiet


def test_hours_within_a_day_do_not() -> None:
    lunch = QuietHours(True, 12 * 60, 13 * 60)
    assert [lunch.is_quiet(local(f"2026-01-05T{at}"), BERLIN) for at in ("11:59", "12:00", "12:59", "13:00")] == [
        False, True, True, False
    ]  # fmt: skip


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    fridays = QuietHours(True, 22 * 60, 7 * 60, frozenset({4}))
    assert fridays.is_quiet(local("2026-01-09T23:00"), BERLIN)  # Friday
    assert fridays.is_quiet(local("2026-01-10T06:00"), BERLIN)  # Saturday's morning
    assert not fridays.is_quiet(local("2026-01-10T23:00"), BERLIN)
    assert not fridays.is_quiet(local("2026-01-09T06:00"), BERLIN)


@pytest.mark.parametrize(
    ("ends_at", "zone"),
    [
        ("2026-03-29T05:00:00Z", BERLIN),  # the clock is put forward: the night is an hour shorter
        ("2026-10-25T06:00:00Z", BERLIN),  # and back
        ("2026-03-08T11:00:00Z", NEW_YORK),
        ("2026-11-01T12:00:00Z", NEW_YORK),
    ],
)
def test_it_ends_by_the_users_clock_in_nights_when_that_is_changed(ends_at: str, zone: ZoneInfo) -> None:
    end, minute = from_iso(ends_at), 60_000_000_000
    assert NIGHT.is_quiet(end - minute, zone)
    assert not NIGHT.is_quiet(end, zone)


def test_the_same_two_times_are_a_whole_day_on_its_days() -> None:
    sundays = QuietHours(True, 0, 0, frozenset({6}))
    assert sundays.is_quiet(local("2026-01-11T00:00"), BERLIN)
    assert sundays.is_quiet(local("2026-01-11T23:59"), BERLIN)
    assert not sundays.is_quiet(local("2026-01-12T00:00"), BERLIN)


def test_off_is_never_quiet() -> None:
    assert not QuietHours().is_quiet(local("2026-01-05T23:00"), BERLIN)


def test_what_is_kept_comes_back_and_what_is_damaged_is_as_by_default() -> None:
    chosen = QuietHours(True, 60, 120, frozenset({0, 3}), False)
    assert QuietHours.from_json(chosen.to_json()) == chosen
    for damaged in (None, 5, {}, {**chosen.to_json(), "begins": 5_000}, {**chosen.to_json(), "days": [9]}):
        assert QuietHours.from_json(damaged) == QuietHours()


def test_a_minute_that_no_day_has_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="minute 1440; a day has the minutes 0 to 1439"):
        QuietHours(True, 0, 1_440)
