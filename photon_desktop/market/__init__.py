"""Floor 3: where bars come from."""
