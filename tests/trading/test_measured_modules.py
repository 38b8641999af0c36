"""The list of modules whose every branch has to be taken: none of it is out of date, and none is forgotten."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TRADES = re.compile(r"^from photon_desktop\.trading\.(account|orders) import", re.MULTILINE)


def measured() -> set[Path]:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    return {PROJECT / name for name in settings["tool"]["coverage"]["run"]["include"]}


def test_every_module_that_is_measured_is_there() -> None:
    assert [path.name for path in measured() if not path.is_file()] == []


def test_every_rule_about_accounts_and_orders_is_measured() -> None:
    modules = (PROJECT / "photon_desktop" / "trading").glob("*.py")
    trading = {path for path in modules if TRADES.search(path.read_text("utf-8"))}
    assert sorted(path.name for path in trading - measured()) == []
