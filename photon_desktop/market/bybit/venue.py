"""Bybit as a venue: the past and the stream of one category."""

from collections.abc import Mapping

from photon_desktop.market.bybit import BYBIT_SOURCE
from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.feed import BybitFeed
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.transport import StreamTransport
from photon_desktop.market.real.venue import Wake
from photon_desktop.trading.interval import Interval


class BybitVenue:
    """The symbols of `category`, over the addresses of `endpoint`."""

    name = BYBIT_SOURCE

    def __init__(self, endpoint: Endpoint | None = None, category: Category = Category.LINEAR) -> None:
        self._endpoint = endpoint or Endpoint()
        self._category = category

    def open_source(self) -> BybitSource:
        """Its past, over connections that the source holds."""
        return BybitSource(open_client(self._endpoint, self._category), self._category)

    def open_feed(self, interval: Interval, next_opens: Mapping[str, int], wake: Wake) -> BybitFeed:
        """A feed that is connecting already, each symbol from the bar on that opens at its time (ns UTC)."""
        feed = BybitFeed(self.open_source(), self._new_transport, interval, next_opens, wake)
        feed.start()
        return feed

    def _new_transport(self) -> StreamTransport:
        from photon_desktop.market.bybit.stream.pybit_stream import (  # noqa: PLC0415 - imports pybit, on demand only
            PybitTransport,
        )

        return PybitTransport(self._endpoint, self._category)
