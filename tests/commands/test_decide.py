import argparse
import json
import sys
import time
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.commands import decide
from photon_desktop.learning.files import newest_model
from photon_desktop.market.csv_files import write_bars
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import TradeDecision
from tests.learning.markets import fair_bars

WORDS = ("--model", "gradient_boosting")


def run(folder: Path, bars: Bars, *words: str) -> int:
    write_bars(folder / "GEN_1h.csv", bars)
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    decide.add_arguments(parser)
    given = ["--symbol", "GEN", "--interval", "1h", "--csv", str(folder / "GEN_1h.csv"), "--data-dir", str(folder)]
    return decide.run(parser.parse_args([*given, *WORDS, *words]))


def result_of(capsys: pytest.CaptureFixture[str], folder: Path, bars: Bars) -> tuple[dict[str, Any], str]:
    """The decision, and what was said on stderr."""
    capsys.readouterr()
    assert run(folder, bars, "--json") == 0
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    content: dict[str, Any] = json.loads(printed.out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    return content, printed.err


def test_the_first_decision_trains_a_model_and_the_next_ones_use_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bars = fair_bars(1_010)
    first, said = result_of(capsys, tmp_path, bars.part(0, 1_000))
    assert said == "There is no model of these GEN 1h bars yet. One is trained.\n"
    decision = TradeDecision.from_json(first)
    assert decision.decided_at == 1_000 * Interval.HOUR_1.nanoseconds
    assert (decision.ticker, decision.model_type) == ("GEN", "gradient_boosting")
    assert len(decision.cases) == 5
    assert (first["source"], first["fallbacks"], first["note"]) == ("csv", [], "")
    again, said = result_of(capsys, tmp_path, bars.part(0, 1_000))
    closed_s = 1_000 * 3_600
    assert time.time() - closed_s >= again.pop("data_age") > first.pop("data_age") > time.time() - closed_s - 600
    assert (again, said) == (first, "")
    later, said = result_of(capsys, tmp_path, bars)
    assert said == ""
    assert later["model_version"] == first["model_version"]
    assert later["timestamp"] > first["timestamp"]


@pytest.mark.slow
def test_a_model_of_other_bars_under_the_same_name_is_not_used(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, _ = result_of(capsys, tmp_path, fair_bars(1_000))
    other, said = result_of(capsys, tmp_path, fair_bars(1_000, seed=2))
    assert "One is trained." in said
    assert other["model_version"] != first["model_version"]


@pytest.mark.slow
def test_a_damaged_model_is_named_and_trained_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bars = fair_bars(1_000)
    first, _ = result_of(capsys, tmp_path, bars)
    (path,) = (tmp_path / "models").glob("*.npz")
    path.write_bytes(path.read_bytes()[:-9])
    again, said = result_of(capsys, tmp_path, bars)
    assert "is damaged: its hash is not the one written down" in said
    assert "One is trained." in said
    assert again["probabilities"] == first["probabilities"]
    assert newest_model(tmp_path / "models", "GEN", Interval.HOUR_1, "gradient_boosting") is not None


def test_too_few_bars_for_a_model_are_left_to_rules_which_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    content, said = result_of(capsys, tmp_path, fair_bars(300))
    assert "a model needs 30" in said
    assert "Rules decide." in said
    assert (content["model_type"], content["probabilities"]) == ("rules", {})
    assert "No model of GEN could be trained" in content["reasoning"]


def test_a_person_reads_the_decision_its_reasons_and_what_followed_such_bars(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(tmp_path, fair_bars(1_000)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("GEN 1h, close of 1970-02-11T16:00:00Z at ")
    assert lines[1].split(" ")[0] in ("BUY", "SELL", "HOLD")
    assert sum(line.startswith("Like ") for line in lines) == 5


@pytest.mark.slow
def test_bars_that_should_be_newer_open_no_position_and_say_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write_bars(tmp_path / "GENUSDT_1h.csv", fair_bars(1_000))
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    decide.add_arguments(parser)
    given = ["--symbol", "GENUSDT", "--interval", "1h", "--data-dir", str(tmp_path), "--json", *WORDS]
    assert decide.run(parser.parse_args(given)) == 0
    printed = capsys.readouterr()
    assert "Note: The newest bar of GENUSDT closed at 1970-02-11T16:00:00Z, and " in printed.err
    content = json.loads(printed.out)
    assert content["note"].startswith("The newest bar of GENUSDT closed at 1970-02-11T16:00:00Z, and ")
    assert f"Note: {content['note']}\n" in printed.err
    decision = TradeDecision.from_json(content)
    assert decision.quantity == 0
    assert decision.wanted is None or "FEED_STALE" in decision.blocked_by


def test_settings_kept_in_the_data_folder_count_and_are_told_and_an_option_wins(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        values = {
            "limits.minimum_confidence": Decimal(1),
            "model.type": "random_forest",
            "costs.slippage_rate": Decimal(0),
        }
        keep_choices(store.settings, Choices.of({**values, "policy.explore_after_bars": 9}))
        store.settings.put("rules.sizing.at_risk", "0.9")
    told, said = result_of(capsys, tmp_path, fair_bars(1_000))
    assert told["settings"] == {
        "model.type": "gradient_boosting",  # as --model says
        "limits.minimum_confidence": 1,
        "costs.slippage_rate": 0,
    }
    assert told["action"] == "HOLD"
    assert "Note: At risk is 90%; it lies above 0% and up to 10%. It was stored so; the default, 0.5%, is used." in said


@pytest.mark.slow
def test_without_an_option_the_kind_of_model_is_the_one_that_is_set(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "WORDS", ())
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        keep_choices(store.settings, Choices.of({"model.type": "gradient_boosting"}))
    told, _ = result_of(capsys, tmp_path, fair_bars(1_000))
    assert told["model_type"] == "gradient_boosting"


def test_the_simulated_market_has_bars_of_no_age(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_bars(tmp_path / "DEMO-GEN_1h.csv", fair_bars(300))
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    decide.add_arguments(parser)
    given = ["--symbol", "DEMO-GEN", "--interval", "1h", "--data-dir", str(tmp_path), "--json", *WORDS]
    assert decide.run(parser.parse_args(given)) == 0
    content = json.loads(capsys.readouterr().out)
    assert (content["data_age"], content["note"]) == (None, "")
