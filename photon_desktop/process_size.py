"""How large this process is: the memory it holds and the threads it runs."""

import sys
import threading
from pathlib import Path

from photon_desktop.errors import PhotonError

_STATUS = Path("/proc/self/status")


def resident_mb() -> float:
    """Memory that this process holds now, in MiB; on macOS the most that it ever held. PhotonError where it can't be
    told."""
    if sys.platform == "win32":
        return _windows_bytes() / 2**20
    if _STATUS.exists():
        return _status("VmRSS") / 2**10
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def thread_count() -> int:
    """Threads of this process, those of its libraries among them; where the system does not tell, Python's alone."""
    return _status("Threads") if _STATUS.exists() else threading.active_count()


def _status(name: str) -> int:
    for line in _STATUS.read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise PhotonError(f"{_STATUS} does not say {name}, so the size of this process is not known.")


def _windows_bytes() -> int:
    """The working set, the fourth field of PROCESS_MEMORY_COUNTERS, whose fields behind two DWORDs are SIZE_T."""
    import ctypes  # noqa: PLC0415

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            *((name, ctypes.c_size_t) for name in ("peak", "working_set", "a", "b", "c", "d", "pagefile", "e")),
        )

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    counters = Counters(size=ctypes.sizeof(Counters))
    if not kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size):
        raise PhotonError("Windows does not say how much memory this process holds.")
    return int(counters.working_set)
