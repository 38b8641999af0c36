"""What is asked of Yahoo, apart from who carries it."""

from typing import Protocol

from photon_desktop.market.yahoo.ask.chart import Adjustments, Chart, Found, Span


class YahooDoor(Protocol):
    """Each method asks once and raises YahooError when there is no usable answer."""

    def chart(self, symbol: str, interval: str, span: Span, adjustments: Adjustments) -> Chart:
        """The rows of `interval` ("1h", in Yahoo's words) that open in `span`; there may be none.

        Raises UnknownSymbolError for a symbol Yahoo does not have.
        """
        ...

    def search(self, text: str) -> tuple[Found, ...]:
        """Symbols whose spelling or name fits `text`, the likeliest first."""
        ...

    def close(self) -> None:
        """Refuse what is asked from now on; a request under way ends at its time-out."""
        ...
