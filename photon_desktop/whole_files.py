"""Files that appear whole or not at all."""

import os
from pathlib import Path

from photon_desktop.errors import PhotonError


def write_text(path: Path, text: str) -> None:
    """Write `text` in UTF-8 with line feeds; the file appears whole or not at all. PhotonError when it can't be."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PhotonError(f"{path} can't be written ({error.strerror}); choose another place.") from error
