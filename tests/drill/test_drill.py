"""A trading program killed at random instants loses nothing and doubles nothing, on paper and at an exchange."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from typing import Any

import pytest

from photon_desktop.cli import main
from photon_desktop.drill.at_exchange import drill as at_exchange


def drilled(capsys: pytest.CaptureFixture[str], kills: int, against: str) -> dict[str, Any]:
    words = ["check", "--drill", "--drill-against", against, "--kills", str(kills), "--seed", "5", "--json"]
    code = main(words)
    printed = capsys.readouterr()
    assert printed.err == ""
    content: dict[str, Any] = json.loads(printed.out)
    assert (content["kills"], content["seed"], content["against"]) == (kills, 5, against)
    assert code == (0 if content["ok"] else 1)
    return content


def sheet_of(capsys: pytest.CaptureFixture[str], kills: int, against: str = "paper") -> dict[str, bool]:
    return {line["what"]: line["holds"] for line in drilled(capsys, kills, against)["sheet"]}


def test_three_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = sheet_of(capsys, 3)
    assert len(sheet) == 10
    assert all(sheet.values()), sheet


@pytest.mark.timeout(300)
def test_five_kills_at_an_exchange_in_bad_weather_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    content = drilled(capsys, 5, "exchange")
    sheet = {line["what"]: line["holds"] for line in content["sheet"]}
    assert len(sheet) == 15
    assert all(sheet.values()), content
    (part,) = content["parts"]
    assert part["kills"] == 5
    assert part["executions"] >= 5
    assert sum(part["faults"].values()) > 10


def test_books_that_do_not_come_to_agree_end_the_drill_and_fail(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_exchange, "differences", lambda *_: ("Something is lost.",))
    monkeypatch.setattr(at_exchange, "_PATIENCE_S", 3)
    content = drilled(capsys, 5, "exchange")
    assert not content["ok"]
    assert content["parts"][0]["kills"] == 0
    failed = {line["what"]: line["detail"] for line in content["sheet"] if not line["holds"]}  # others for want of time
    assert "Something is lost." in failed["Books and exchange agreed after every restart"]


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_sixty_kills_at_an_exchange_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    content = drilled(capsys, 60, "exchange")  # two hundred take half an hour: photon-desktop check --drill --kills 200
    assert all(line["holds"] for line in content["sheet"]), content
    faults = content["parts"][0]["faults"]
    assert len(faults) == 18
    assert sum(count > 0 for count in faults.values()) >= 15, faults


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = sheet_of(capsys, 200)
    assert all(sheet.values()), sheet


@pytest.mark.slow
def test_a_person_reads_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--drill", "--kills", "1"]) == 0
    printed = capsys.readouterr().out
    assert re.match(r"Killed 1 times in \d+ s while it traded on paper", printed)
    assert "while it traded at a local exchange, on loopback and with made-up keys; no real exchange" in printed
    assert "orders. What came upon them there:\n" in printed
    assert printed.count("✓ pass") == 25
    assert printed.endswith("All is well.\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_ends_it_with_the_sheet_of_what_was_done() -> None:
    words = [sys.executable, "-m", "photon_desktop", "check", "--drill", "--kills", "1000", "--json"]
    drill = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    interrupting = threading.Timer(8, os.killpg, (drill.pid, signal.SIGINT))
    interrupting.start()
    told, noted = drill.communicate(timeout=100)
    interrupting.join()
    content = json.loads(told)
    assert drill.returncode == 0, noted
    assert [part["against"] for part in content["parts"]] == ["paper"]
    assert 0 < content["parts"][0]["kills"] < 1000
    assert noted.decode() == "Note: It was ended early, by Ctrl-C.\n"


@pytest.mark.parametrize("kills", ["0", "10001", "-1"])
def test_a_number_of_kills_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str], kills: str) -> None:
    assert main(["check", "--drill", "--kills", kills]) == 2
    assert "write a number from 1 to 10,000" in capsys.readouterr().err
