"""What lies beside the built folder for users to install, and how large it is."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from photon_desktop.ui.translators import ENGLISH, LANGUAGES
from release.elf import is_elf, needed
from tests.frozen.conftest import Run

MOST_MB = 130  # of a compressed archive
MOST_MB_UNPACKED = 320
OF_THE_SYSTEM = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|EGL|GL|wayland-\w+|xcb))\.so\.\d+$")


@pytest.fixture
def dist(built: Path) -> Path:
    """The folder that the packages lie in."""
    if not (built.parent / "SHA256SUMS").is_file():
        pytest.skip("no packages were made beside the built folder")
    return built.parent


@pytest.fixture
def package(dist: Path) -> Path:
    """The Debian package."""
    return next(dist.glob("*.deb"))


def test_each_file_has_its_checksum_and_none_is_too_large(dist: Path) -> None:
    sums = dict(reversed(line.split("  ")) for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert {Path(name).suffix for name in sums} >= {".deb", ".json"}
    for name, told in sums.items():
        data = (dist / name).read_bytes()
        assert sha256(data).hexdigest() == told
        assert len(data) < MOST_MB * 1e6, name


def test_the_bill_of_materials_and_the_licences_name_the_same_parts(built: Path, dist: Path) -> None:
    bill = json.loads(next(dist.glob("*.cdx.json")).read_text())
    listed = json.loads((built / "_internal/resources/licences.json").read_text())
    named = {(part["name"], part["version"]) for part in listed}
    assert {(part["name"], part["version"]) for part in bill["components"]} == named
    assert {"numpy", "PySide6_Essentials", "pyarrow", "Python"} <= {name for name, _ in named}
    assert not [part["name"] for part in listed if not part["text"]]
    assert not [part["name"] for part in listed if part["name"].startswith(("libreadline", "libgtk"))]


def test_the_folder_is_not_too_large(built: Path) -> None:
    assert sum(path.lstat().st_size for path in built.rglob("*") if not path.is_dir()) < MOST_MB_UNPACKED * 1e6


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries have another form here")
def test_every_library_that_one_needs_is_in_the_folder_or_in_every_system_with_a_screen(built: Path) -> None:
    there = {path.name for path in built.rglob("*")}
    libraries = [path.read_bytes() for path in built.rglob("*") if path.is_file() and not path.is_symlink()]
    asked = {name for library in libraries if is_elf(library) for name in needed(library)}
    assert {name for name in asked - there if not OF_THE_SYSTEM.match(name)} == set()


def test_qts_own_words_are_in_it_in_the_languages_of_the_window(built: Path) -> None:
    names = {path.name for path in built.rglob("qtbase_*.qm")}
    assert names == {f"qtbase_{language}.qm" for language in LANGUAGES if language != ENGLISH}


def test_nothing_of_qml_of_gtk_and_of_tests_is_in_it(built: Path) -> None:
    names = {path.relative_to(built).as_posix().lower() for path in built.rglob("*")}
    assert not [name for name in names if "qml" in name or "libgtk" in name or "tkinter" in name or "/tests/" in name]


@pytest.mark.skipif(os.name != "posix" or shutil.which("dpkg") is None, reason="dpkg is not here")
def test_the_package_installs_runs_and_leaves_the_users_data_when_it_goes(
    package: Path, run: Run, clean: Mapping[str, str], tmp_path: Path
) -> None:
    root = tmp_path / "root"
    for folder in ("updates", "info"):
        (root / "var/lib/dpkg" / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    dpkg = ["dpkg", f"--root={root}", "--force-not-root", "--force-depends", "--log=/dev/null"]
    subprocess.run([*dpkg, "--install", package], check=True, capture_output=True)
    started = root / "usr/bin/photon-desktop"
    home = tmp_path / "home"
    ended = subprocess.run([started, "check"], env=clean, cwd=home, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    subprocess.run([*dpkg, "--purge", "photon-desktop"], check=True, capture_output=True)
    assert not started.is_symlink()
    assert not (root / "usr/lib/photon-desktop").exists()
    assert (home / ".local/share/photon-desktop/photon.sqlite3").is_file()
