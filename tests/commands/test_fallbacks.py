"""What was passed over on the way to the bars is in each command's JSON, and on stderr."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.cli import main
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from tests.learning.markets import fair_bars


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "bars"),
    [
        (["backtest", "--strategy", "buy_and_hold"], 300),
        (["decide"], 300),
        (["train", "--model", "gradient_boosting", "--evidence", "skip"], 1_000),
        (["agents", "--bars", "2"], 300),
    ],
    ids=lambda given: given[0] if isinstance(given, list) else "",
)
def test_the_sources_passed_over_are_in_the_json_and_on_stderr(
    words: list[str], bars: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        store.bars.put("GENUSDT", Interval.HOUR_1, "csv", fair_bars(bars))
    given = ["--symbol", "GENUSDT", "--interval", "1h", "--data-dir", str(tmp_path), "--json"]
    assert main([*words, *given]) == 0
    printed = capsys.readouterr()
    fallbacks = json.loads(printed.out)["fallbacks"]
    assert [reason.partition(":")[0] for reason in fallbacks] == ["csv"]
    assert f"Note: {fallbacks[0]}" in printed.err.splitlines()
