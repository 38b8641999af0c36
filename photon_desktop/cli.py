"""The command line: `photon-desktop` opens the window, the commands do the same work without one."""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import ModuleType

from photon_desktop import __version__
from photon_desktop.display import explain_import_error
from photon_desktop.errors import PhotonError, UsageError
from photon_desktop.qt_binding import leave_sources_unread

# Only the module of the command that was asked for is imported: the window starts without the others' libraries.
_COMMANDS = {
    "agents": "one pass of bars through the three agents, every message shown",
    "backtest": "what a strategy would have made, filled at the next bar, costs included",
    "check": "what this installation can do: libraries, Qt, store, keyring, sources",
    "decide": "what the model would do at the last closed bar, and why",
    "download": "bars of a symbol from where they are, into a CSV file",
    "import": "bars out of any vendor's file, checked, into the store",
    "open": "the window, with a file of bars to import",
    "screens": "every screen of the program as a picture",
    "serve": "the agents without a window, and an API for other programs",
    "soak": "the long-running test: the agents for so many seconds, figures at the end",
    "train": "a model of a symbol, with honest figures of what it can tell",
}
_WINDOW = "window"
_ON_QT = (_WINDOW, "agents", "check", "open", "screens", "soak")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 failed with one sentence on stderr, 2 wrong usage, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    wanted = next((word for word in words if not word.startswith("-")), _WINDOW)
    try:
        options = _parser(wanted).parse_args(words)
        return int(_command(options.command or _WINDOW).run(options))
    except UsageError as error:
        print(f"photon-desktop: {error}", file=sys.stderr)
        return 2
    except PhotonError as error:
        print(f"photon-desktop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _command(name: str) -> ModuleType:
    """The command's module; DisplayError when Qt lacks a system library."""
    collects = gc.isenabled()
    gc.disable()  # what is imported stays, and looking through it time and again is a tenth of a second of the start
    try:
        if name in _ON_QT:
            leave_sources_unread()
        return import_module(
            f"photon_desktop.commands.{name}_" if iskeyword(name) else f"photon_desktop.commands.{name}"
        )
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise
        raise explain_import_error(error) from error
    finally:
        if collects:
            gc.enable()


def _parser(wanted: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="photon-desktop", description="Opens the trading window; the commands do the same work without one."
    )
    parser.add_argument("--version", action="version", version=f"photon-desktop {__version__}")
    _add_data_folder(parser, None)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, summary in _COMMANDS.items():
        subparser = subparsers.add_parser(name, help=summary, description=summary)
        _add_data_folder(subparser, argparse.SUPPRESS)
        if name == wanted:
            _command(name).add_arguments(subparser)
    return parser


def _add_data_folder(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="DIR",
        help="keep everything here instead of the user's folder",
    )
