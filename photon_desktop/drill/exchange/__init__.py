"""The local exchange: it speaks Bybit's v5 protocol on loopback, matches orders, and misbehaves on command."""
