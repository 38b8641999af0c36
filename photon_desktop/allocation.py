"""How the C library keeps memory that was freed. By itself glibc has up to eight heaps for each core, each as large as
it ever was, and arrays that come and go end up on them: a window that is open all day grows for nothing. Elsewhere than
on glibc nothing is done here: the C library keeps memory its own way."""

import ctypes
import sys
from collections.abc import Callable

# From glibc's malloc.h; see mallopt(3).
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_HEAPS = 2
_LARGE_BYTES = 256 * 1024  # from this size on a block is given back when it is freed


def give_memory_back() -> bool:
    """Have few heaps, and large blocks apart from them, from now on; whether that was done. Belongs before the first
    thread."""
    set_option = _of_glibc("mallopt")
    if set_option is None:
        return False
    return bool(set_option(_M_ARENA_MAX, _HEAPS)) and bool(set_option(_M_MMAP_THRESHOLD, _LARGE_BYTES))


def give_free_pages_back() -> None:
    """Give the pages of the heaps in which nothing is left back to the system; takes about half a millisecond for a
    heap of 80 MB. See malloc_trim(3)."""
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_glibc(name: str) -> Callable[..., int] | None:
    if not sys.platform.startswith("linux"):
        return None
    function: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    return function
