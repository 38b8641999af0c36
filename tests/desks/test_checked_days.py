"""Which day the self-check takes next."""

from datetime import datetime

from photon_desktop.desks.checked_days import Stretch, day_due, midnight_before

_SECOND = 10**9


def local(*moment: int) -> int:
    return int(datetime(*moment).timestamp()) * _SECOND  # type: ignore[arg-type]


def test_a_day_goes_from_local_midnight_to_local_midnight() -> None:
    assert midnight_before(local(2026, 11, 28, 14, 30)) == local(2026, 11, 28)
    assert midnight_before(local(2026, 11, 28)) == local(2026, 11, 28)
    assert midnight_before(local(2026, 2, 28, 23, 59, 59), 1) == local(2026, 3, 1)


def test_the_last_day_with_anything_in_it_is_due_once() -> None:
    friday = local(2026, 11, 27, 22)
    due = day_due(friday, 0)
    assert due == Stretch(local(2026, 11, 27), local(2026, 11, 28))
    assert day_due(friday, due.until_ns) is None
    assert day_due(local(2026, 11, 28, 1), due.until_ns) == Stretch(local(2026, 11, 28), local(2026, 11, 29))


def test_nothing_is_due_before_anything_was_kept() -> None:
    assert day_due(None, 0) is None
