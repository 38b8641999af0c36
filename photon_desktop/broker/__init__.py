"""Floor 3: where orders go."""
