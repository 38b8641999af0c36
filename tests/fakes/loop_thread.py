"""The thread of the local servers; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.loop_thread import LoopThread

__all__ = ["LoopThread"]
