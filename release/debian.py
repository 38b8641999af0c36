"""The program as a Debian package: under /usr/lib, with a desktop entry, an icon and what software centres show."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from photon_desktop.display import SYSTEM_LIBRARIES
from release.icons import png
from release.names import BUNDLE_ID, DRAWING, NAME, ROOT, SUMMARY, VERSION
from release.tree import settle

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_LINUX = ROOT / "release" / "linux"
_WAYLAND = "libwayland-client0, libwayland-cursor0, libwayland-egl1"


def build_package(program: Path, staging: Path, target: Path, epoch: int) -> None:
    """Write a package of the built folder `program` to `target`. Nothing in it touches the user's data, neither when
    it is installed nor when it is removed: it has no scripts."""
    shutil.rmtree(staging, ignore_errors=True)
    shutil.copytree(program, staging / "usr" / "lib" / NAME, symlinks=True)
    add_desktop_files(staging / "usr", epoch)
    (staging / "usr" / "bin").mkdir()
    (staging / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    notice = staging / "usr" / "share" / "doc" / NAME / "copyright"
    notice.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", notice)
    control = staging / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(control_text(program, _kilobytes(staging)), encoding="utf-8")
    settle(staging, epoch)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", staging, target], check=True, capture_output=True
    )


def add_desktop_files(usr: Path, epoch: int) -> None:
    """Put the desktop entry, the icon in all sizes and the AppStream metadata under `usr`/share."""
    share = usr / "share"
    for pixels in ICON_SIZES:
        icon = share / "icons" / "hicolor" / f"{pixels}x{pixels}" / "apps" / f"{NAME}.png"
        icon.parent.mkdir(parents=True)
        icon.write_bytes(png(DRAWING, pixels))
    entry = share / "applications" / f"{NAME}.desktop"
    entry.parent.mkdir()
    shutil.copyfile(_LINUX / f"{NAME}.desktop", entry)
    metadata = share / "metainfo" / f"{BUNDLE_ID}.metainfo.xml"
    metadata.parent.mkdir()
    metadata.write_text(metadata_text(epoch), encoding="utf-8")


def metadata_text(epoch: int) -> str:
    """The AppStream metadata of this version."""
    text = (_LINUX / "metainfo.xml").read_text(encoding="utf-8")
    date = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    return text.replace("@BUNDLE_ID@", BUNDLE_ID).replace("@VERSION@", VERSION).replace("@DATE@", date)


def control_text(program: Path, kilobytes: int) -> str:
    """What the package says of itself; it depends on the libraries that the window needs and `program` lacks."""
    there = {path.name for path in program.rglob("*.so*")}
    missing = sorted({package for library, package in SYSTEM_LIBRARIES.items() if library not in there})
    fields = {
        "Package": NAME,
        "Version": VERSION,
        "Architecture": _architecture(),
        "Maintainer": "Photon Desktop <photon-desktop@localhost.invalid>",
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(["libc6", "libxcb1", *missing]),
        "Recommends": _WAYLAND,
        "Section": "misc",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n A desktop trading program for one person at one machine: a live chart, a decision"
        " feed\n and a portfolio, and three agents behind them.",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _architecture() -> str:
    told = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def _kilobytes(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) // 1024
