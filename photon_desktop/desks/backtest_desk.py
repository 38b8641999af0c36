"""Opens the backtest wizard on the symbol that is shown, with the rules of the settings."""

import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photon_desktop.application import Rules as WindowRules
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trial import Trial
from photon_desktop.desks.data_desk import DataDesk
from photon_desktop.desks.loading import load_behind_the_window
from photon_desktop.errors import PhotonError
from photon_desktop.paths import forecasts_folder, user_data_folder
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.sizing import SizingMethod, SizingRules
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.design import Theme
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from photon_desktop.desks.replay_desk import ReplayDesk
    from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard
    from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked
    from photon_desktop.ui.dialogs.backtest.replay.window import ReplayWindow
    from photon_desktop.ui.dialogs.backtest.rules_page import RuleChoices

_WIZARD = (
    "photon_desktop.ui.dialogs.backtest.dialog",
    "photon_desktop.desks.bar_library",
    "photon_desktop.desks.run_shelf",
)


class BacktestDesk(QObject):
    """Lives on the main thread. The wizard is built when it is first asked for."""

    def __init__(
        self,
        window: MainWindow,
        data_desk: DataDesk,
        store: Store,
        theme: Theme,
        data_folder: Path,
        clock: Clock,
        rules: Callable[[], WindowRules],
    ) -> None:
        super().__init__(window)
        self._window, self._data_desk, self._store, self._theme = window, data_desk, store, theme
        self._data_folder, self._clock, self._rules = data_folder, clock, rules
        self._wizard: BacktestWizard | None = None
        self._opening: Turns[BacktestWizard] | None = None
        self.replays: ReplayDesk | None = None
        self._replayed: Trial | None = None
        data_desk.bars_stored.connect(self.look_again)
        data_desk.loaded.connect(self.warm_up)
        window.actions_by_name["actionBacktest"].triggered.connect(self.open_soon)

    def open(self) -> "BacktestWizard":
        """Show the wizard; one that is open already is brought to the front as it is."""
        wizard = self._made_wizard()
        self._show(wizard)
        return wizard

    @Slot()
    def open_soon(self) -> None:
        """As `open`; a wizard that has to be built first is built step by step, and the window lives on meanwhile."""
        if self._wizard is not None:
            self._show(self._wizard)
        elif self._opening is None:
            self._opening = Turns(self._opened_in_steps(), self)
            self._opening.begin()

    @Slot()
    def look_again(self) -> None:
        """Bars were brought in: have the wizard look which there are."""
        if self._wizard is not None and self._wizard.isVisible():
            self._wizard.look_again()

    @Slot()
    def warm_up(self) -> None:
        """Load what the wizard is made of, on a thread of its own: the first to ask for it would wait for it."""
        threading.Thread(target=load_behind_the_window, args=(_WIZARD,), name="load-wizard", daemon=True).start()

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        if self._wizard is not None:
            self._wizard.set_theme(theme)
        if self.replays is not None:
            self.replays.set_theme(theme)

    def replay(self, asked: "ReplayAsked") -> "ReplayWindow":
        """Play bars on the chart through agents of their own. Raises NotEnoughDataError when there are too few."""
        if self.replays is None:
            from photon_desktop.desks.replay_desk import ReplayDesk  # noqa: PLC0415 - on demand

            self.replays = ReplayDesk(self._theme, self._window)
        self._replayed = asked.trial
        return self.replays.open(asked)

    def finish(self) -> None:
        """End what runs behind the wizard: the program closes."""
        if self._opening is not None:
            self._opening.stop()
        if self.replays is not None:
            self.replays.finish()
        if self._wizard is not None:
            self._wizard.finish()

    @Slot(object)
    def _replay_if_it_can(self, asked: "ReplayAsked") -> None:
        """Bars that are too few are told by the run, which refuses them too."""
        with suppress(PhotonError):
            self.replay(asked)

    @Slot(object, str)
    def _tell_at_once(self, trial: Trial, words: str) -> None:
        if trial == self._replayed and self.replays is not None and self.replays.window is not None:
            self.replays.window.show_at_once(words)

    def _opened_in_steps(self) -> "Generator[None, None, BacktestWizard]":
        wizard = self._begun(is_whole=False)
        yield
        yield from wizard.building
        yield
        self._completed(wizard)
        self._show(wizard)
        return wizard

    def _show(self, wizard: "BacktestWizard") -> None:
        if not wizard.isVisible():
            series = self._window.desk.series_of(self._window.desk.symbol)
            interval = Interval.HOUR_1 if series is None else series.interval
            wizard.begin_with(self._window.desk.symbol, interval)
        wizard.show()
        wizard.raise_()
        wizard.activateWindow()

    def _made_wizard(self) -> "BacktestWizard":
        if self._wizard is None:
            self._wizard = (
                self._completed(self._begun(is_whole=True)) if self._opening is None else self._opening.ended()
            )
        return self._wizard

    def _begun(self, *, is_whole: bool) -> "BacktestWizard":
        from photon_desktop.desks.bar_library import BarLibrary  # noqa: PLC0415 - on demand
        from photon_desktop.desks.run_shelf import StoredRuns  # noqa: PLC0415
        from photon_desktop.ui.dialogs.backtest.dialog import BacktestWizard  # noqa: PLC0415

        library = BarLibrary(self._store, self._data_folder, self._clock)
        shelf = StoredRuns(self._store, self._clock)
        told = forecasts_folder(None if self._data_folder == user_data_folder() else self._data_folder)
        return BacktestWizard(library, shelf, self._usual, self._theme, self._window, told, self._scheduler, is_whole)

    def _completed(self, wizard: "BacktestWizard") -> "BacktestWizard":
        wizard.set_theme(self._theme)  # which may not be the one it was built in
        wizard.import_asked.connect(self._data_desk.open_import)
        wizard.download_asked.connect(self._data_desk.open_download)
        wizard.replay_asked.connect(self._replay_if_it_can)
        wizard.worked_out.connect(self._tell_at_once)
        self._wizard = wizard
        return wizard

    def _scheduler(self) -> str | None:
        """Where sweeps work, None for this computer."""
        return self._rules().sweep_scheduler

    def _usual(self) -> "RuleChoices":
        """What the settings say of money, costs, size and risk."""
        from photon_desktop.ui.dialogs.backtest.rules_page import RuleChoices  # noqa: PLC0415 - on demand

        rules = self._rules()
        trading = rules.trading
        tested = Rules(
            float(trading.starting_cash),
            trading.costs,
            sizing_of(rules.sizing),
            short_allowed=trading.limits.allow_short,
        )
        return RuleChoices(tested, trading.limits.minimum_confidence)


def sizing_of(rules: SizingRules) -> Sizing:
    """The size of the settings as a backtest knows it. The balanced one has no counterpart: all the money, which is
    what buying and holding is compared with."""
    match rules.method:
        case SizingMethod.FIXED_QUANTITY:
            return Sizing(SizeKind.FIXED, float(rules.quantity))
        case SizingMethod.FIXED_NOTIONAL:
            return Sizing(SizeKind.NOTIONAL, float(rules.notional))
        case SizingMethod.SHARE:
            return Sizing(SizeKind.SHARE, float(rules.share))
        case SizingMethod.VOLATILITY:
            return Sizing(SizeKind.VOLATILITY, rules.daily_volatility, cap=rules.largest_position)
        case SizingMethod.KELLY:
            return Sizing(SizeKind.KELLY, rules.kelly_fraction, cap=rules.largest_position)
        case _:
            return Sizing()
