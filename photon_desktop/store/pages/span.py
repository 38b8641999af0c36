"""A part of a list: which symbol, which times, which page."""

from dataclasses import dataclass

EARLIEST, LATEST = -(2**63), 2**63 - 1


@dataclass(frozen=True, slots=True)
class Span:
    """Entries of `symbol` (empty for all) from `start_ns` on and before `end_ns` (ns UTC); of these, `size` after the
    first `skipped`."""

    symbol: str = ""
    start_ns: int = EARLIEST
    end_ns: int = LATEST
    skipped: int = 0
    size: int = 50
