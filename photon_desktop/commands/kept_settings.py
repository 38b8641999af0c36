"""The settings that the window keeps in a data folder, for commands that go by them."""

from pathlib import Path

from photon_desktop.commands.output import note
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import kept_choices


def settings_of(data_folder: Path) -> Choices:
    """What is kept there, the defaults where there is no store. The store is neither made, changed nor locked.

    Why a value is not used goes to stderr, a line each.
    """
    kept = kept_choices(data_folder / STORE_NAME)
    for fault in kept.faults:
        note(fault)
    return kept.choices
