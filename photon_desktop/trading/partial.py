"""How much of an order one price can fill."""

from decimal import Decimal

from photon_desktop.trading.instrument import Instrument


def allowance(volume: Decimal | None, share: Decimal, instrument: Instrument) -> Decimal | None:
    """The most that may be filled out of `volume`: `share` of it in whole steps, or None where no volume is known."""
    return None if volume is None else instrument.floor_quantity(volume * share)


def part_of(remaining: Decimal, left: Decimal | None) -> Decimal:
    """What can be filled of `remaining` when `left` is still allowed."""
    return remaining if left is None else min(remaining, left)
