"""A trading program killed at random instants loses nothing and doubles nothing, on paper and at an exchange."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.cli import main
from photon_desktop.drill.at_exchange import drill as at_exchange
from photon_desktop.drill.at_exchange.sheet import Differences

Sheet = dict[str, Any]  # what the command prints as JSON


def drilled(capsys: pytest.CaptureFixture[str], kills: int, against: str) -> Sheet:
    words = ["check", "--drill", "--drill-against", against, "--kills", str(kills), "--seed", "5", "--json"]
    code = main(words)
    printed = capsys.readouterr()
    content: Sheet = json.loads(printed.out)
    assert (content["kills"], content["seed"], content["against"]) == (kills, 5, against)
    assert code == (0 if content["ok"] else 1)
    assert bool(printed.err) is not content["ok"]
    content["noted"] = printed.err
    return content


def failed(content: Sheet) -> dict[str, str]:
    """The lines that do not hold, by what they are about: short, for a log that is cut still tells them."""
    return {line["what"]: line["detail"] for line in content["sheet"] if not line["holds"]}


def test_three_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    content = drilled(capsys, 3, "paper")
    assert failed(content) == {}
    assert len(content["sheet"]) == 10


@pytest.mark.timeout(300)
@pytest.mark.slow
def test_a_kill_at_an_exchange_in_bad_weather_passes_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    content = drilled(capsys, 1, "exchange")
    assert failed(content) == {}
    assert len(content["sheet"]) == 15
    (part,) = content["parts"]
    assert part["kills"] == 1
    assert part["executions"] >= 1
    assert sum(part["faults"].values()) > 5


def test_books_that_do_not_come_to_agree_end_the_drill_and_fail_and_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(at_exchange, "differences", lambda *_: Differences(("Something is lost.",)))
    monkeypatch.setattr(at_exchange, "_AGREEMENT_S", 0.5)
    content = drilled(capsys, 2, "exchange")
    assert not content["ok"]
    assert content["parts"][0]["kills"] == 0
    assert "Something is lost." in failed(content)["Books and exchange agreed after every restart"]
    (folder,) = tmp_path.glob("photon-drill-*")
    assert f"is kept in {folder}: look" in content["noted"]
    assert {"photon.sqlite3", "exchange.txt"} <= {path.name for path in folder.iterdir()}


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_sixty_kills_at_an_exchange_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    content = drilled(capsys, 60, "exchange")  # two hundred take half an hour: photon-desktop check --drill --kills 200
    assert failed(content) == {}
    faults = content["parts"][0]["faults"]
    assert sum(count > 0 for count in faults.values()) >= 15, faults


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_kills_pass_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(drilled(capsys, 200, "paper")) == {}


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
