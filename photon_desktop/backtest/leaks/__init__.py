"""Does anything know the future? Cut it off, replace it, shuffle it, and see whether what was told changes."""
