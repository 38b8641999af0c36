"""The wheel and the source archive hold what the program ships, and install into an environment of their own."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = "photon_desktop/shipped"
SHOW = "from photon_desktop import paths; print(paths.resources_folder(), paths.shipped_data_folder())"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source archive of this checkout and the wheel that was built of it."""
    made = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", made, ROOT], check=True, capture_output=True)
    return made


def test_the_source_archive_and_the_wheel_hold_what_the_program_ships(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        sources = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"resources/icons/photon.svg", "data/DEMO-BTC_1h.csv", "build.spec", "release/debian.py"} <= sources
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        assert {f"{SHIPPED}/resources/icons/photon.svg", f"{SHIPPED}/data/DEMO-BTC_1h.csv"} <= set(wheel.namelist())


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_either_installs_into_a_fresh_environment_and_runs(dist: Path, tmp_path: Path, kind: str) -> None:
    fresh = tmp_path / "fresh"
    subprocess.run([sys.executable, "-m", "venv", fresh], check=True)
    python, program = fresh / "bin" / "python", fresh / "bin" / "photon-desktop"
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", next(dist.glob(kind))]
    subprocess.run(pip, check=True, capture_output=True)
    site = next(fresh.glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))  # those that the tests run with, after its own
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": ""}
    show, check = [python, "-c", SHOW], [program, "check", "--json"]
    told, checked = (
        subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
        for words in (show, check)
    )
    assert told.split() == [str(site / SHIPPED / "resources"), str(site / SHIPPED / "data")]
    findings = json.loads(checked)
    assert (findings["ok"], findings["resources"]) == (True, "found")
    assert "DEMO-BTC" in findings["sources"]["demo"]
