from pathlib import Path

import pytest

from photon_desktop.errors import PhotonError
from photon_desktop.whole_files import write_text, written_whole


def test_a_file_is_there_once_all_of_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    with written_whole(path) as file:
        file.write(b"after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_is_left_changes_nothing_and_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    with pytest.raises(type(error)), written_whole(path) as file:
        file.write(b"half")
        raise error
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_can_not_be_written_to_is_named(tmp_path: Path) -> None:
    with pytest.raises(PhotonError, match="can't be written"):
        write_text(tmp_path / "missing" / "a.txt", "words")
    write_text(tmp_path / "a.txt", "σ\n")
    assert (tmp_path / "a.txt").read_bytes() == "σ\n".encode()
