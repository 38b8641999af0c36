"""Table and list models, and the delegates that draw their cells."""
