"""What the user may set about deciding and trading: one table, what was chosen of it, and how that is kept."""
