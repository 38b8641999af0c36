"""The local exchange's signed paths; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.private import CREATE, EXECUTIONS, OPEN_ORDERS, TRADING_STOP, BybitPrivate

__all__ = ["CREATE", "EXECUTIONS", "OPEN_ORDERS", "TRADING_STOP", "BybitPrivate"]
