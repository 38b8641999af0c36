"""`photon-desktop screens`: every screen of the program as a picture, drawn by the program itself at work."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.trial import Knobs, Trial
from photon_desktop.clock import SystemClock
from photon_desktop.commands.output import print_json
from photon_desktop.commands.window import window_program
from photon_desktop.desks.alert_channels_desk import PAGE as ALERTS_PAGE
from photon_desktop.desks.comfort.kept_comfort import TITLE as WINDOW_PAGE
from photon_desktop.desks.exchange.preflight_run import LINES
from photon_desktop.desktop import Desktop
from photon_desktop.errors import PhotonError
from photon_desktop.market.demo_session import usual_speed
from photon_desktop.paths import languages_folder, resources_folder
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.settings.setting import Group
from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import DECISION_MAKER, MessageType
from photon_desktop.trading.profile import AccountMode
from photon_desktop.ui.design import theme_named
from photon_desktop.ui.dialogs.accept_books.example import example_dialog as example_accepting
from photon_desktop.ui.dialogs.arming.example import example_dialog as example_arming
from photon_desktop.ui.dialogs.backtest.layout import RESULTS, SWEEP
from photon_desktop.ui.dialogs.backtest.replay.pace import FASTEST
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
from photon_desktop.ui.dialogs.csv_import.example import example_dialog
from photon_desktop.ui.dialogs.keys.example import example_page
from photon_desktop.ui.dialogs.time_machine.views import Moment
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.frame.armed_frame import ArmingState
from photon_desktop.ui.translators import ENGLISH, LANGUAGES, speak

THEMES = ("dark", "light")
SIZES = ((1280, 800), (2560, 1440))
_TABS = ("portfolio", "trades", "messages", "agents", "modelDesk", "analytics", "heatmap")
_DIALOGS = {"palette": "actionPalette", "shortcuts": "actionShortcuts", "about": "actionAbout"}
_SPEED, _STANDSTILL = 7_200.0, 1.0
_DECISIONS, _FILLS = 60, 3  # what must have happened before a picture says something
_REPLAYED = 120  # bars
_PATIENCE_SECONDS = 90
_SETTLE_SECONDS = 0.4
_ALERT_AT = 0.985  # of the last price
_FAR_DOWN = 100_000  # pixels; a page ends before


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    parser.add_argument("--theme", choices=THEMES, help="only this theme (default both)")
    parser.add_argument("--language", choices=tuple(LANGUAGES), default=ENGLISH, help="what the window speaks")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Let the agents work on the simulated market for a while, in a store of their own, and draw every screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_pass_on)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PhotonError(f"The folder {options.out} can't be made ({error.strerror}); choose another.") from error
    with tempfile.TemporaryDirectory(prefix="photon-screens-") as data_folder:
        speak(window_program(), options.language, languages_folder())
        pictures = _draw(Path(data_folder), options.out, (options.theme,) if options.theme else THEMES)
    if options.json:
        print_json({"folder": str(options.out), "screens": [path.name for path in pictures]})
    else:
        print(f"{len(pictures)} pictures in {options.out}")
    return 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's own messages on stderr, but for the one about a hint that pictures have no use for."""
    if "propagateSizeHints" not in text and "raise()" not in text:
        print(text, file=sys.stderr)


def _draw(data_folder: Path, out: Path, themes: tuple[str, ...]) -> list[Path]:
    with PromptEventLoop(window_program()) as loop:
        pictures: list[Path] = loop.run_until_complete(_photograph(Desktop(data_folder), out, themes))
    return pictures


async def _photograph(desktop: Desktop, out: Path, themes: tuple[str, ...]) -> list[Path]:
    try:
        desktop.show()
        await desktop.start()
        desktop.window.speed_changed.emit(_SPEED)
        await _until(lambda: _has_happened(desktop))
        desktop.window.speed_changed.emit(_STANDSTILL)
        desktop.window.show_speed(usual_speed(Interval.HOUR_1))
        return [_saved(name, widget, out) async for name, widget in _screens(desktop, themes)]
    finally:
        desktop.close()


def _has_happened(desktop: Desktop) -> bool:
    """Whether a model has decided often enough and trades were filled."""
    store = desktop.application.store
    return desktop.has_model and store.messages.last_sequence() > 3 * _DECISIONS and len(store.trades.fills()) >= _FILLS


async def _until(condition: Callable[[], bool]) -> None:
    for _ in range(10 * _PATIENCE_SECONDS):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise PhotonError(f"The simulated market brought no trades in {_PATIENCE_SECONDS} seconds; try again.")


async def _screens(desktop: Desktop, themes: tuple[str, ...]) -> AsyncIterator[tuple[str, QWidget]]:
    """Each screen by name, shown and settled."""
    window = desktop.window
    _choose_newest_trade(desktop)
    _wait_for_a_price(desktop)
    for theme in themes:
        window.theme_changed.emit(theme)
        for width, height in SIZES:
            window.resize(width, height)
            window.reset_layout()
            for tab in _TABS:
                window.docks[tab].raise_()
                await asyncio.sleep(_SETTLE_SECONDS)
                yield f"{theme}-{width}x{height}-{tab}", window
        window.resize(*SIZES[0])
        for name, action in _DIALOGS.items():
            window.actions_by_name[action].trigger()
            await asyncio.sleep(_SETTLE_SECONDS)
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if dialog is not None:
                yield f"{theme}-{name}", dialog
                dialog.close()
        async for name, dialog in _data_screens(desktop, theme):
            yield f"{theme}-{name}", dialog
        past = desktop.time_machine.open()
        await _until(past.slider.isEnabled)
        if not past.go_to(partial(_is_guarded, past.symbol)):
            past.slider.setValue(past.slider.maximum() - 5)
        await asyncio.sleep(_SETTLE_SECONDS)
        yield f"{theme}-{past.objectName()}", past
        past.reject()
        async for name, dialog in _account_screens(desktop):
            yield f"{theme}-{name}", dialog
        async for name, dialog in _settings_screens(desktop):
            yield f"{theme}-{name}", dialog
        async for name, shown in _arming_screens(desktop):
            yield f"{theme}-{name}", shown
        async for name, shown in _comfort_screens(desktop):
            yield f"{theme}-{name}", shown
        accepting = example_accepting(theme_named(theme), window)
        accepting.show()
        await asyncio.sleep(_SETTLE_SECONDS)
        yield f"{theme}-{accepting.objectName()}", accepting
        accepting.close()
        async for name, dialog in _backtest_screens(desktop):
            yield f"{theme}-{name}", dialog


def _wait_for_a_price(desktop: Desktop) -> None:
    """Set a price alert a little under the chart's last price."""
    chart, desk = desktop.window.chart, desktop.alert_desk
    if chart.symbol and chart.last_price is not None:
        instrument = desktop.window.watch_desk.instrument_of(chart.symbol)
        level = instrument.round_price(chart.last_price * _ALERT_AT)
        desk.put(PriceAlert("screens", chart.symbol, AlertCondition.BELOW, level, SystemClock().now_ns()))


def _is_guarded(symbol: str, moment: Moment) -> bool:
    """Whether what was held of `symbol` then had a stop: the chart has lines to show."""
    return moment.account.position(symbol).stop_loss is not None


async def _data_screens(desktop: Desktop, theme: str) -> AsyncIterator[tuple[str, QWidget]]:
    """The dialogs that bars come in by, those of the price alerts and of the self-check."""
    desk, symbol = desktop.data_desk, desktop.window.desk.symbol
    checked = desktop.self_check.open()
    opened = (desk.open_data(), desk.open_download(), desktop.alert_desk.open(symbol), checked)
    for dialog in opened:
        await asyncio.sleep(2 * _SETTLE_SECONDS)
        yield dialog.objectName(), dialog
        dialog.close()
    with tempfile.TemporaryDirectory() as folder:
        icons = Icons(resources_folder() / "icons")
        example = example_dialog(Path(folder), icons, theme_named(theme), desktop.window)
        example.show()
        await _until(lambda: not example.is_working)
        await asyncio.sleep(_SETTLE_SECONDS)
        yield example.objectName(), example
        example.close()
        example.finish()


async def _account_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """The accounts, and what is asked before one is made or begun anew."""
    dialog = desktop.account_desk.open()
    await _until(lambda: dialog.selected is not None)
    await asyncio.sleep(_SETTLE_SECONDS)
    yield dialog.objectName(), dialog
    for opened in (dialog.ask_for_new(), dialog.ask_to_reset()):
        if opened is not None:
            await asyncio.sleep(_SETTLE_SECONDS)
            yield opened.objectName(), opened
            opened.close()
    dialog.close()


async def _settings_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """Every page of the settings."""
    dialog = desktop.settings_desk.open()
    for group in Group:
        dialog.show_group(group)
        await asyncio.sleep(_SETTLE_SECONDS)
        yield f"{dialog.objectName()}-{group.name.lower()}", dialog
    dialog.show_page(tr(ALERTS_PAGE))
    alerts = desktop.alert_channels.page
    for name, place in (("alerts", 0), ("alerts-end", _FAR_DOWN)):
        alerts.verticalScrollBar().setValue(place)
        await asyncio.sleep(_SETTLE_SECONDS)
        yield f"{dialog.objectName()}-{name}", dialog
    dialog.close()


async def _comfort_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """The help, the layouts, a report, the page about the window, and the tour at its second place."""
    comfort = desktop.comfort
    comfort.help_desk.open_page("trading")
    settings = desktop.settings_desk.open_page(WINDOW_PAGE)
    for dialog in (comfort.help_desk.help, comfort.layouts.open(), comfort.crash_desk.open(), settings):
        if dialog is not None:
            await asyncio.sleep(_SETTLE_SECONDS)
            yield "settingsDialog-window" if dialog is settings else dialog.objectName(), dialog
            dialog.close()
    comfort.tour_desk.begin()
    if comfort.tour_desk.tour is not None:
        comfort.tour_desk.tour.go_on()
        await asyncio.sleep(_SETTLE_SECONDS)
        yield "tour", desktop.window
        comfort.tour_desk.tour.end()


async def _arming_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """What an account with an exchange looks like: its card, its keys, and the armed window. Nothing is asked."""
    window = desktop.window
    window.reset_layout()
    window.show_market("real")  # the only one whose accounts can be armed
    for mode in (AccountMode.LIVE, AccountMode.TESTNET):
        for shown in (example_arming(LINES, mode, window), window):
            window.show_arming(ArmingState("Main account", mode, is_armed=shown is window), "")
            shown.show()
            await asyncio.sleep(_SETTLE_SECONDS)
            yield f"{shown.objectName() or 'window'}-{mode}", shown
            if shown is not window:
                shown.close()
    window.show_market(desktop.markets.name)
    desktop.exchange.arming.show_state()
    page = example_page(window)
    page.show()
    await asyncio.sleep(_SETTLE_SECONDS)
    yield page.objectName(), page
    page.close()


async def _backtest_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """Every page of the backtest wizard, and what came of crossing averages."""
    wizard = desktop.backtest_desk.open()
    wizard.parts.strategy.show_trial("sma_cross", Knobs(), 0)
    await _until(lambda: not wizard.parts.market.is_looking)
    for page in ("market", "strategy", "rules", "run"):
        await asyncio.sleep(_SETTLE_SECONDS)
        yield f"{wizard.objectName()}-{page}", wizard
        wizard.parts.next.click()
    await _until(lambda: wizard.parts.page == RESULTS)
    await asyncio.sleep(2 * _SETTLE_SECONDS)
    yield f"{wizard.objectName()}-results", wizard
    wizard.parts.show_sweep.click()
    await asyncio.sleep(_SETTLE_SECONDS)
    yield f"{wizard.objectName()}-sweep-setup", wizard
    wizard.parts.next.click()
    await _until(lambda: wizard.parts.page == SWEEP)
    await asyncio.sleep(_SETTLE_SECONDS)
    yield f"{wizard.objectName()}-sweep", wizard
    wizard.parts.show_kept.click()
    await _until(lambda: wizard.parts.kept.runs.rowCount() > 0)
    wizard.parts.kept.select(0)
    await asyncio.sleep(_SETTLE_SECONDS)
    yield f"{wizard.objectName()}-kept", wizard
    wizard.close()
    async for shown in _replay_screens(desktop):
        yield shown


async def _replay_screens(desktop: Desktop) -> AsyncIterator[tuple[str, QWidget]]:
    """A backtest replayed through the agents: paused in the middle, and played out."""
    market = desktop.backtest_desk.open().parts.market
    await _until(lambda: not market.is_looking)
    bars = market.bars().tail(Schedule().first_prediction + _REPLAYED)
    trial = Trial(*market.asked(), "random_forest", minimum_confidence=0.0)
    replay = desktop.backtest_desk.replay(ReplayAsked(bars, trial, market.source))
    replay.pace.set_speed(FASTEST)
    await _until(lambda: replay.bars_seen >= _REPLAYED // 2)
    replay.pace.pause()
    await asyncio.sleep(2 * _SETTLE_SECONDS)
    yield replay.objectName(), replay
    replay.pace.toggle()
    await _until(lambda: not replay.pace.can_go_on)
    await asyncio.sleep(2 * _SETTLE_SECONDS)
    yield f"{replay.objectName()}-end", replay
    replay.close()
    desktop.backtest_desk.open().close()


def _choose_newest_trade(desktop: Desktop) -> None:
    """Mark the decision of the newest trade, so that the why-panel has something to explain."""
    messages = desktop.application.store.messages
    report = messages.of_type(MessageType.EXECUTION_REPORT, 1)[0].message
    decision = next(item.message for item in messages.chain(report.trace_id) if item.message.sender == DECISION_MAKER)
    desktop.window.feed.select(decision.id)


def _saved(name: str, widget: QWidget, out: Path) -> Path:
    path = out / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise PhotonError(f"The picture {path} can't be written; choose another folder.")
    return path
