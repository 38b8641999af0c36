"""Where the program finds what it ships, and where it keeps what is the user's."""

import sys
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from photon_desktop.errors import PhotonError

STORE_NAME = "photon.sqlite3"


def _shipped_root() -> Path:
    """The folder that holds `resources` and `data`: the frozen program's, the installed package's or the checkout's."""
    if getattr(sys, "frozen", False):
        return Path(sys._MEIPASS)  # type: ignore[attr-defined]
    package = Path(__file__).resolve().parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent


def resources_folder() -> Path:
    """Icons, themes, licences and help."""
    return _shipped_root() / "resources"


def languages_folder() -> Path:
    """What the window says in other languages than English."""
    return resources_folder() / "languages"


def shipped_data_folder() -> Path:
    """The demo market's bars."""
    return _shipped_root() / "data"


def user_data_folder(chosen: Path | None = None) -> Path:
    """The user's data folder, or the one chosen with `--data-dir`; made, for its owner only, when it isn't there.

    Raises PhotonError when it can't be made.
    """
    folder = chosen if chosen is not None else user_data_path("photon-desktop", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise PhotonError(
            f"The data folder {folder} can't be made ({error.strerror}); choose another with --data-dir."
        ) from error
    return folder


def models_folder(data_folder: Path) -> Path:
    """Where trained models are kept."""
    return data_folder / "models"


def logs_folder(data_folder: Path) -> Path:
    """Where the program's own log is kept."""
    return data_folder / "logs"


def forecasts_folder(chosen: Path | None = None) -> Path:
    """Where backtests keep what models foretold: in the user's cache, or in the data folder chosen with `--data-dir`.
    All in it can be deleted at any time."""
    cache = user_cache_path("photon-desktop", appauthor=False) if chosen is None else chosen / "cache"
    return cache / "forecasts"
