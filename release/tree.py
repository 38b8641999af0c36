"""A folder tree that archives are made of: the same files give the same archive, whenever and wherever."""

import os
import subprocess
import tarfile
from pathlib import Path


def settle(root: Path, epoch: int) -> None:
    """Give everything under `root` one time (seconds since 1970) and the modes of installed files."""
    for path in [root, *sorted(root.rglob("*"))]:
        if path.is_symlink():
            os.utime(path, (epoch, epoch), follow_symlinks=False)
            continue
        is_open = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if is_open else 0o644)
        os.utime(path, (epoch, epoch))


def write_tar_xz(folder: Path, target: Path, epoch: int) -> None:
    """Pack `folder`, under its own name, into `target`: sorted, root's, and with no time but `epoch`."""
    plain = target.with_suffix("")
    with tarfile.open(plain, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            entry = tar.gettarinfo(path, str(Path(folder.name) / path.relative_to(folder)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.isfile():
                with path.open("rb") as content:
                    tar.addfile(entry, content)
            else:
                tar.addfile(entry)
    # blocks of a fixed size: the same bytes from however many cores
    subprocess.run(["xz", "--force", "--threads=0", "--block-size=64MiB", "-4", plain], check=True)
