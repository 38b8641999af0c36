import argparse
import json
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.cli import main
from photon_desktop.commands import train
from photon_desktop.errors import NotEnoughDataError, UsageError, ValueRefusedError
from photon_desktop.learning.files import load_model
from photon_desktop.learning.model import Model
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.market.csv_files import write_bars
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from tests.learning.markets import fair_bars

PROMISED = {"model_version", "model_type", "evidence", "effective_samples", "data_hash", "seed", "oos"} | {
    "model_hash",
    "trials",
    "parent",
    "created_at",
    "importance",
}
PROMISED_SCORES = {
    "n", "accuracy", "balanced_accuracy", "log_loss", "majority_accuracy", "prior_log_loss", "direction_gain",
    "direction_gain_low", "shuffled_split_accuracy",
}  # fmt: skip
BARS = fair_bars(1_000)


@pytest.fixture
def market(tmp_path: Path) -> Path:
    write_bars(tmp_path / "GEN_1h.csv", BARS)
    return tmp_path / "GEN_1h.csv"


def run(file: Path, *words: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    train.add_arguments(parser)
    given = ["--symbol", "GEN", "--interval", "1h", "--csv", str(file), "--data-dir", str(file.parent / "user")]
    return train.run(parser.parse_args([*given, *words]))


def result_of(capsys: pytest.CaptureFixture[str], file: Path, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(file, "--json", *words) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.count("\n") == 1
    content: dict[str, Any] = json.loads(printed.out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    return content


@pytest.mark.parametrize("model_type", ["random_forest", "gradient_boosting"])
def test_json_is_one_object_with_every_promised_field_and_the_model_is_kept(
    capsys: pytest.CaptureFixture[str], market: Path, model_type: str
) -> None:
    content = result_of(capsys, market, "--model", model_type, "--evidence", "skip")
    assert set(content) >= PROMISED
    assert set(content["oos"]) >= PROMISED_SCORES
    manifest = load_model(Path(content["path"])).manifest
    assert Path(content["path"]).parent == market.parent / "user" / "models"
    assert (content["model_version"], content["model_type"]) == (manifest.version, model_type)
    assert (content["evidence"], content["evidence_note"]) == ("untested", "not tested, as asked")
    assert content["data_hash"] == data_hash(BARS)
    assert content["oos"]["n"] == manifest.out_of_sample.n
    assert sum(each["n"] for each in content["oos"]["reliability"]) == content["oos"]["n"]
    assert content["oos"]["shuffled_split_accuracy"] > content["oos"]["accuracy"] + 0.1  # on a market without an edge


def test_labels_weigh_moves_against_the_costs_kept_in_the_data_folder_unless_told_otherwise(
    capsys: pytest.CaptureFixture[str], market: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[TrainingRequest] = []
    trained = train.train(BARS, train.request_for("GEN", Interval.HOUR_1, "gradient_boosting", CostModel()))
    monkeypatch.setattr(train, "train", partial(noted, asked, trained))
    monkeypatch.setattr(train, "shuffled_split_accuracy", lambda *_: 0.8)
    words = ("--model", "gradient_boosting", "--evidence", "skip")
    usual = result_of(capsys, market, *words)["costs"]
    assert usual == {
        "round_trip": 0.003, "commission": 0.001, "slippage": 0.0005, "slippage_model": "fixed", "source": "defaults",
    }  # fmt: skip
    with closing(Store.open(market.parent / "user" / STORE_NAME)) as store:
        keep_choices(
            store.settings, Choices.of({"costs.commission_rate": Decimal("0.002"), "costs.slippage_model": "none"})
        )
    kept = result_of(capsys, market, *words)["costs"]
    assert (kept["round_trip"], kept["commission"], kept["source"]) == (0.004, 0.002, "settings")
    told = result_of(capsys, market, *words, "--slippage", "0.003")["costs"]
    assert (told["round_trip"], told["slippage_model"], told["source"]) == (0.01, "fixed", "options")
    assert [request.round_trip_cost for request in asked] == [0.003, 0.004, 0.01]


def noted(asked: list[TrainingRequest], trained: Model, _: Bars, request: TrainingRequest) -> Model:
    asked.append(request)
    return trained


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--commission", "0.2"), "commission_rate is 0.2; it lies between 0 and 0.1"),
        (("--slippage", "nan"), "nan is not a finite number"),
    ],
)
def test_costs_beyond_their_bounds_are_refused(market: Path, words: tuple[str, str], sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        run(market, *words)


@pytest.mark.slow
def test_the_store_knows_each_model_and_the_champion_stays(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    names = [
        result_of(capsys, market, "--model", "gradient_boosting", "--evidence", "skip", "--bars", bars)["model_version"]
        for bars in ("700", "720", "720", "740")
    ]
    with closing(Store.open(market.parent / "user" / STORE_NAME)) as store:
        records = store.models.all("GEN", Interval.HOUR_1)
    assert [(record.version, record.status) for record in records] == [
        (names[3], "kept"),
        (names[1], "kept"),
        (names[0], "champion"),
    ]
    assert names[1] == names[2]


@pytest.mark.slow
def test_a_file_that_makes_room_is_known_to_be_gone(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    words = ("--model", "gradient_boosting", "--evidence", "skip", "--bars")
    made = [result_of(capsys, market, *words, str(bars)) for bars in range(680, 740, 10)]
    with closing(Store.open(market.parent / "user" / STORE_NAME)) as store:
        status = {record.version: record.status for record in store.models.all("GEN", Interval.HOUR_1)}
    assert [status[content["model_version"]] for content in made] == ["champion", "dropped", *["kept"] * 4]
    assert [Path(content["path"]).is_file() for content in made] == [True, False, *[True] * 4]


@pytest.mark.slow
def test_a_test_against_permuted_markets_gives_a_verdict_that_is_kept(
    capsys: pytest.CaptureFixture[str], market: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "PERMUTATIONS", 4)
    content = result_of(capsys, market, "--evidence", "test", "--model", "gradient_boosting")
    manifest = load_model(Path(content["path"])).manifest
    assert content["evidence"] == manifest.evidence == "no evidence"
    assert manifest.evidence_test is not None
    assert content["evidence_test"]["permutations"] == manifest.evidence_test.permutations == 4


@pytest.mark.slow
def test_a_test_that_would_take_long_is_left_out_and_says_so(
    capsys: pytest.CaptureFixture[str], market: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "LONGEST_TEST_SECONDS", 0)
    content = result_of(capsys, market, "--model", "gradient_boosting")
    assert content["evidence"] == "untested"
    assert "ask for it with --evidence test" in content["evidence_note"]
    assert content["evidence_test"] is None


def test_the_table_says_what_a_person_needs(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    assert run(market, "--evidence", "skip", "--bars", "720") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "(csv)" in lines[0]
    assert any("720 labelled bars" in line for line in lines)
    assert "Costs                0.30% to buy and sell again (defaults)" in lines
    assert any("which means nothing" in line for line in lines)
    assert any(line.startswith("Evidence of an edge  untested") for line in lines)
    assert lines[-1].endswith(".npz")


@pytest.mark.slow
def test_all_bars_can_be_learnt_from(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    content = result_of(capsys, market, "--bars", "all", "--evidence", "skip", "--model", "gradient_boosting")
    assert content["rows"] == 1_000 - 200 - 24


@pytest.mark.parametrize("bars", ["0", "-3", "many", "1.5"])
def test_a_number_of_bars_that_is_none_is_wrong_usage(market: Path, bars: str) -> None:
    with pytest.raises(UsageError, match="1 or more, or all"):
        run(market, f"--bars={bars}")


def test_too_few_bars_are_refused_in_one_line_with_exit_code_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write_bars(tmp_path / "GEN_1h.csv", fair_bars(300))
    words = ["train", "--symbol", "GEN", "--interval", "1h", "--csv", str(tmp_path / "GEN_1h.csv"), "--json"]
    assert main([*words, "--data-dir", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "a model needs 30; give about" in printed.err
    with pytest.raises(NotEnoughDataError):
        run(tmp_path / "GEN_1h.csv")
