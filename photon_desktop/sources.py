"""The places bars come from, opened when they are first asked for."""

from collections.abc import Mapping
from pathlib import Path

from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.real.venue import Venue
from photon_desktop.market.source import BarSource
from photon_desktop.paths import shipped_data_folder
from photon_desktop.trading.instrument import InstrumentKind


def open_venues() -> Mapping[InstrumentKind, Venue]:
    """Where each kind of symbol is followed. Nothing is asked of the network yet."""
    from photon_desktop.market.bybit.venue import BybitVenue  # noqa: PLC0415 - only where it is needed

    return {InstrumentKind.CRYPTO: BybitVenue()}


def kept_sources(data_folder: Path) -> tuple[BarSource, ...]:
    """What is on this machine: files in the data folders."""
    return (CsvSource([data_folder, shipped_data_folder()], {}),)
