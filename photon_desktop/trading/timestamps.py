"""Times: int64 nanoseconds since 1970 UTC inside, ISO 8601 UTC text at the edges."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from photon_desktop.errors import ValueRefusedError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Whoever needs the time is handed one of these."""

    def now_ns(self) -> int:
        """Nanoseconds since 1970 UTC."""
        ...


def to_datetime(time_ns: int) -> datetime:
    """The timezone-aware UTC datetime of `time_ns`, cut to microseconds."""
    return _EPOCH + timedelta(microseconds=time_ns // 1_000)


def from_datetime(moment: datetime) -> int:
    """Nanoseconds since 1970 UTC of an aware datetime; refuses a naive one."""
    if moment.tzinfo is None:
        raise ValueRefusedError(f"The time {moment.isoformat()} has no zone; give it one, such as UTC.")
    elapsed = moment - _EPOCH
    return ((elapsed.days * 86_400 + elapsed.seconds) * 1_000_000 + elapsed.microseconds) * 1_000


def to_iso(time_ns: int) -> str:
    """ISO 8601 UTC text: whole seconds as "2024-12-07T10:00:00Z", otherwise with a fraction of a second."""
    text = to_datetime(time_ns).replace(tzinfo=None).isoformat(timespec="auto")
    return f"{text}Z"


def from_iso(text: str) -> int:
    """Nanoseconds of an ISO 8601 text; a text without a zone is taken as UTC, a date as its midnight.

    Raises ValueRefusedError for anything else.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueRefusedError(
            f"The time {text!r} is not ISO 8601; write it like 2024-12-07T10:00:00Z or 2024-12-07."
        ) from None
    return from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
