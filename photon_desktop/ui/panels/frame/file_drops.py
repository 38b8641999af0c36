"""Which files may be dropped on the window: one of a kind that can hold bars."""

from pathlib import Path

from PySide6.QtCore import QMimeData

BAR_FILE_ENDINGS = (".csv", ".tsv", ".txt", ".gz", ".zip", ".parquet", ".feather", ".json")


def dropped_file(dragged: QMimeData) -> Path | None:
    """The one local file that is dragged, None when it is no file, several, or of a kind without bars."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in BAR_FILE_ENDINGS and not path.is_dir() else None
