"""The local exchange's market; see photon_desktop/drill/exchange."""

from photon_desktop.drill.exchange.market import BTC, ETH, INTERVAL_MS, BybitMarket, Listed

__all__ = ["BTC", "ETH", "INTERVAL_MS", "BybitMarket", "Listed"]
