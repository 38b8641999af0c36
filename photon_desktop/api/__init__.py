"""The local API: the same program, for other programs on this computer."""
