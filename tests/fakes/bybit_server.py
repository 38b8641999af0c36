"""The local exchange; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.server import OPENING_MS, BybitServer

__all__ = ["OPENING_MS", "BybitServer"]
