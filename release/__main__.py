"""`python -m release`: the program for this system in dist/, and on Linux what its users install."""

import argparse
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from release.debian import build_package
from release.names import NAME, ROOT, VERSION
from release.tree import settle, write_tar_xz

DIST = ROOT / "dist"
_WORK = ROOT / "build" / "release"
_BILL = f"{NAME}.cdx.json"


def main() -> int:
    """Build all, or the folder alone, and tell where it is and how large."""
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("--folder", action="store_true", help="only the folder, no packages of it")
    options = parser.parse_args()
    epoch = commit_time()
    program = build_folder(DIST, epoch)
    made = [] if options.folder or not sys.platform.startswith("linux") else packages(program, epoch)
    megabytes = sum(path.lstat().st_size for path in program.rglob("*") if not path.is_dir()) / 1e6
    print(f"{program}: {megabytes:.0f} MB")
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


def commit_time() -> int:
    """When the commit was made, in seconds since 1970; SOURCE_DATE_EPOCH where that is set."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    asked = subprocess.run(git, capture_output=True, text=True, check=False)
    return int(asked.stdout) if asked.returncode == 0 else 0


def build_folder(dist: Path, epoch: int) -> Path:
    """Run PyInstaller over build.spec in a process whose hashes and times are the commit's; the folder it made."""
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"}
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(dist), "--workpath", str(ROOT / "build")]
    command = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "build.spec")]
    subprocess.run(command, env=fixed, check=True, cwd=ROOT)
    return dist / NAME


def packages(program: Path, epoch: int) -> list[Path]:
    """The archive, the Debian package, the bill of materials and the checksums of all."""
    machine = os.uname().machine
    archive = DIST / f"{NAME}-{VERSION}-linux-{machine}.tar.xz"
    package = DIST / f"{NAME}_{VERSION}_{machine}.deb"
    bill = DIST / f"{NAME}-{VERSION}.cdx.json"
    settle(program, epoch)
    write_tar_xz(program, archive, epoch)
    build_package(program, _WORK / "deb", package, epoch)
    shutil.copyfile(program / "_internal" / "resources" / _BILL, bill)
    made = [archive, package, bill]
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(f"{checksum(path)}  {path.name}\n" for path in made), encoding="utf-8")
    return [*made, sums]


def checksum(path: Path) -> str:
    """A file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as content:
        digest = sha256()
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
