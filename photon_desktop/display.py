"""Whether a window can be opened here, said before Qt is asked: Qt ends the process when it can't."""

import ctypes
import os
import sys

from photon_desktop.errors import DisplayError

COMMANDS_WITHOUT_A_WINDOW = (
    "agents",
    "backtest",
    "check",
    "decide",
    "download",
    "import",
    "screens",
    "serve",
    "soak",
    "train",
)
# what PySide6's libraries name as needed and do not bring, by the Debian package that does
_SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


SYSTEM_LIBRARIES = _SYSTEM_LIBRARIES | _XCB_LIBRARIES


def missing_libraries() -> tuple[str, ...]:
    """Debian packages of system libraries that a window needs and this machine lacks; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(package for library, package in SYSTEM_LIBRARIES.items() if not _loads(library))


def platform_name() -> str:
    """The Qt platform a window would use here."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return chosen
    if not sys.platform.startswith("linux"):
        return "cocoa" if sys.platform == "darwin" else "windows"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb"


def require_display() -> None:
    """Raise DisplayError, saying what to do, unless a window can be opened."""
    if platform_name() not in ("xcb", "wayland"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise DisplayError(f"There is no display to open the window on; {_without_window()}")
    if missing := missing_libraries():
        raise DisplayError(
            f"Qt needs system libraries that are missing here; install them with: apt-get install {' '.join(missing)}"
        )
    if not os.environ.get("WAYLAND_DISPLAY") and not _x_server_answers():
        raise DisplayError(f"The display {os.environ['DISPLAY']} does not answer; {_without_window()}")


def explain_import_error(error: ImportError) -> DisplayError:
    """The sentence for a Qt that could not be loaded."""
    missing = missing_libraries()
    cure = f"install them with: apt-get install {' '.join(missing)}" if missing else "install the package it is from."
    return DisplayError(f"Qt can't be loaded ({error}); {cure}")


def _without_window() -> str:
    return f"these commands work without one: {', '.join(COMMANDS_WITHOUT_A_WINDOW)}."


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
