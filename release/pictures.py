"""`python -m release.pictures`: draws the README's pictures anew, by `photon-desktop screens`.

Each keeps, in a PNG text of its own, the fingerprint of the code that drew it, so that a picture that is older than the
window it shows is found out.
"""

import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from PySide6.QtGui import QImage

from release.names import ROOT

FOLDER = ROOT / "resources" / "pictures"
PICTURES = {
    "window": "dark-1280x800-portfolio",
    "window-light": "light-1280x800-trades",
    "backtest": "dark-backtestWizard-results",
    "analytics": "dark-1280x800-analytics",
}
FINGERPRINT = "Drawn by"
_DRAWN_BY = (("photon_desktop/ui", "*.py"), ("resources/icons", "*.svg"))


def main() -> int:
    """Draw every screen in a folder that goes again, and keep the README's."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    drawn_by = fingerprint()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "photon_desktop", "screens", "--out", folder]
        subprocess.run(command, check=True, cwd=ROOT)
        for name, screen in PICTURES.items():
            _keep(Path(folder) / f"{screen}.png", FOLDER / f"{name}.png", drawn_by)
    return 0


def fingerprint() -> str:
    """SHA-256 over the code and the icons that windows are drawn by."""
    digest = sha256()
    for folder, pattern in _DRAWN_BY:
        for path in sorted((ROOT / folder).rglob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def drawn_by(picture: Path) -> str:
    """The fingerprint of the code that drew `picture`; empty when it says none."""
    return QImage(str(picture)).text(FINGERPRINT)


def _keep(drawn: Path, kept: Path, code: str) -> None:
    image = QImage(str(drawn)).convertToFormat(QImage.Format.Format_RGB32)
    image.setText(FINGERPRINT, code)
    if not image.save(str(kept), "PNG", 0):  # 0: as small as it goes
        raise SystemExit(f"The picture {drawn} can't be kept as {kept}.")


if __name__ == "__main__":
    sys.exit(main())
