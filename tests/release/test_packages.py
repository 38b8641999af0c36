"""Archives and packages: the same files make the same bytes, and a package takes nothing of the user's with it."""

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from photon_desktop import __version__
from release.__main__ import checksum
from release.compare import differences
from release.debian import build_package, metadata_text
from release.names import windows_version, windows_version_text
from release.tree import settle, write_tar_xz

EPOCH = 1_700_000_000
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")


def program_in(folder: Path) -> Path:
    program = folder / "photon-desktop"
    (program / "_internal").mkdir(parents=True)
    (program / "photon-desktop").write_text("#!/bin/sh\n")
    (program / "photon-desktop").chmod(0o700)
    (program / "_internal" / "libX11.so.6").write_text("a library")
    (program / "_internal" / "link").symlink_to("libX11.so.6")
    return program


def test_the_same_folder_makes_the_same_archive_at_another_place_and_time(tmp_path: Path) -> None:
    sums = set()
    for number in (1, 2):
        program = program_in(tmp_path / str(number))
        settle(program, EPOCH)
        archive = tmp_path / f"{number}.tar.xz"
        write_tar_xz(program, archive, EPOCH)
        sums.add(checksum(archive))
    assert len(sums) == 1
    with tarfile.open(tmp_path / "1.tar.xz") as tar:
        entries = {entry.name: entry for entry in tar}
    assert entries["photon-desktop/photon-desktop"].mode == 0o755
    assert entries["photon-desktop/_internal/libX11.so.6"].mode == 0o644
    assert entries["photon-desktop/_internal/link"].issym()
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries.values()} == {(0, "root", EPOCH)}


@needs_dpkg
def test_the_debian_package_has_the_program_its_entry_and_no_scripts(tmp_path: Path) -> None:
    package = tmp_path / "program.deb"
    build_package(program_in(tmp_path), tmp_path / "staging", package, EPOCH)
    root, control = tmp_path / "root", tmp_path / "control"
    subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    subprocess.run(["dpkg-deb", "-e", package, control], check=True)
    assert [path.name for path in control.iterdir()] == ["control"]  # nothing runs when it comes or goes
    assert (root / "usr/bin/photon-desktop").resolve() == (root / "usr/lib/photon-desktop/photon-desktop").resolve()
    assert (root / "usr/share/icons/hicolor/256x256/apps/photon-desktop.png").read_bytes()[1:4] == b"PNG"
    fields = dict(line.split(": ", 1) for line in (control / "control").read_text().splitlines() if ": " in line)
    assert fields["Version"] == __version__
    assert "libegl1" in fields["Depends"]  # which the folder lacks
    assert "libx11-6" not in fields["Depends"]  # which it has


def test_the_desktop_entry_opens_files_of_bars(tmp_path: Path) -> None:
    entry = (Path(__file__).parents[2] / "release/linux/photon-desktop.desktop").read_text().splitlines()
    assert {"Exec=photon-desktop open %f", "MimeType=text/csv;", "Icon=photon-desktop"} <= set(entry)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not here")
def test_software_centres_take_the_metadata(tmp_path: Path) -> None:
    metadata = tmp_path / "photon.metainfo.xml"
    metadata.write_text(metadata_text(EPOCH))
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", metadata], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_windows_is_told_the_packages_version() -> None:
    assert windows_version("0.1.0") == (0, 1, 0, 0)
    assert "StringStruct('ProductVersion', '1.2.3')" in windows_version_text("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in windows_version_text("1.2.3")


def test_two_builds_are_told_apart_by_content_links_and_what_is_missing(tmp_path: Path) -> None:
    first, second = program_in(tmp_path / "1"), program_in(tmp_path / "2")
    assert list(differences(first, second)) == []
    (second / "_internal" / "libX11.so.6").write_text("another library")
    (second / "_internal" / "link").unlink()
    (first / "only-here").touch()
    assert list(differences(first, second)) == ["_internal/libX11.so.6", "_internal/link", "only-here"]
