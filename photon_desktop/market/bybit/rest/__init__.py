"""Asking Bybit over HTTP: within its rates, by its clock, with its answers read into our values."""
