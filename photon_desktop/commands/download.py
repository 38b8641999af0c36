"""`photon-desktop download`: bars of a symbol from where they are, into a CSV file."""

import argparse
from contextlib import ExitStack, closing
from pathlib import Path

from photon_desktop.commands.output import print_json, progress_on
from photon_desktop.commands.sources import OpenedLater, keep_fetched
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.errors import PhotonError
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.download import PERIODS, Progress, download, file_of, newest_close, span_of
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import gaps_of
from photon_desktop.market.replaced_files import former_file
from photon_desktop.market.source import BarSource
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.paths import user_data_folder
from photon_desktop.sources import NETWORK, Openers
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bar_json import bar_json
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import DEMO_PREFIX, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json
from photon_desktop.trading.passport import data_hash


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    add_symbol(parser)
    parser.add_argument("--period", default="1mo", help=f"how far back: {', '.join(PERIODS)} (default 1mo)")
    parser.add_argument("--interval", default="1h", help="length of a bar (default 1h)")
    parser.add_argument(
        "--output-dir", type=Path, metavar="DIR", help="where the file goes, made if need be (default the data folder)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Fetch the bars and say what came. Interrupted, it keeps what it has; run again, it goes on from there."""
    result = fetch(options, NETWORK)
    if options.json:
        print_json(result)
        return 0
    print(f"{result['rows']:,} bars of {result['symbol']} {result['interval']} from {result['source']},"
          f" {result['first']['timestamp']} to {result['last']['timestamp']}")  # fmt: skip
    for warning in result["warnings"]:
        print(f"Note: {warning}")
    print(result["path"])
    return 0


def fetch(options: argparse.Namespace, network: Openers) -> Json:
    """What `--json` prints, once the file is written."""
    interval = Interval.parse(options.interval)
    data_folder = user_data_folder(options.data_dir)
    with ExitStack() as held:
        source = _source_of(options.symbol, network, held)
        span = span_of(options.period, newest_close(source, options.symbol, interval))
        folder = _made(options.output_dir or data_folder)
        former = former_file(file_of(folder, options.symbol, interval))
        show = progress_on()

        def watch(progress: Progress) -> None:
            show(f"{options.symbol} {interval}", progress.pages_done, progress.pages)

        path, bars = download(source, options.symbol, interval, span, folder, watch)
        told = former.told_differently(bars, SeriesKey(options.symbol, interval, source.name))
        news = [told, _kept(options.symbol, interval, source.name, bars, OpenedLater(data_folder, held))]
        return _json(options.symbol, interval, source.name, path, bars, list(dict.fromkeys(filter(None, news))))


def _made(folder: Path) -> Path:
    """`folder`, made when it is not there. Raises PhotonError when it can't be, or nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PhotonError(
            f"The folder {folder.absolute()} can't be made ({error.strerror}); choose another with --output-dir."
        ) from error
    return folder


def _kept(symbol: str, interval: Interval, source: str, bars: Bars, store: OpenedLater) -> str | None:
    """What is to be told of the bars as they were put into the store; those of the simulated market need no keeping."""
    return None if symbol.startswith(DEMO_PREFIX) else keep_fetched(store, symbol, interval, source, bars)


def _source_of(symbol: str, network: Openers, held: ExitStack) -> BarSource:
    check_symbol(symbol)
    if symbol.startswith(DEMO_PREFIX):
        return DemoSource(DemoWorld(), Checkpoint.opening())
    return held.enter_context(closing(network[kind_of(symbol)]()))


def _json(symbol: str, interval: Interval, source: str, path: Path, bars: Bars, news: list[str]) -> Json:
    gaps = len(gaps_of(bars.times, interval, hours_of(symbol)))
    return {
        "symbol": symbol,
        "interval": interval.value,
        "source": source,
        "rows": len(bars),
        "first": bar_json(bars.bar(0)),
        "last": bar_json(bars.bar(-1)),
        "path": str(path),
        "hash": data_hash(bars),
        "warnings": [*([f"{gaps} gaps between bars"] if gaps else []), *news],
    }
