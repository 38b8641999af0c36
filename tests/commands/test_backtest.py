import argparse
import csv
import json
import math
from contextlib import closing
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photon_desktop import __version__
from photon_desktop.backtest.model_strategy import USUAL_COST
from photon_desktop.backtest.spread import Crew
from photon_desktop.backtest.sweep import sweep
from photon_desktop.cli import main
from photon_desktop.commands import backtest
from photon_desktop.commands.backtest_strategy import label_cost_of
from photon_desktop.commands.output import progress_on
from photon_desktop.errors import DataError, NotEnoughDataError, PhotonError, RuleError, ValueRefusedError
from photon_desktop.market.csv_files import write_bars
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.settings.parts import costs_of
from photon_desktop.settings.table import SCHEDULER
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import data_hash
from photon_desktop.whole_files import write_text
from tests.backtest.markets import DAY, bars_from_closes, generated_bars

FIELDS = {
    "bars", "trades", "final_equity", "total_return", "max_drawdown", "sharpe", "sortino", "win_rate",
    "profit_factor", "fees", "exposure", "buy_and_hold_return", "seconds", "data_hash", "seed", "version", "digest",
    "verdict",
}  # fmt: skip
TRADE_HEADER = "entry_time,exit_time,side,quantity,entry_price,exit_price,commission,slippage,pnl,return,exit_reason"


@pytest.fixture
def market(tmp_path: Path) -> Path:
    return saved(tmp_path, generated_bars(400))


def saved(folder: Path, bars: Bars, name: str = "GEN_1h.csv") -> Path:
    write_bars(folder / name, bars)
    return folder / name


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    backtest.add_arguments(parser)
    return backtest.run(parser.parse_args([*map(str, words)]))


def arguments_for(file: Path, *words: str | Path) -> list[str | Path]:
    return ["--symbol", "GEN", "--interval", "1h", "--csv", file, "--data-dir", file.parent / "user", *words]


def result_of(capsys: pytest.CaptureFixture[str], file: Path, *words: str | Path) -> dict[str, Any]:
    capsys.readouterr()
    assert run(*arguments_for(file, "--json", *words)) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.count("\n") == 1
    content: dict[str, Any] = json.loads(printed.out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    return content


@pytest.mark.parametrize("strategy", ["sma_cross", "rsi", "buy_and_hold", "random"])
def test_json_is_one_object_with_every_promised_field(
    capsys: pytest.CaptureFixture[str], market: Path, strategy: str
) -> None:
    content = result_of(capsys, market, "--strategy", strategy, "--seed", "7")
    assert set(content) >= FIELDS
    assert set(content["seconds"]) == {"load", "features", "fit", "simulate", "metrics"}
    assert (content["bars"], content["seed"], content["version"]) == (400, 7, __version__)
    assert len(content["data_hash"]) == len(content["digest"]) == 64
    assert "oos" not in content


@pytest.mark.slow
@pytest.mark.parametrize("strategy", [pytest.param("random_forest", marks=pytest.mark.slow), "gradient_boosting"])
def test_models_add_their_out_of_sample_figures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, strategy: str
) -> None:
    file = saved(tmp_path, generated_bars(1_100))
    content = result_of(capsys, file, "--strategy", strategy, "--seed", "3")
    assert set(content) >= FIELDS
    assert set(content["oos"]) == {
        "n", "accuracy", "balanced_accuracy", "log_loss", "majority_accuracy", "prior_log_loss",
    }  # fmt: skip
    assert content["oos"]["n"] == 1_100 - 984 - 24
    assert content["first_decision"] == "1970-02-11T00:00:00Z"
    assert run(*arguments_for(file, "--strategy", strategy, "--seed", "3")) == 0
    printed = capsys.readouterr().out
    assert "Out of sample            92 predictions" in printed
    assert "On bars it had not seen the model told" in printed.splitlines()[-1]


def test_labels_count_with_the_cost_that_the_agents_of_the_data_folder_train_with_whatever_the_run_costs(
    tmp_path: Path,
) -> None:
    def asked(*words: str) -> float:
        parser = argparse.ArgumentParser()
        parser.add_argument("--data-dir", type=Path)
        backtest.add_arguments(parser)
        return label_cost_of(parser.parse_args([*map(str, arguments_for(tmp_path / "GEN_1h.csv")), *words]))

    assert asked() == asked("--commission", "0.0002") == USUAL_COST
    folder = tmp_path / "user"
    folder.mkdir(exist_ok=True)
    with closing(Store.open(folder / STORE_NAME)) as store:
        choices = Choices.of({"costs.commission_rate": Decimal("0.002"), "costs.slippage_rate": Decimal("0.001")})
        keep_choices(store.settings, choices)
    assert asked() == asked("--commission", "0.0002") == costs_of(choices).round_trip == 0.006
    assert asked("--label-cost", "0.001") == 0.001
    for wrong in ("-0.001", "nan", "0.5"):
        with pytest.raises(ValueRefusedError, match=r"lies between 0 and 0\.4"):
            asked(f"--label-cost={wrong}")


@pytest.mark.parametrize("size", ["notional:500", "volatility:0.01", "volatility:0.01:0.5"])
def test_a_rule_trades_by_size_and_says_which(
    capsys: pytest.CaptureFixture[str], market: Path, size: str, tmp_path: Path
) -> None:
    trades = tmp_path / "trades.csv"
    content = result_of(capsys, market, "--strategy", "sma_cross", "--size", size, "--trades", trades)
    assert content["rules"]["size"] == size
    with trades.open() as file:
        worth = [float(row["quantity"]) * float(row["entry_price"]) for row in csv.DictReader(file)]
    assert len(worth) > 3
    if size == "notional:500":
        assert worth == pytest.approx([500] * len(worth), rel=0.001)  # the entry slips from the close it is sized at


def test_a_size_that_a_strategy_can_not_tell_is_refused_before_bars_are_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ValueRefusedError, match="goes by a model's odds"):
        run(*arguments_for(tmp_path / "none.csv", "--strategy", "sma_cross", "--size", "kelly:0.5"))


@pytest.mark.slow
def test_a_model_trades_by_kelly(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = saved(tmp_path, generated_bars(1_100))
    content = result_of(capsys, file, "--strategy", "gradient_boosting", "--size", "kelly:0.25:0.5", "--short")
    assert content["rules"]["size"] == "kelly:0.25:0.5"
    assert content["trades"] + content["refused_entries"] + bool(content["open_position"]) > 0


def test_a_model_without_enough_bars_is_refused_with_the_bound(market: Path) -> None:
    with pytest.raises(NotEnoughDataError, match=r"at least 986 bars .* there are 400"):
        run(*arguments_for(market))


def test_files_hold_every_trade_and_the_equity_of_every_bar(
    capsys: pytest.CaptureFixture[str], market: Path, tmp_path: Path
) -> None:
    trades, equity = tmp_path / "trades.csv", tmp_path / "equity.csv"
    content = result_of(
        capsys, market, "--strategy", "sma_cross", "--short", "--stop-loss", "2", "--finalize", "last-close",
        "--trades", trades, "--equity", equity,
    )  # fmt: skip
    assert trades.read_text().splitlines()[0] == TRADE_HEADER
    with trades.open() as file:
        rows = list(csv.DictReader(file))
    with equity.open() as file:
        points = list(csv.DictReader(file))
    assert len(rows) == content["trades"] > 5
    assert {row["side"] for row in rows} == {"long", "short"}
    assert "stop" in {row["exit_reason"] for row in rows}
    assert len(points) == 400
    assert list(points[0]) == ["timestamp", "equity"]
    assert float(points[-1]["equity"]) == content["final_equity"]
    assert math.fsum(float(row["pnl"]) for row in rows) + 10_000 == pytest.approx(content["final_equity"])
    assert math.fsum(float(row["commission"]) for row in rows) == pytest.approx(content["fees"])
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_same_seed_and_data_give_the_same_digest_and_other_data_another(
    capsys: pytest.CaptureFixture[str], market: Path, tmp_path: Path
) -> None:
    first = result_of(capsys, market, "--strategy", "sma_cross")
    again = result_of(capsys, market, "--strategy", "sma_cross")
    other = result_of(capsys, saved(tmp_path, generated_bars(400, seed=2), "other.csv"), "--strategy", "sma_cross")
    assert (first["digest"], first["data_hash"]) == (again["digest"], again["data_hash"])
    assert first["digest"] != other["digest"]
    assert first["data_hash"] != other["data_hash"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--short", "--stop-loss", "2", "--take-profit", "3", "--size", "volatility:0.02"],
        ["--ticks", "--slippage-model", "square_root", "--minimum-commission", "1", "--maker-share", "0.5"],
        ["--slippage-model", "spread_volatility", "--stop-loss", "1", "--finalize", "last-close"],
    ],
)
@pytest.mark.parametrize("strategy", ["sma_cross", "random"])
def test_both_engines_give_the_same_digest_and_the_result_says_which_it_was(
    capsys: pytest.CaptureFixture[str], market: Path, strategy: str, words: list[str]
) -> None:
    vectorised = result_of(capsys, market, "--strategy", strategy, *words)
    step = result_of(capsys, market, "--strategy", strategy, "--engine", "step", *words)
    assert (vectorised["engine"], step["engine"]) == ("vectorised", "step")
    for result in (vectorised, step):
        del result["engine"], result["seconds"]
    assert vectorised == step
    assert step["trades"] > 3


def test_missing_bars_and_bars_without_volume_are_told_beside_the_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = [np.delete(column, slice(100, 150)) for column in generated_bars(400).columns()]
    columns[5] = np.where(np.arange(350) < 30, 0.0, 1.0)
    file = saved(tmp_path, Bars.of(*columns), "GENUSDT_1h.csv")
    words = ["--symbol", "GENUSDT", "--interval", "1h", "--csv", file, "--data-dir", tmp_path, "--strategy", "rsi"]
    assert run(*words, "--json") == 0
    printed = capsys.readouterr()
    warnings = json.loads(printed.out)["warnings"]
    assert [line.removeprefix("Note: ") for line in printed.err.splitlines()] == warnings
    assert warnings[0].startswith("50 bars are missing between 1970-01-05T03:00:00Z and 1970-01-07T06:00:00Z: ")
    assert warnings[1].startswith("30 of the 350 bars have no volume")


def test_money_that_was_used_up_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closes = [100.0] * 30 + [99, 98, 97, 96, 95] + [96, 150, 300, 310, 320, 330, 340]
    file = saved(tmp_path, bars_from_closes(closes), "UPUSDT_1h.csv")
    words = ["--symbol", "UPUSDT", "--interval", "1h", "--csv", file, "--data-dir", tmp_path, "--short"]
    (tmp_path / "short.py").write_text("def signal(bars): return -1 if len(bars) == 5 else 0")
    assert run(*words, "--strategy", tmp_path / "short.py", "--json") == 0
    content = json.loads(capsys.readouterr().out)
    assert content["warnings"] == [
        "A loss ate all the equity at the bar of 1970-01-02T13:00:00Z, and the position was closed there."
    ]
    assert content["trades"] == 1


def test_random_entries_follow_the_seed(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    digests = [result_of(capsys, market, "--strategy", "random", "--seed", seed)["digest"] for seed in ("1", "1", "2")]
    assert digests[0] == digests[1] != digests[2]


def test_a_users_rule_trades_and_its_mistake_is_one_line(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    file = market.parent / "mine.py"
    file.write_text("warm_up = 20\ndef signal(bars):\n    return 1 if bars.close[-1] > bars.close[-20:].mean() else -1")
    content = result_of(capsys, market, "--strategy", file)
    assert content["strategy"] == "mine.py"
    assert content["trades"] > 5
    assert content["first_decision"] == "1970-01-01T20:00:00Z"
    file.write_text("def signal(bars):\n    return bars.clse[-1]")
    with pytest.raises(RuleError, match=r"mine\.py, line 2: AttributeError: .* has no attribute 'clse'"):
        run(*arguments_for(market, "--strategy", file))


def test_buying_and_holding_does_exactly_as_well_as_buying_and_holding(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    content = result_of(capsys, market, "--strategy", "buy_and_hold", "--ticks")
    assert content["total_return"] == content["buy_and_hold_return"]
    assert "same as buying and holding" in content["verdict"]
    assert content["open_position"]["quantity"] > 0


def test_without_json_a_table_ends_in_a_plain_verdict(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    assert run(*arguments_for(market, "--strategy", "sma_cross")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "sma_cross on GEN 1h (csv)"
    assert any(line.startswith("Buy and hold") for line in lines)
    assert lines[-1].startswith("SMA cross made ")
    assert "percentage points" in lines[-1]


def test_a_day_as_start_and_end_is_included_and_a_time_ends_before_itself(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    by_day = result_of(capsys, market, "--strategy", "rsi", "--start", "1970-01-02", "--end", "1970-01-03")
    by_time = result_of(
        capsys, market, "--strategy", "rsi", "--start", "1970-01-02T06:00:00Z", "--end", "1970-01-03T06:00:00Z"
    )
    assert (by_day["first"], by_day["last"]) == ("1970-01-02T00:00:00Z", "1970-01-03T23:00:00Z")
    assert (by_time["first"], by_time["last"]) == ("1970-01-02T06:00:00Z", "1970-01-03T05:00:00Z")


def test_bars_are_found_by_name_in_the_data_folder(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    words = ["--symbol", "GEN", "--interval", "1h", "--strategy", "rsi", "--data-dir", market.parent, "--json"]
    assert run(*words) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "csv"


@pytest.mark.parametrize(
    ("words", "error", "sentence"),
    [
        (["--strategy", "sma_crss"], ValueRefusedError, "did you mean sma_cross"),
        (["--commission", "0.5"], ValueRefusedError, "between 0 and 0.1"),
        (["--slippage", "nan"], ValueRefusedError, "between 0 and 0.1"),
        (["--maker-share", "1.5"], ValueRefusedError, "between 0 and 1"),
        (["--minimum-commission", "-1"], ValueRefusedError, "between 0 and 1,000"),
        (["--strategy", "nowhere.py"], ValueRefusedError, "no rule in nowhere.py"),
        (["--stop-loss", "100"], ValueRefusedError, "under 100%"),
        (["--take-profit", "-1"], ValueRefusedError, "above 0%"),
        (["--initial-balance", "inf"], ValueRefusedError, "above 0 and under"),
        (["--size", "share:2"], ValueRefusedError, "at most at 1"),
        (["--size", "kelly:2", "--strategy", "rsi"], ValueRefusedError, "up to 1"),
        (["--size", "kelly:0.25", "--strategy", "rsi"], ValueRefusedError, "a model's odds and rsi tells none"),
        (["--size", "volatility:0.01", "--strategy", "buy_and_hold"], ValueRefusedError, "buys on the first one"),
        (["--size", "fixed:1.5", "--whole-units"], ValueRefusedError, "not whole"),
        (["--start", "2030-01-01"], NotEnoughDataError, "there are bars from 1970-01-01"),
        (["--start", "1970-01-05", "--end", "1970-01-02"], ValueRefusedError, "swap them"),
        (["--start", "yesterday"], ValueRefusedError, "not ISO 8601"),
        (["--end", "1970-01-01T05:00:00Z", "--strategy", "sma_cross"], NotEnoughDataError, "at least 22 bars"),
        (["--end", "1970-01-01T01:00:00Z", "--strategy", "buy_and_hold"], NotEnoughDataError, "at least 2 bars"),
        (["--trades", "/no/such/folder/trades.csv"], PhotonError, "is not there"),
    ],
)
def test_what_cannot_be_tested_is_refused_in_one_sentence(
    market: Path, words: list[str], error: type[PhotonError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence) as caught:
        run(*arguments_for(market, *words))
    assert "\n" not in str(caught.value)


def test_an_interval_that_is_not_known_is_refused_with_the_nearest(market: Path) -> None:
    with pytest.raises(ValueRefusedError, match="did you mean"):
        run("--symbol", "GEN", "--interval", "1hh", "--csv", market)


def test_a_market_that_never_moves_is_refused(tmp_path: Path) -> None:
    flat = saved(tmp_path, bars_from_closes([100.0] * 100))
    with pytest.raises(DataError, match="stays at 100 on all 100 bars"):
        run(*arguments_for(flat, "--strategy", "sma_cross"))


@pytest.mark.slow
def test_a_symbol_nobody_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PhotonError, match="NOBODY"):
        run("--symbol", "NOBODY", "--interval", "1h", "--strategy", "rsi", "--data-dir", tmp_path)


def test_a_file_of_another_interval_is_refused(tmp_path: Path) -> None:
    daily = saved(tmp_path, generated_bars(100, step=DAY))
    with pytest.raises(DataError, match="not 1h bars"):
        run(*arguments_for(daily, "--strategy", "rsi"))


@pytest.mark.parametrize("words", [["--symbol", "GEN"], ["--interval", "1h"], ["--commission", "much"], ["--nonsense"]])
def test_wrong_usage_ends_with_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_result_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(PhotonError, match="No space left"):
        write_text(tmp_path / "trades.csv", "content")
    assert list(tmp_path.iterdir()) == []


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_told_to_a_terminal_only() -> None:
    watched, piped = Terminal(), StringIO()
    for stream in (watched, piped):
        show = progress_on(stream)
        show("fits", 1, 2)
        show("fits", 2, 2)
    assert watched.getvalue() == "\rfits 1/2\rfits 2/2\n"
    assert piped.getvalue() == ""


ALIKE = ("--strategy", "sma_cross", "--slippage", "0", "--finalize", "last-open", "--stop-basis", "signal")
CASES = {
    "AAPL_C_10_20_flip_c002": ("--commission", "0.002", "--whole-units", "--short"),
    "AAPL_F_10_20_long_c002": ("--commission", "0.002", "--whole-units"),
    "AAPL_G_10_20_long_c002_sl5_tp10": (
        "--commission", "0.002", "--whole-units", "--stop-loss", "5", "--take-profit", "10",
    ),
    "AAPL_I_10_20_flip_c001_sl3_tp6": (
        "--commission", "0.001", "--whole-units", "--short", "--stop-loss", "3", "--take-profit", "6",
    ),
    "P_BTCUSDT_1d_fractional_long_c001": ("--commission", "0.001"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_flags_alone_reproduce_the_reference_engine(
    capsys: pytest.CaptureFixture[str], shared_folder: Path, tmp_path: Path, case: str
) -> None:
    oracle = shared_folder / "oracles" / "engine" / case
    symbol = "BTCUSDT" if case.startswith("P_") else "AAPL"
    file, equity = shared_folder / "data" / f"{symbol}_1d.csv", tmp_path / "equity.csv"
    words = ["--symbol", symbol, "--interval", "1d", "--csv", file, "--data-dir", tmp_path, "--equity", equity]
    assert run(*words, *ALIKE, *CASES[case], "--json") == 0
    content = json.loads(capsys.readouterr().out)
    expected = json.loads(oracle.with_suffix(".json").read_text())["stats"]
    assert content["trades"] == expected["# Trades"]
    assert content["final_equity"] == pytest.approx(expected["Equity Final [$]"], rel=1e-9)
    assert content["fees"] == pytest.approx(expected["Commissions [$]"], rel=1e-9)
    assert content["max_drawdown"] == pytest.approx(expected["Max. Drawdown [%]"] / 100, rel=1e-9)
    with equity.open() as mine, oracle.with_suffix(".equity.csv").open() as theirs:
        for ours, reference in zip(csv.DictReader(mine), csv.DictReader(theirs), strict=True):
            assert ours["timestamp"][:10] == reference["Date"]
            assert float(ours["equity"]) == pytest.approx(float(reference["Equity"]), rel=1e-9)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--strategy", "rsi"], 0),
        (["--strategy", "sma_crss"], 1),
        (["--commission", "0.5"], 1),
        (["--commission", "much"], 2),
    ],
)
def test_the_program_ends_with_the_promised_code_and_one_clear_line(
    capsys: pytest.CaptureFixture[str], market: Path, words: list[str], code: int
) -> None:
    command = ["backtest", *map(str, arguments_for(market, "--json", *words))]
    if code == 2:
        with pytest.raises(SystemExit) as ended:
            main(command)
        assert ended.value.code == 2
        return
    assert main(command) == code
    printed = capsys.readouterr()
    assert printed.err.count("\n") == (1 if code else 0)
    assert printed.out.count("\n") == (0 if code else 1)


def test_a_run_is_kept_with_its_rules_and_the_hash_of_its_bars(
    market: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = result_of(capsys, market, "--strategy", "sma_cross", "--commission", "0.002")
    with closing(Store.open(market.parent / "user" / STORE_NAME)) as store:
        (record,) = store.backtests.recent()
    assert record.name == "SMA cross on GEN 1h"
    assert record.results == result
    assert record.results["data_hash"] == data_hash(generated_bars(400))
    assert (record.parameters["commission"], record.parameters["strategy"]) == (0.002, "sma_cross")


def test_a_run_that_can_not_be_kept_is_printed_all_the_same(market: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (market.parent / "user").mkdir()
    (market.parent / "user" / STORE_NAME).write_bytes(b"this is no store" * 100)
    assert run(*arguments_for(market, "--json", "--strategy", "sma_cross")) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["bars"] == 400
    assert printed.err.startswith("Note: The run was not kept: ")


def test_a_sweep_tells_every_choice_and_what_choosing_forward_made(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    words = ["--strategy", "sma_cross", "--sweep", "fast=3,5", "--sweep", "stop-loss=1,4", "--processes", "1"]
    content = result_of(capsys, market, *words)
    assert content["sweep"] == {"fast": [3.0, 5.0], "stop_loss": [1.0, 4.0]}
    assert content["tried"] == len(content["trials"]) == 4
    assert len(content["walk_forward"]) == 5
    assert content["best"] in content["trials"]
    assert content["overfitting"]["variations"] == 4
    assert 0 <= content["overfitting"]["probability"] <= 1
    assert result_of(capsys, market, *words, "--sweep-random", "2")["tried"] == 2
    assert run(*arguments_for(market, *words)) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-2].startswith("Out of sample that made")
    assert told[-1].startswith("Probability of overfitting")


def test_a_sweep_works_where_the_settings_say_unless_the_command_line_says_otherwise(
    capsys: pytest.CaptureFixture[str], market: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crews: list[Crew] = []

    def noted(*given: Any) -> Any:
        crews.append(given[4])
        return sweep(*given[:4], Crew(), given[5])

    monkeypatch.setattr("photon_desktop.commands.backtest_sweep.sweep", noted)
    (market.parent / "user").mkdir()
    with closing(Store.open(market.parent / "user" / STORE_NAME)) as store:
        keep_choices(store.settings, Choices.of({SCHEDULER: "tcp://10.0.0.5:8786"}))
    words = ["--strategy", "sma_cross", "--sweep", "fast=3,5"]
    for more in ([], ["--dask", "tcp://10.0.0.6:8786"], ["--processes", "1"]):
        result_of(capsys, market, *words, *more)
    assert [crew.scheduler for crew in crews] == ["tcp://10.0.0.5:8786", "tcp://10.0.0.6:8786", None]


def test_each_trial_of_a_sweep_counts_as_tried_when_a_later_run_is_judged(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    swept = result_of(capsys, market, "--strategy", "sma_cross", "--sweep", "fast=3,5,8", "--sweep", "slow=13,21")
    different = {trial["digest"] for trial in swept["trials"]}
    later = result_of(capsys, market, "--strategy", "rsi", "--honesty")
    assert later["honesty"]["sharpe"]["variations"] == len(different | {later["digest"]})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--strategy", "sma_cross", "--sweep", "fst=3,5"], "did you mean fast"),
        (["--strategy", "sma_cross", "--sweep", "fast=3,five"], "'five' is none"),
        (["--strategy", "sma_cross", "--sweep", "minimum_confidence=0.5"], "no parameter"),
    ],
)
def test_a_sweep_of_what_is_not_there_is_refused(market: Path, words: list[str], sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        run(*arguments_for(market, *words))
