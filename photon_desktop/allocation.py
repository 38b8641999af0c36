"""How the C library keeps memory that was freed. By itself glibc has up to eight heaps for each core, each as large as
it ever was, and arrays that come and go end up on them: a window that is open all day grows for nothing."""

import ctypes
import sys

# From glibc's malloc.h; see mallopt(3).
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_HEAPS = 2
_LARGE_BYTES = 256 * 1024  # from this size on a block is given back when it is freed


def give_memory_back() -> bool:
    """Have few heaps, and large blocks apart from them, from now on; False where the C library is not glibc, and keeps
    memory its own way. Belongs before the first thread."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        set_option = ctypes.CDLL(None).mallopt
    except AttributeError:
        return False
    return bool(set_option(_M_ARENA_MAX, _HEAPS)) and bool(set_option(_M_MMAP_THRESHOLD, _LARGE_BYTES))
