"""Trades written to a file from the whole program."""

import csv
import io
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from photon_desktop.desktop import Desktop
from tests.gui.desktops import run_shown, until


@pytest.mark.slow
def test_the_trades_shown_are_written_whole_and_a_failure_is_said(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        window = desktop.window
        window.actions_by_name["actionExportTrades"].trigger()
        assert window.banner.problems[-1].title == "There are no trades to export"
        window.speed_changed.emit(7_200.0)
        await until(lambda: window.trades.filter.rowCount() > 0)
        window.actions_by_name["actionExportTrades"].trigger()
        chooser = window.findChild(QFileDialog, "tradesExportDialog")
        assert chooser is not None
        chooser.close()
        file = tmp_path / "out" / "trades.csv"
        desktop.trades_export.write(str(file))
        await until(lambda: window.banner.problems[-1].title == "The trades were not exported")
        file.parent.mkdir()
        desktop.trades_export.write(str(file))
        await until(lambda: window.banner.problems[-1].title == "Trades exported")
        lines = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
        assert lines and all(line["symbol"].startswith("DEMO-") for line in lines)
        assert [path.name for path in file.parent.iterdir()] == ["trades.csv"]

    run_shown(qapp, partial(Desktop, tmp_path, venues=dict), scenario)
