"""The local exchange's answers and faults; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.http import Fault, Reply, Request, rate_limited

__all__ = ["Fault", "Reply", "Request", "rate_limited"]
