"""Hands each message to the panels that show it."""

from dataclasses import dataclass

from photon_desktop.trading.messages import ExecutionReport, MarketSnapshot, TradeDecision
from photon_desktop.ui.panels.decision_feed import DecisionFeedPanel
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.messages import MessagesPanel
from photon_desktop.ui.panels.trades import TradesPanel
from photon_desktop.ui.panels.views import StoredView
from photon_desktop.ui.panels.watchlist import WatchlistPanel


@dataclass(frozen=True)
class MessageDesk:
    """The trace takes all messages; the others what concerns them."""

    trace: MessagesPanel
    feed: DecisionFeedPanel
    trades: TradesPanel
    watchlist: WatchlistPanel
    chart: ChartDesk

    def take(self, view: StoredView) -> None:
        """Show a message, or the new state of one shown before, wherever it belongs."""
        self.trace.take_message(view)
        match view.message.payload:
            case MarketSnapshot() as snapshot:
                self.watchlist.take_snapshot(snapshot)
            case TradeDecision() as decision:
                self.feed.take_decision(view, decision)
                self.chart.mark_decision(view.message.id, decision)
            case ExecutionReport() as report:
                self.feed.take_report(view, report)
                self.trades.take_report(view, report)
                self.chart.mark_report(view.message.id, report)

    def clear(self) -> None:
        """Forget every message."""
        for panel in (self.trace, self.feed, self.trades):
            panel.clear()

    def decision_of(self, message_id: str) -> str:
        """The decision that a message is or answers; empty when it is not known any more."""
        trade = self.trades.model.find(message_id)
        return message_id if trade is None else self.feed.model.decision_of(trade.trace_id)
