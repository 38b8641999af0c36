"""`photon-desktop soak`: the real agents for a long time, and what it did to their speed, memory and threads."""

import argparse
import math
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photon_desktop.application import Application
from photon_desktop.clock import SystemClock, random_bytes
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import note, print_json, print_rows
from photon_desktop.commands.soak_run import SoakRun
from photon_desktop.commands.sources import served_bars
from photon_desktop.commands.symbol_option import symbol_written
from photon_desktop.errors import UsageError
from photon_desktop.event_loop import core_application
from photon_desktop.market.demo.listings import listing_of
from photon_desktop.market.demo.pace import FASTEST
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.market.session import HISTORY_BARS, MarketSession
from photon_desktop.paths import user_data_folder
from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.instrument import DEMO_PREFIX
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.window_rules import WINDOW_RULES

LONGEST_S = 1_000_000.0
_INTERVAL = Interval.HOUR_1
_BARS_A_SECOND = 250  # more than the agents can take
_NONE = "n/a"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--duration", type=float, required=True, metavar="SECONDS", help="how long")
    parser.add_argument(
        "--symbol",
        type=symbol_written,
        metavar="S",
        help="play the hourly bars there are of this symbol, or one simulated one; else the whole simulated market",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Let the agents work for so long, or until interrupted, and print the figures; 1 when an agent gave up.

    Without a data folder of its own a run has one that is gone afterwards: thousands of messages are no user's history.
    """
    if not 0 < options.duration <= LONGEST_S:
        raise UsageError(f"--duration is {options.duration:g}; write seconds above 0, up to {LONGEST_S:,.0f}.")
    data_folder = user_data_folder(options.data_dir)
    session = _session(options.symbol, options.duration, data_folder)
    core_application()
    with _folder(options.data_dir) as folder:
        figures = _soaked(folder, data_folder, session, options.duration)
    if options.json:
        print_json(figures)
    else:
        _print_readable(figures)
    return 0


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        yield user_data_folder(chosen)
        return
    with tempfile.TemporaryDirectory(prefix="photon-soak-") as folder:
        yield Path(folder)


def _session(symbol: str | None, duration: float, data_folder: Path) -> MarketSession:
    """The simulated market at its fastest, or the bars of a real symbol, as fast as the agents take them."""
    if symbol is None:
        return DemoSession(_INTERVAL, FASTEST)
    if symbol.startswith(DEMO_PREFIX):
        return DemoSession(_INTERVAL, FASTEST, (listing_of(symbol).symbol,))
    wanted = HISTORY_BARS + math.ceil(duration * _BARS_A_SECOND)
    served = served_bars(symbol, _INTERVAL, None, data_folder, wanted)
    history = min(HISTORY_BARS, len(served.bars) // 2)
    return ReplaySession(symbol, _INTERVAL, served, len(served.bars) - history)


def _soaked(folder: Path, data_folder: Path, session: MarketSession, duration: float) -> Json:
    account = f"soak-{uuid7(SystemClock().now_ns(), random_bytes(10))}"
    profile = Profile("Soak", account, AccountMode.PAPER, session.name)
    application = Application(folder, session, WINDOW_RULES.under(settings_of(data_folder)), profile)
    try:
        if isinstance(session, ReplaySession):  # of an earlier run, of other bars
            application.store.bars.remove(session.symbols[0], session.interval, session.name)
        soaking = SoakRun(application, duration)
        soaking.run()
        if soaking.was_played_out:
            note(f"All bars of {session.symbols[0]} were played before the time was over.")
        return soaking.figures()
    finally:
        application.close()


def _print_readable(figures: Json) -> None:
    shown = {name: _NONE if value is None else f"{value:,}" for name, value in figures.items() if name != "symbols"}
    print_rows(
        [
            ("Symbols", ", ".join(figures["symbols"])),
            ("Time", f"{shown['seconds']} s"),
            ("Bars", shown["bars"]),
            ("Decisions", shown["decisions"]),
            ("Reports", shown["reports"]),
            ("Failed", shown["failed"]),
            ("Bar close to decision", f"p50 {shown['p50_ms']} ms, p99 {shown['p99_ms']} ms"),
            ("Bar close to report", f"p50 {shown['report_p50_ms']} ms, p99 {shown['report_p99_ms']} ms"),
            ("Memory", f"{shown['rss_start_mb']} MB at first, {shown['rss_end_mb']} MB at the end"),
            ("Threads", f"{shown['threads_start']} at first, {shown['threads_end']} at the end"),
        ]
    )
