"""What the wizard is made of, and where it stands."""

from collections.abc import Generator

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.curve_plot import CurvePlot
from photon_desktop.ui.dialogs.backtest.kept_page import KeptPage
from photon_desktop.ui.dialogs.backtest.market_page import MarketPage
from photon_desktop.ui.dialogs.backtest.results_page import ResultsPage
from photon_desktop.ui.dialogs.backtest.rules_page import RulesPage
from photon_desktop.ui.dialogs.backtest.run_page import RunPage
from photon_desktop.ui.dialogs.backtest.steps import StepLine
from photon_desktop.ui.dialogs.backtest.strategy_page import StrategyPage
from photon_desktop.ui.dialogs.backtest.sweep_page import SweepPage
from photon_desktop.ui.dialogs.backtest.sweep_setup_page import SweepSetupPage
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import tr

MARKET, STRATEGY, RULES, RUN, RESULTS, KEPT, SWEEP_SETUP, SWEEP = range(8)


class WizardParts:
    """The pages in their order, once they are built, and the buttons under them."""

    market: MarketPage
    strategy: StrategyPage
    rules: RulesPage
    run: RunPage
    results: ResultsPage
    kept: KeptPage
    sweep_setup: SweepSetupPage
    sweep: SweepPage

    def __init__(self, dialog: QDialog) -> None:
        self.steps = StepLine()
        self.pages = QStackedWidget()
        self.show_kept = push_button(
            tr("Kep&t runs"), "backtestShowKept", tr("Runs that were kept, to compare or run again")
        )
        self.show_sweep = push_button(
            tr("S&weep…"), "backtestSweep", tr("Try many values of the strategy's parameters (Alt+W)")
        )
        self.back = push_button(tr("< &Back"), "backtestBack", tr("The page before"))
        self.next = push_button(tr("&Next >"), "backtestNext")
        self.cancel = push_button(tr("Close"), "backtestCancel")
        self.next.setDefault(True)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.steps)
        column.addWidget(self.pages, 1)
        column.addLayout(beside(self.show_kept, self.show_sweep, None, self.back, self.next, self.cancel))

    def pages_one_by_one(self, theme: Theme) -> Generator[None, None, None]:
        """Builds a page a step and puts it into its place: all of them at once would be felt as a pause."""
        self.market = MarketPage()
        yield from self._add(self.market)
        self.strategy = StrategyPage()
        yield from self._add(self.strategy)
        self.rules = RulesPage()
        yield from self._add(self.rules)
        self.run = RunPage()
        yield from self._add(self.run)
        curve = CurvePlot(theme)
        yield
        self.results = ResultsPage(theme, curve)
        yield from self._add(self.results)
        curve = CurvePlot(theme)
        yield
        self.kept = KeptPage(theme, curve)
        yield from self._add(self.kept)
        self.sweep_setup = SweepSetupPage()
        yield from self._add(self.sweep_setup)
        self.sweep = SweepPage(theme)
        yield from self._add(self.sweep)

    def _add(self, page: QWidget) -> Generator[None, None, None]:
        """To get its style takes a page as long as to be built."""
        yield
        self.pages.addWidget(page)
        yield

    @property
    def page(self) -> int:
        """The page that is shown."""
        return self.pages.currentIndex()

    def turn_to(self, page: int) -> None:
        """Show this page, with the buttons it has."""
        self.pages.setCurrentIndex(page)
        self.steps.setVisible(page < KEPT)
        self.steps.show_step(page)
        self.show_kept.setVisible(page != KEPT)
        self.back.setVisible(page != MARKET)
        self.show_sweep.setVisible(page in (RUN, RESULTS))
        self.next.setVisible(page <= RUN or page == SWEEP_SETUP)
        self.next.setText(tr("&Run") if page in (RUN, SWEEP_SETUP) else tr("&Next >"))
        self.next.setAccessibleName(self.next.text().replace("&", "").strip(" >"))
