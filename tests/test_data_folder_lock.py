import subprocess
import sys
from pathlib import Path

import pytest

from photon_desktop.data_folder_lock import DataFolderLock
from photon_desktop.errors import PhotonError

_HOLDER = """
import sys
from pathlib import Path
from photon_desktop.data_folder_lock import DataFolderLock
lock = DataFolderLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Another program that holds `folder` until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_folder_in_use_is_refused_with_what_to_do(tmp_path: Path) -> None:
    other = holder(tmp_path)
    try:
        with pytest.raises(PhotonError, match=r"Another Photon Desktop .* --data-dir"):
            DataFolderLock(tmp_path).take()
    finally:
        end(other)


def test_the_lock_of_a_killed_program_is_taken_over(tmp_path: Path) -> None:
    end(holder(tmp_path))
    lock = DataFolderLock(tmp_path)
    lock.take()
    lock.release()


def test_a_released_folder_is_free(tmp_path: Path) -> None:
    first, second = DataFolderLock(tmp_path), DataFolderLock(tmp_path)
    first.take()
    first.release()
    second.take()
    second.release()
