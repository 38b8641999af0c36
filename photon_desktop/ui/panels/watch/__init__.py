"""The parts of the watchlist: its list, its bar, its menu, and the notice that takes a removal back."""
