"""Whose work is in a built program, and the bill that says so to machines."""

import json
from importlib.metadata import distribution
from pathlib import Path

import pytest

from release.licences import of_distribution


def test_a_library_is_named_with_its_licence_and_the_whole_text() -> None:
    part = of_distribution(distribution("pluggy"))
    assert (part.name, part.kind, part.licence) == ("pluggy", "pypi", "MIT")
    assert "Permission is hereby granted" in part.text


def test_the_bill_names_every_part_and_is_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cyclonedx", reason="what builds the program is not installed here: the extra [package]")
    from release.bill import write_bill

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    parts = [
        {"name": "alpha", "version": "1.2", "kind": "pypi", "licence": "MIT", "text": ""},
        {"name": "libalpha1", "version": "1:2-3", "kind": "deb", "licence": "not said", "text": ""},
    ]
    listed = tmp_path / "licences.json"
    listed.write_text(json.dumps(parts))
    texts = []
    for name in ("first", "second"):
        write_bill(str(listed), str(tmp_path / name))
        texts.append((tmp_path / name).read_text())
    bill = json.loads(texts[0])
    assert texts[0] == texts[1]
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "photon-desktop")
    assert {part["purl"] for part in bill["components"]} == {"pkg:pypi/alpha@1.2", "pkg:deb/debian/libalpha1@1:2-3"}
    needed = {node["ref"]: node.get("dependsOn", []) for node in bill["dependencies"]}
    assert sorted(needed["photon-desktop"]) == sorted(part["purl"] for part in bill["components"])
