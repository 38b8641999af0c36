"""What the local exchange's stream sends; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.stream import Message

__all__ = ["Message"]
