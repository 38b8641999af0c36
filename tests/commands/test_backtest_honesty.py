import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.wants import SignalArray
from photon_desktop.commands import backtest
from photon_desktop.commands.backtest_audit import run_audit
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.market.csv_files import write_bars
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import generated_bars


@pytest.fixture
def market(tmp_path: Path) -> Path:
    write_bars(tmp_path / "GEN_1h.csv", generated_bars(900))
    return tmp_path / "GEN_1h.csv"


def options_for(file: Path, *words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    backtest.add_arguments(parser)
    given = ["--symbol", "GEN", "--interval", "1h", "--csv", str(file), "--data-dir", str(file.parent / "user")]
    return parser.parse_args([*given, *words])


def printed(capsys: pytest.CaptureFixture[str], file: Path, *words: str, code: int = 0) -> dict[str, Any]:
    capsys.readouterr()
    assert backtest.run(options_for(file, "--json", *words)) == code
    content: dict[str, Any] = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    return content


def test_honesty_is_there_when_asked_for_only(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    assert "honesty" not in printed(capsys, market, "--strategy", "sma_cross")
    content = printed(capsys, market, "--strategy", "sma_cross", "--honesty")
    found = content["honesty"]
    assert found["total_return"] == content["total_return"]
    assert found["buy_and_hold"]["total_return"] == pytest.approx(content["buy_and_hold_return"])
    assert [other["name"] for other in found["references"]] == ["rsi", "random"]
    assert [each["multiple"] for each in found["costs"]] == [1, 2, 3]
    assert found["costs"][0]["total_return"] == content["total_return"]
    assert found["costs"][2]["total_return"] < found["costs"][1]["total_return"] < content["total_return"]
    assert found["random"]["draws"] == 1_000
    assert found["accuracy"] is None
    assert found["verdict"]["sentence"].startswith("No evidence of an edge:")


def test_each_other_run_on_the_same_bars_is_a_variation(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    def count(*words: str) -> int:
        found: int = printed(capsys, market, "--honesty", *words)["honesty"]["sharpe"]["variations"]
        return found

    assert count("--strategy", "sma_cross") == 1
    assert count("--strategy", "sma_cross") == 1  # the same again is no other
    assert count("--strategy", "rsi") == 2
    assert count("--strategy", "rsi", "--stop-loss", "1") == 3
    assert count("--strategy", "rsi", "--end", "1970-01-30") == 1  # other bars


def test_runs_at_other_costs_count_but_do_not_spread_the_ratios(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    printed(capsys, market, "--strategy", "sma_cross", "--commission", "0.05")
    found = printed(capsys, market, "--strategy", "sma_cross", "--honesty")["honesty"]["sharpe"]
    assert found["variations"] == 2
    assert found["variance"] == pytest.approx(1 / (found["bars"] - 1))


def test_the_same_run_tells_the_same(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    words = ("--strategy", "rsi", "--honesty", "--seed", "3")
    assert printed(capsys, market, *words)["honesty"] == printed(capsys, market, *words)["honesty"]


def test_the_table_ends_with_the_verdict(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    assert backtest.run(options_for(market, "--strategy", "sma_cross", "--honesty")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("same exposure at random" in line for line in lines)
    assert lines[-1].startswith("No evidence of an edge: ")


@pytest.mark.slow
def test_a_models_accuracy_has_bounds_and_its_audit_passes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "GEN_1h.csv"
    write_bars(file, generated_bars(1_800))
    content = printed(capsys, file, "--honesty")
    told = content["honesty"]["accuracy"]
    assert told["n"] == content["oos"]["n"]
    for name in ("accuracy", "balanced_accuracy", "log_loss", "majority_accuracy", "prior_log_loss"):
        assert told[name]["value"] == pytest.approx(content["oos"][name]), name
        assert told[name]["low"] <= told[name]["value"] <= told[name]["high"]
    audit = printed(capsys, file, "--audit")["audit"]
    assert audit["passed"]
    assert [check["name"] for check in audit["checks"]] == [
        "truncation of features", "truncation of labels", "truncation of use of labels, and decisions",
        "shuffled labels", "no-edge market",
    ]  # fmt: skip


@pytest.mark.parametrize("strategy", ["sma_cross", "rsi", "buy_and_hold"])
def test_the_reference_strategies_pass_their_audit(
    capsys: pytest.CaptureFixture[str], market: Path, strategy: str
) -> None:
    content = printed(capsys, market, "--strategy", strategy, "--audit")
    assert content["audit"]["passed"]
    assert [check["name"] for check in content["audit"]["checks"]] == ["truncation of decisions", "no-edge market"]
    assert all(check["findings"] == [] for check in content["audit"]["checks"])


class Prophet:
    name = "prophet"
    first_decision = 0

    def signals(self, bars: Bars) -> SignalArray:
        """Knows the next open but one."""
        later = np.append(bars.open[2:], np.repeat(bars.open[-1], 2))[: len(bars)]
        return np.sign(later - np.append(bars.open[1:], bars.open[-1])).astype(np.int8)


def plan_of_prophet(bars: Bars) -> Plan:
    return plan_of_rule(Prophet(), bars, False, Stopwatch())


def test_a_leak_is_exit_1_and_named_with_its_bar(capsys: pytest.CaptureFixture[str], market: Path) -> None:
    bars = generated_bars(900)
    options = options_for(market, "--strategy", "sma_cross", "--audit", "--json")
    assert run_audit(options, bars, Interval.HOUR_1, Rules(), plan_of_prophet) == 1
    audit = json.loads(capsys.readouterr().out)["audit"]
    assert [check["passed"] for check in audit["checks"]] == [False, False]
    leak = audit["checks"][0]["findings"][0]
    assert leak["what"].startswith("wanted when")
    assert leak["time"] < leak["changed_from"]

    plain = options_for(market, "--strategy", "sma_cross", "--audit")
    assert run_audit(plain, bars, Interval.HOUR_1, Rules(), plan_of_prophet) == 1
    table = capsys.readouterr().out
    assert "FAILED" in table
    assert leak["sentence"] in table


def test_too_few_bars_to_audit_a_model_are_refused_with_the_bound(market: Path) -> None:
    with pytest.raises(NotEnoughDataError, match="needs more than 1080 bars, there are 900"):
        backtest.run(options_for(market, "--audit"))


def test_each_choice_of_a_sweep_on_the_same_bars_is_a_variation(
    capsys: pytest.CaptureFixture[str], market: Path
) -> None:
    swept = printed(capsys, market, "--strategy", "sma_cross", "--sweep", "fast=3,5,7", "--processes", "1")
    different = {trial["digest"] for trial in swept["trials"]}
    content = printed(capsys, market, "--strategy", "sma_cross", "--honesty")
    assert content["honesty"]["sharpe"]["variations"] == len({content["digest"], *different}) == 4
