"""How late the main thread is while agents trade, models are fitted, files imported and backtests run.

python -m tests.benchmarks.bench_stall [SECONDS] [SPEED]

Runs the whole program offscreen in a fresh data folder, with a 5 ms timer on the main thread that notes how much later
than asked it is called, and why (see `main_thread`): before the agents start (the machine's own noise), while the first
models are fitted, while everything works, while the dialogs of the menus are opened one after the other, while a file
of 300,000 bars is imported by its dialog, and while the wizard tests a rule on them and the model on those of the
market, and judges both; while the theme is changed and changed back; and once more with a window that is hidden and
paints nothing.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tests.benchmarks.as_started  # noqa: F401 - before anything of Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# isort: split

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from photon_desktop.commands.window import window_program
from photon_desktop.desktop import Desktop
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
from photon_desktop.ui.dialogs.backtest.layout import RESULTS
from tests.benchmarks.bench_import import SYMBOL, write_bars_file
from tests.benchmarks.main_thread import Lateness

_ROWS = 300_000
_PATIENCE_S = 240.0
_OPENED = (
    "actionSettings", "actionAbout", "actionAccounts", "actionData", "actionDownload",
    "actionShortcuts", "actionPalette", "actionHelp", "actionLayouts", "actionSymbolAlerts", "actionChartStudies",
)  # fmt: skip


async def measure(folder: Path, file: Path, seconds: float, speed: float) -> dict[str, dict[str, Any]]:
    desktop = Desktop(folder)
    desktop.show()
    lateness = Lateness()
    await asyncio.sleep(2)
    figures = {"window alone": lateness.figures()}
    await desktop.start()
    desktop.window.speed_changed.emit(speed)
    await asyncio.sleep(10)
    figures["first ten seconds, models fitted"] = lateness.figures()
    await asyncio.sleep(seconds)
    figures["at work"] = lateness.figures()
    await open_dialogs(desktop)
    figures["dialogs opened"] = lateness.figures()
    await import_file(desktop, file)
    figures[f"a file of {_ROWS:,} bars imported"] = lateness.figures()
    await backtest(desktop, SYMBOL, Interval.MINUTE_1, "sma_cross")
    figures["a rule tested on them and judged"] = lateness.figures()
    symbol = desktop.window.desk.symbol
    await backtest(desktop, symbol, desktop.markets.session().interval, "random_forest")
    figures["a model tested and judged"] = lateness.figures()
    for _ in range(2):
        desktop.window.actions_by_name["actionTheme"].trigger()
        await asyncio.sleep(1)
    figures["theme changed and back"] = lateness.figures()
    desktop.window.hide()
    await asyncio.sleep(1)
    lateness.figures()
    await asyncio.sleep(seconds)
    figures["at work, window hidden"] = lateness.figures()
    figures["steps of the learning"] = steps(desktop)
    lateness.stop()
    desktop.close()
    return figures


async def open_dialogs(desktop: Desktop) -> None:
    """Open each and close it: the first time is the one that is felt."""
    actions = {action.objectName(): action for action in desktop.window.findChildren(QAction)}
    for name in _OPENED:
        actions[name].trigger()
        await asyncio.sleep(1)
        for dialog in desktop.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()


async def import_file(desktop: Desktop, file: Path) -> None:
    """Drop the file on the window, and press Import as soon as it can be pressed."""
    desktop.window.file_dropped.emit(file)
    dialog = desktop.data_desk.open_import()
    await _until(dialog.footer.accept.isEnabled)
    stored: list[object] = []
    dialog.imported.connect(lambda symbol, _interval: stored.append(symbol))
    dialog.footer.accept.click()
    await _until(lambda: bool(stored))
    await asyncio.sleep(1)
    dialog.close()


async def backtest(desktop: Desktop, symbol: str, interval: Interval, strategy: str) -> None:
    """Through the wizard's pages to its results, until they are judged too."""
    desktop.window.actions_by_name["actionBacktest"].trigger()
    await _until(lambda: any(one.isVisible() for one in desktop.window.findChildren(BacktestWizard)))
    wizard = desktop.backtest_desk.open()
    wizard.begin_with(symbol, interval)
    await _until(lambda: not wizard.parts.market.is_looking)
    box = wizard.parts.strategy.strategy.box
    box.setCurrentIndex(box.findData(strategy))
    for _ in range(4):
        await asyncio.sleep(0.3)
        wizard.parts.next.click()
    judged: list[object] = []
    wizard.runs.judged.connect(judged.append)
    await _until(lambda: wizard.parts.page == RESULTS)
    await _until(lambda: bool(judged))
    await asyncio.sleep(1)
    wizard.close()


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while not is_so():
            await asyncio.sleep(0.02)


def steps(desktop: Desktop) -> dict[str, int]:
    """How many models were fitted, challenged and tested meanwhile, over all symbols."""
    store, session = desktop.application.store, desktop.markets.session()
    taken = [step for symbol in session.symbols for step in store.model_steps.recent(symbol, session.interval)]
    return dict(Counter(step.kind.value for step in taken))


def main(seconds: float, speed: float) -> None:
    with tempfile.TemporaryDirectory() as folder, PromptEventLoop(window_program()) as loop:
        file, data = Path(folder) / f"{SYMBOL}_1m.csv", Path(folder) / "data"
        write_bars_file(file, _ROWS)
        data.mkdir()
        print(json.dumps(loop.run_until_complete(measure(data, file, seconds, speed)), indent=1))


if __name__ == "__main__":
    words = [float(word) for word in sys.argv[1:]]
    main(*(words + [60.0, 3_600.0][len(words) :]))
