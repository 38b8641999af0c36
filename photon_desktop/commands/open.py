"""`photon-desktop open FILE`: the window, with a file of bars to import; what a file manager calls."""

import argparse
from pathlib import Path

from photon_desktop.commands.window import stay_open


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a file of bars, shown in the import")


def run(options: argparse.Namespace) -> int:
    """As the window's own; the import stands open with the file."""
    return stay_open(options.data_dir, options.file)
