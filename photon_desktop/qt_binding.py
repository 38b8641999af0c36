"""Qt's binding, kept from reading the source of every module that is imported after it.

PySide6 does so to tell which modules may switch its `__feature__`s, which this program never does: over thirty
megabytes of text that stay in memory, and half a second of the first minute. A frozen program has no sources, and the
binding then takes it that no module switches any; here it is told as much.
"""

from importlib import import_module


def leave_sources_unread() -> None:
    """Load the binding and have it read no sources. Where it asks in another way than we know, it just goes on."""
    import_module("shiboken6")
    feature = vars(import_module("shibokensupport.feature"))  # there once the binding is
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = _switches_no_features


def _switches_no_features(_module: object) -> bool:
    return False
