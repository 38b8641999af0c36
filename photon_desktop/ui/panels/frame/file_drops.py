"""Which files may be dropped on the window: any single one, for what is in it decides whether it holds bars."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from photon_desktop.ui.language import mark

BAR_FILE_ENDINGS = (".csv", ".tsv", ".txt", ".prn", ".dat", ".gz", ".zip", ".parquet", ".feather", ".json", ".jsonl")
SEVERAL_FILES = mark("Several files were dropped; each is looked at before it is stored, so drop one at a time.")


def dropped_file(dragged: QMimeData) -> Path | None:
    """The one local file that is dragged, None when it is no file or several."""
    files = _files(dragged)
    return files[0] if len(files) == 1 else None


def holds_several_files(dragged: QMimeData) -> bool:
    """Whether more than one local file is dragged, and nothing else."""
    return len(_files(dragged)) > 1


def _files(dragged: QMimeData) -> list[Path]:
    """The files that are dragged; none where a folder or an address is among them."""
    urls = dragged.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) and not any(path.is_dir() for path in paths) else []
