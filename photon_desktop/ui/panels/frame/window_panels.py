"""The panels around the chart, each in its dock."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark
from photon_desktop.ui.panels.agents import AgentsPanel
from photon_desktop.ui.panels.decision_feed import DecisionFeedPanel
from photon_desktop.ui.panels.frame.dock import PanelDock
from photon_desktop.ui.panels.heatmap.panel import HeatmapPanel
from photon_desktop.ui.panels.messages import MessagesPanel
from photon_desktop.ui.panels.panel import Panel
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.panels.trades import TradesPanel
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.watchlist import WatchlistPanel
from photon_desktop.ui.panels.why import WhyPanel

if TYPE_CHECKING:
    from photon_desktop.ui.panels.analytics.panel import AnalyticsPanel
    from photon_desktop.ui.panels.models.panel import ModelDeskPanel


class WindowPanels:
    """Makes all of them but the two largest, which begin behind another tab: those are made when they are first asked
    for or seen, so that the window does not wait for them."""

    def __init__(self, window: QMainWindow, icons: Icons, instruments: InstrumentBook, theme: Theme) -> None:
        self._theme = theme
        self.watchlist = WatchlistPanel(icons, theme)
        self.feed = DecisionFeedPanel(instruments, theme)
        self.why = WhyPanel(instruments, theme)
        self.portfolio = PortfolioPanel(instruments, theme)
        self.trades = TradesPanel(instruments, theme)
        self.messages = MessagesPanel(theme)
        self.agents = AgentsPanel(icons, theme)
        self.heatmap = HeatmapPanel(theme)
        self.docks = {
            "watchlist": PanelDock("watchlist", mark("Watchlist"), lambda: self.watchlist, window),
            "decisionFeed": PanelDock("decisionFeed", mark("Decisions"), lambda: self.feed, window),
            "whyPanel": PanelDock("whyPanel", mark("Why"), lambda: self.why, window),
            "portfolio": PanelDock("portfolio", mark("Portfolio"), lambda: self.portfolio, window),
            "trades": PanelDock("trades", mark("Trades"), lambda: self.trades, window),
            "messages": PanelDock("messages", mark("Messages"), lambda: self.messages, window),
            "agents": PanelDock("agents", mark("Agents"), lambda: self.agents, window),
            "modelDesk": PanelDock("modelDesk", mark("Model"), lambda: self.models, window),
            "analytics": PanelDock("analytics", mark("Analytics"), lambda: self.analytics, window),
            "heatmap": PanelDock("heatmap", mark("Heatmap"), lambda: self.heatmap, window),
        }
        for name, dock in self.docks.items():
            if name not in ("modelDesk", "analytics"):
                dock.hold()

    @cached_property
    def models(self) -> "ModelDeskPanel":
        """The models of the symbol shown."""
        from photon_desktop.ui.panels.models.panel import ModelDeskPanel  # noqa: PLC0415 - only when it is asked for

        panel = ModelDeskPanel(self._theme)
        self.docks["modelDesk"].setWidget(panel)
        return panel

    @cached_property
    def analytics(self) -> "AnalyticsPanel":
        """What the account has earned."""
        from photon_desktop.ui.panels.analytics.panel import AnalyticsPanel  # noqa: PLC0415 - only when it is asked for

        panel = AnalyticsPanel(self._theme)
        self.docks["analytics"].setWidget(panel)
        return panel

    def made(self) -> list[Panel]:
        """Those that were asked for so far."""
        return [panel for dock in self.docks.values() if isinstance(panel := dock.widget(), Panel)]

    def clear_account(self) -> None:
        """Forget what was shown of an account and its market."""
        told = (self.why, self.portfolio, self.heatmap, vars(self).get("models"), vars(self).get("analytics"))
        for panel in told:
            if panel is not None:
                panel.clear()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme, now and whenever one is made."""
        self._theme = theme
        for panel in self.made():
            panel.set_theme(theme)
