"""Bybit's stream: one connection under our own supervision, its messages put together into prices and closed bars."""
