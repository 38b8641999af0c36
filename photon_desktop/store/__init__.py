"""Floor 2: what is kept. One SQLite file, read and written through the repository."""

from photon_desktop.store.store import Store

__all__ = ["Store"]
