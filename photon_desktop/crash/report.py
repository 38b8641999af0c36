"""What a report of a fault says: what happened, where, on what, and what the log said before."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from traceback import format_exception

from PySide6.QtCore import qVersion

from photon_desktop import __version__
from photon_desktop.crash.redaction import redacted

LOG_LINES = 60
BY_HAND = "A report made by hand"
HARD_CRASH = "The program ended without a chance to say why"


@dataclass(frozen=True, slots=True)
class CrashReport:
    """`title` in one line; `text` is all of it, with nothing secret in it."""

    title: str
    text: str


def report_of_error(error: BaseException, place: str, log_lines: Sequence[str]) -> CrashReport:
    """The report of an exception that nobody caught; `place` is the thread or the part it came from."""
    title = redacted(f"{type(error).__name__}: {error}".splitlines()[0])
    trace = "".join(format_exception(error))
    return _report(title, f"In {place}.\n\n{trace}", log_lines)


def report_of_hard_crash(trace: str, log_lines: Sequence[str]) -> CrashReport:
    """The report of an end that left only the stacks of the threads, `trace`, behind."""
    return _report(HARD_CRASH, trace, log_lines)


def report_by_hand(log_lines: Sequence[str]) -> CrashReport:
    """A report without a fault, for a person who wants to show the log."""
    return _report(BY_HAND, "", log_lines)


def _report(title: str, body: str, log_lines: Sequence[str]) -> CrashReport:
    head = (
        "Photon Desktop, report of a fault" if body else "Photon Desktop, report",
        f"Time: {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"Version: {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"System: {platform.platform()}",
        f"What: {title}",
    )
    log = "\n".join(log_lines) or "(empty)"
    parts = ("\n".join(head), body.strip(), f"Last lines of the log:\n{log}")
    return CrashReport(title, redacted("\n\n".join(part for part in parts if part) + "\n"))
