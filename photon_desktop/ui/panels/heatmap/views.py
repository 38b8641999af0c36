"""What the heatmap shows of one symbol."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr


class SizeBy(StrEnum):
    """What a tile's area is in proportion to; the value is what the chooser says."""

    VOLUME = mark("Volume traded in a day")
    POSITION = mark("Value held")


@dataclass(frozen=True, slots=True)
class HeatTile:
    """`change` of a day, a share of 1, NaN while unknown; `traded` in a day and `held` now, both in quote money."""

    symbol: str
    change: float
    traded: float
    held: float
    quote: str

    @property
    def change_words(self) -> str:
        """The change with its sign and shape."""
        if not isfinite(self.change):
            return formats.NO_VALUE
        shape = "▲" if self.change > 0 else "▼" if self.change < 0 else "■"
        return f"{shape} {formats.signed_percent(self.change)}"

    @property
    def sentence(self) -> str:
        """All of it in words, for tooltips and screen readers."""
        return tr("{symbol}: {change} in a day, traded {traded} {quote}, held {held} {quote}").format(
            symbol=self.symbol,
            change=formats.signed_percent(self.change),
            traded=formats.fixed(self.traded, 0),
            held=formats.money(self.held),
            quote=self.quote,
        )

    def size(self, by: SizeBy) -> float:
        """What its area follows."""
        return self.traded if by is SizeBy.VOLUME else self.held
