"""Writes the hourly bars before the film's epoch that ship with the program.

Run as `python -m photon_desktop.market.demo.ship OUT_DIR`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from photon_desktop.market.csv_files import write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.interval import Interval

SHIPPED_BARS = 5_000
SHIPPED_INTERVAL = Interval.HOUR_1


def write_shipped_bars(folder: Path) -> tuple[Path, ...]:
    """Write `{SYMBOL}_1h.csv` of every listed symbol into `folder`, the last bar closing at the epoch.

    The same bytes each time. Raises DataError when a file can't be written.
    """
    source = DemoSource(DemoWorld(), Checkpoint.opening())
    paths = tuple(folder / f"{symbol}_{SHIPPED_INTERVAL}.csv" for symbol in DEMO_SYMBOLS)
    for symbol, path in zip(DEMO_SYMBOLS, paths, strict=True):
        write_bars(path, source.history(symbol, SHIPPED_INTERVAL, SHIPPED_BARS))
    return paths


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the files and name them on standard output."""
    parser = argparse.ArgumentParser(prog="python -m photon_desktop.market.demo.ship", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    for path in write_shipped_bars(parser.parse_args(arguments).folder):
        print(path)


if __name__ == "__main__":
    main()
