"""Symbols as text that came from outside: which may name a file, and which known one was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from photon_desktop.errors import UnknownSymbolError

_LONGEST = 64
_UNSAFE = frozenset('/\\:*?"<>|')


def check_symbol(symbol: str) -> None:
    """Raise UnknownSymbolError unless `symbol` can name a file inside a folder, and only inside it."""
    if not symbol or len(symbol) > _LONGEST:
        raise UnknownSymbolError(f"A symbol has 1 to {_LONGEST} characters, this one has {len(symbol)}; give another.")
    escapes = symbol.startswith(".") or not _UNSAFE.isdisjoint(symbol)
    if escapes or not symbol.isprintable() or symbol != symbol.strip():
        raise UnknownSymbolError(
            f"{symbol!a} can't be a symbol; write one like BTCUSDT or AAPL, without separators or control characters."
        )


def did_you_mean(symbol: str, known: Iterable[str]) -> str:
    """ " (did you mean X or Y?)" with the nearest of the known symbols, or nothing when none is near."""
    by_upper = {name.upper(): name for name in sorted(known)}
    near = get_close_matches(symbol.upper(), by_upper, n=3, cutoff=0.6)
    return f" (did you mean {' or '.join(by_upper[name] for name in near)}?)" if near else ""
