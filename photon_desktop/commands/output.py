"""What commands print and write: one JSON object, aligned rows, whole files, and progress for those who watch."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from photon_desktop.errors import PhotonError

NOT_AVAILABLE = "n/a"
Progress = Callable[[str, int, int], None]  # what is being done, how much of it, out of how much


def print_json(content: Mapping[str, Any]) -> None:
    """`content` as one JSON object on one line of stdout, in ASCII; a NaN or infinite number raises ValueError."""
    print(json.dumps(content, allow_nan=False))


def note(sentence: str) -> None:
    """What the user should know beside the result, on stderr: stdout is for that."""
    print(f"Note: {sentence}", file=sys.stderr)


def print_rows(rows: Iterable[tuple[str, str]]) -> None:
    """Names on the left, values to the right of the longest name."""
    pairs = list(rows)
    width = max((len(name) for name, _ in pairs), default=0)
    for name, value in pairs:
        print(f"{name:<{width}}  {value}")


def percent(share: float | None) -> str:
    """0.1234 as +12.34%; n/a for None."""
    return NOT_AVAILABLE if share is None else f"{100 * share:+,.2f}%"


def plain_percent(share: float | None) -> str:
    """0.1234 as 12.34%, for shares that have no direction; n/a for None."""
    return NOT_AVAILABLE if share is None else f"{100 * share:,.2f}%"


def money(amount: float | None) -> str:
    """An amount with two digits behind the point; n/a for None."""
    return NOT_AVAILABLE if amount is None else f"{amount:,.2f}"


def figure(value: float | None) -> str:
    """A ratio with three digits behind the point; n/a for None."""
    return NOT_AVAILABLE if value is None else f"{value:,.3f}"


def check_writable(path: Path) -> None:
    """Raise PhotonError when `path` names a folder or stands in none, before work is spent on what goes there."""
    if path.is_dir():
        raise PhotonError(f"{path} is a folder; give the name of a file.")
    if not path.absolute().parent.is_dir():
        raise PhotonError(f"The folder {path.absolute().parent} is not there; make it or choose another.")


def progress_on(stream: TextIO | None = None) -> Progress:
    """Tells progress on one line of `stream` (stderr), and nothing where that is not a terminal."""
    shown_on = sys.stderr if stream is None else stream

    def show(what: str, done: int, total: int) -> None:
        if shown_on.isatty():
            end = "\n" if done == total else ""
            shown_on.write(f"\r{what} {done}/{total}{end}")
            shown_on.flush()

    return show
