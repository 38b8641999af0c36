"""The dialog that adds symbols to the watchlist, many at once."""
