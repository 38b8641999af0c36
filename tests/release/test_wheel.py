"""The wheel and the source archive hold what the program ships, and install."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOW = "from photon_desktop import paths; print(paths.resources_folder(), paths.shipped_data_folder())"


@pytest.mark.slow
def test_wheel_and_source_archive_are_built_and_the_wheel_installs(tmp_path: Path) -> None:
    dist, site = tmp_path / "dist", tmp_path / "site"
    subprocess.run([sys.executable, "-m", "build", "--outdir", dist, ROOT], check=True, capture_output=True)
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        sources = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"resources/icons/photon.svg", "data/DEMO-BTC_1h.csv", "build.spec", "release/debian.py"} <= sources
    wheel = next(dist.glob("*.whl"))
    shipped = "photon_desktop/shipped"
    assert {f"{shipped}/resources/icons/photon.svg", f"{shipped}/data/DEMO-BTC_1h.csv"} <= set(
        zipfile.ZipFile(wheel).namelist()
    )
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel]
    subprocess.run(pip, check=True, capture_output=True)
    found = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout.split() == [str(site / shipped / "resources"), str(site / shipped / "data")]
