"""What the wizard is made of, and where it stands."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout

from photon_desktop.ui.design import Theme
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


@dataclass(frozen=True, slots=True)
class Pages:
    """The wizard's pages, not in a window yet."""

    market: MarketPage
    strategy: StrategyPage
    rules: RulesPage
    run: RunPage
    results: ResultsPage
    kept: KeptPage
    sweep_setup: SweepSetupPage
    sweep: SweepPage


def pages_one_by_one(theme: Theme) -> Generator[None, None, Pages]:
    """Builds a page a step: all of them at once would be felt as a pause."""
    market = MarketPage()
    yield
    strategy = StrategyPage()
    yield
    rules, run = RulesPage(), RunPage()
    yield
    results = ResultsPage(theme)
    yield
    kept = KeptPage(theme)
    yield
    sweep_setup = SweepSetupPage()
    yield
    return Pages(market, strategy, rules, run, results, kept, sweep_setup, SweepPage(theme))


def pages_at_once(theme: Theme) -> Pages:
    """As `pages_one_by_one`, without a pause."""
    steps = pages_one_by_one(theme)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            pages: Pages = end.value
            return pages


class WizardParts:
    """The pages in their order, and the buttons under them."""

    def __init__(self, pages: Pages, dialog: QDialog) -> None:
        self.steps = StepLine()
        self.market, self.strategy, self.rules = pages.market, pages.strategy, pages.rules
        self.run, self.results, self.kept = pages.run, pages.results, pages.kept
        self.sweep_setup, self.sweep = pages.sweep_setup, pages.sweep
        self.pages = QStackedWidget()
        first = (self.market, self.strategy, self.rules, self.run, self.results, self.kept)
        for page in (*first, self.sweep_setup, self.sweep):
            self.pages.addWidget(page)
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
