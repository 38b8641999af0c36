"""A symbol as a catalogue lists it."""

from dataclasses import dataclass

from photon_desktop.trading.instrument import InstrumentKind


@dataclass(frozen=True, slots=True)
class Listing:
    """What can be watched under `symbol`: its name for people, its kind, and where it is traded."""

    symbol: str
    name: str
    kind: InstrumentKind
    exchange: str
