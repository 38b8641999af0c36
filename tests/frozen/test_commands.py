"""Every command of the built program, with what its libraries must be whole for."""

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from photon_desktop import __version__
from tests.frozen.conftest import Ended, Run

ROWS = 300


def answered(ended: Ended) -> dict[str, object]:
    """The JSON object of a run that went well and said nothing else."""
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert isinstance(found, dict)
    return found


def table() -> pa.Table:
    close = 100 + np.cumsum(np.sin(np.arange(ROWS)))
    times = np.datetime64("2024-01-01T00:00:00", "s") + np.arange(ROWS) * np.timedelta64(1, "h")
    columns = {"timestamp": times, "open": close, "high": close + 1, "low": close - 1, "close": close}
    return pa.table({**columns, "volume": np.full(ROWS, 10.0)})


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version") == Ended(0, f"photon-desktop {__version__}\n", "")


def test_check_finds_every_library_and_all_that_is_shipped(run: Run) -> None:
    findings = answered(run("check", "--json"))
    assert findings["ok"]
    assert findings["resources"] == "found"
    assert isinstance(sources := findings["sources"], dict)
    assert "DEMO-BTC" in sources["demo"]
    assert isinstance(libraries := findings["libraries"], dict)
    assert None not in libraries.values()


def test_agents_decide_and_trade(run: Run) -> None:
    result = answered(run("agents", "--symbol", "DEMO-BTC", "--bars", "30", "--json"))
    assert isinstance(messages := result["messages"], list)
    assert {"MARKET_SNAPSHOT", "TRADE_DECISION"} <= {message["type"] for message in messages}
    assert not [message for message in messages if message["status"] == "failed"]


@pytest.mark.parametrize("kind", ["csv", "parquet", "feather"])
def test_a_file_of_bars_is_imported(run: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"MINE_1h.{kind}"
    if kind == "csv":
        path.write_text(table().to_pandas().to_csv(index=False), encoding="utf-8")
    elif kind == "parquet":
        parquet.write_table(table(), path, compression="zstd")
    else:
        feather.write_feather(table(), path, compression="lz4")
    result = answered(run("import", path, "--symbol", "MINE", "--interval", "1h", "--json"))
    assert (result["rows_imported"], result["bars_stored"]) == (ROWS, ROWS)


def test_a_models_backtest_fits_in_processes_and_agrees_with_one_process(run: Run, tmp_path: Path) -> None:
    shipped = (Path(__file__).parents[2] / "data" / "DEMO-BTC_1h.csv").read_text().splitlines()
    few = tmp_path / "DEMO-BTC_1h.csv"
    few.write_text("\n".join(shipped[:3_000]) + "\n")
    words = (
        "backtest",
        "--csv",
        few,
        "--symbol",
        "DEMO-BTC",
        "--interval",
        "1h",
        "--strategy",
        "random_forest",
        "--json",
    )
    spread, alone = (run(*words, "--processes", count, "--data-dir", f"of-{count}") for count in "21")
    of_two, of_one = answered(spread), answered(alone)
    assert of_two["first_decision"]
    names = ("trades", "sharpe", "first_decision", "last")
    assert [of_two.get(name) for name in names] == [of_one.get(name) for name in names]


def test_a_rule_of_the_users_own_runs_in_a_process_of_its_own(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "rule.py"
    rule.write_text("import statistics\ndef signal(bars):\n    return 1 if len(bars) % 20 < 10 else -1\n")
    result = answered(run("backtest", "--symbol", "DEMO-BTC", "--interval", "1h", "--strategy", rule, "--json"))
    assert result["strategy"] == "rule.py"


def test_a_rule_that_uses_what_is_left_out_is_told_so(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "rule.py"
    rule.write_text("import scipy.optimize\ndef signal(bars):\n    return scipy.optimize.minimize(abs, 1).x\n")
    ended = run("backtest", "--symbol", "DEMO-BTC", "--interval", "1h", "--strategy", rule)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "scipy.optimize.minimize is left out of the built program" in ended.err


def test_a_model_is_trained_and_decides(run: Run) -> None:
    assert run("train", "--symbol", "DEMO-BTC", "--interval", "1h", "--json").code == 0
    decision = run("decide", "--symbol", "DEMO-BTC", "--interval", "1h", "--json")
    assert (decision.code, decision.err) == (0, "")


def test_what_goes_wrong_is_one_sentence_and_an_exit_code(run: Run) -> None:
    ended = run("import", "nothing-here.csv")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert run("nonsense").code == 2
    without_screen = run()
    assert (without_screen.code, without_screen.err.count("\n")) == (1, 1)
    assert "no display" in without_screen.err
