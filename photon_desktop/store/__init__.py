"""Floor 2: what is kept. One SQLite file, read and written through the repository."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photon_desktop.store.store import Store

__all__ = ["Store"]


def __getattr__(name: str) -> object:
    """Load the whole store only for who asks for it: the window's first look needs a few texts out of its file."""
    if name != "Store":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from photon_desktop.store.store import Store  # noqa: PLC0415 - see above

    return Store
