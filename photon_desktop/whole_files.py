"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from photon_desktop.errors import PhotonError


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which is `path` once the block ends, on the disk; left by an exception, it never is.

    Until then it is a hidden one beside it that ends in `.part`; one left by a kill can be deleted. Raises OSError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Write `text` in UTF-8 with line feeds, whole or not at all. PhotonError when it can't be."""
    try:
        with written_whole(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise PhotonError(f"{path} can't be written ({error.strerror}); choose another place.") from error
