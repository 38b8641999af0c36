import stat
from pathlib import Path

import pytest

from photon_desktop.errors import PhotonError
from photon_desktop.paths import resources_folder, shipped_data_folder, user_data_folder


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = user_data_folder(tmp_path / "mine" / "photon")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_data_folder_that_can_not_be_made_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PhotonError, match="--data-dir"):
        user_data_folder(tmp_path / "file" / "photon")


def test_what_the_program_ships_is_found() -> None:
    assert (shipped_data_folder() / "DEMO-BTC_1h.csv").is_file()
    assert (resources_folder() / "icons").is_dir()
