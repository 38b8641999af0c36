"""The interface's size as it is kept, read before there is a window."""

import json
from pathlib import Path

from photon_desktop.errors import StoreError
from photon_desktop.store.texts_in_file import texts_in_file
from photon_desktop.ui.comfort.choices import ComfortChoices

KEY = "window.comfort"


def kept_scale(store_path: Path) -> int:
    """The interface's size in percent that the store's file keeps; 100 where it keeps none, or can't be read."""
    try:
        text = texts_in_file(store_path, KEY).get(KEY, "{}")
        return ComfortChoices.from_json(json.loads(text)).scale
    except (StoreError, ValueError):
        return 100
