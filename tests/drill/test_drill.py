"""A trading program killed at random instants loses nothing and doubles nothing."""

import json

import pytest

from photon_desktop.cli import main


def sheet_of(capsys: pytest.CaptureFixture[str], kills: int) -> dict[str, bool]:
    code = main(["check", "--drill", "--kills", str(kills), "--seed", "5", "--json"])
    printed = capsys.readouterr()
    assert printed.err == ""
    content = json.loads(printed.out)
    assert (content["kills"], content["seed"], code) == (kills, 5, 0 if content["ok"] else 1)
    return {line["what"]: line["holds"] for line in content["sheet"]}


def test_three_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = sheet_of(capsys, 3)
    assert len(sheet) == 10
    assert all(sheet.values()), sheet


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = sheet_of(capsys, 200)
    assert all(sheet.values()), sheet


@pytest.mark.slow
def test_a_person_reads_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--drill", "--kills", "1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Killed 1 times while it traded on paper")
    assert printed.count("✓ pass") == 10
    assert printed.endswith("All is well.\n")


@pytest.mark.parametrize("kills", ["0", "10001", "-1"])
def test_a_number_of_kills_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str], kills: str) -> None:
    assert main(["check", "--drill", "--kills", kills]) == 2
    assert "write a number from 1 to 10,000" in capsys.readouterr().err
