"""Floor 2: what is kept. One SQLite file, read and written through the repository."""
