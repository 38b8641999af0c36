"""The drill of a program that trades at an exchange: a local one, on loopback, with keys that open nothing."""
