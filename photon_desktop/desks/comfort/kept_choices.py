"""What the user chose about the window, asked before Qt begins."""

import json
from pathlib import Path

from photon_desktop.errors import StoreError
from photon_desktop.store.texts_in_file import texts_in_file
from photon_desktop.ui.comfort.choices import ComfortChoices

KEY = "window.comfort"


def kept_choices(store_path: Path) -> ComfortChoices:
    """What the store's file keeps; the defaults where it keeps nothing, or can't be read."""
    try:
        return ComfortChoices.from_json(json.loads(texts_in_file(store_path, KEY).get(KEY, "{}")))
    except (StoreError, ValueError):
        return ComfortChoices()
