"""The local exchange in a process of its own; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.process import BybitProcess

__all__ = ["BybitProcess"]
