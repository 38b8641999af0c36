"""Every connection between the agents and the desks beside the window, in one place."""

from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.alerting import Alerting
from photon_desktop.desks.account_desk import AccountDesk
from photon_desktop.desks.alert_desk import AlertDesk
from photon_desktop.desks.comfort.comfort import Comfort
from photon_desktop.desks.exchange.accept_desk import AcceptDesk
from photon_desktop.desks.exchange.exchange_desks import ExchangeDesks
from photon_desktop.desks.exchange.exchange_troubles import ExchangeTroubles
from photon_desktop.desks.kill_switch import KillSwitch
from photon_desktop.desks.model_desk_keeper import ModelDeskKeeper
from photon_desktop.desks.position_desk import PositionDesk
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.ui.main_window import MainWindow


def wire_window(window: MainWindow, team: AgentTeam) -> None:
    """What the window shows as the agents say it, and asks of them by itself."""
    monitor, executor = team.monitor, team.executor
    monitor.priced.connect(window.show_tick)
    monitor.bar_closed.connect(window.show_closed_bar)
    monitor.feeds_changed.connect(window.show_feed_states)
    executor.portfolio_changed.connect(window.show_portfolio)
    executor.portfolio_changed.connect(window.heatmap_feed.take_portfolio)
    window.decide_requested.connect(monitor.look_again)
    for agent in team.agents:
        agent.logged.connect(window.show_log_line)


def wire_desks(team: AgentTeam, alerts: AlertDesk, models: ModelDeskKeeper, settings: SettingsDesk) -> None:
    """The desks that trade nothing."""
    monitor, maker, executor = team.agents
    monitor.priced.connect(alerts.take_tick)
    maker.model_changed.connect(models.take)
    maker.step_taken.connect(models.refresh)
    maker.decision_made.connect(models.take_decision)
    models.rollback_asked.connect(maker.roll_back)
    settings.deciding_changed.connect(maker.set_rules)
    settings.trading_changed.connect(executor.set_rules)


def wire_trading(team: AgentTeam, positions: PositionDesk, accounts: AccountDesk) -> None:
    """The desks from which a person trades and looks after accounts."""
    executor = team.executor
    executor.portfolio_changed.connect(positions.take_portfolio)
    executor.portfolio_changed.connect(accounts.take_portfolio)
    executor.hand_refused.connect(positions.tell_refusal)
    positions.close_position.connect(executor.close_position)
    positions.cancel_order.connect(executor.cancel_order)
    positions.move_protection.connect(executor.move_protection)


def wire_safety(team: AgentTeam, kill_switch: KillSwitch, exchange: ExchangeDesks) -> None:
    """What stops trading: the kill switch, and a breach of the books."""
    _, maker, executor = team.agents
    executor.portfolio_changed.connect(kill_switch.know_portfolio)
    executor.halted.connect(kill_switch.tell_breach)
    executor.halted.connect(exchange.arming.obey_halt)
    kill_switch.obeyed.connect(exchange.arming.obey_halt)
    kill_switch.obeyed.connect(executor.obey_halt)
    kill_switch.released.connect(executor.resume)
    kill_switch.released.connect(maker.resume)


def wire_comfort(team: AgentTeam, comfort: Comfort, kill_switch: KillSwitch) -> None:
    """What the desktop is told, and what keeps the computer awake."""
    executor = team.executor
    executor.report_made.connect(comfort.news.take_report)
    executor.halted.connect(comfort.news.tell_halt)
    executor.portfolio_changed.connect(comfort.sleep_guard.take_portfolio)
    kill_switch.obeyed.connect(comfort.news.tell_press)


def wire_books(team: AgentTeam, troubles: ExchangeTroubles, accepting: AcceptDesk, exchange: ExchangeDesks) -> None:
    """What an exchange's account can't explain: shown, a reason to disarm, and for a person to accept."""
    executor = team.executor
    executor.difference_changed.connect(troubles.take_difference)
    executor.trouble_changed.connect(troubles.tell)
    executor.trouble_changed.connect(exchange.arming.take_unexplained)
    executor.hand_refused.connect(accepting.tell_refusal)
    executor.books_adopted.connect(accepting.tell_accepted)
    accepting.adopt_requested.connect(executor.adopt_books)


def wire_alerts(alerting: Alerting, prices: AlertDesk, kill_switch: KillSwitch) -> None:
    """What goes out of the program beside what agents say: prices that were waited for, and the kill switch."""
    prices.went_off.connect(alerting.source.take_hit)
    kill_switch.obeyed.connect(alerting.source.look_at_halt)
    kill_switch.released.connect(alerting.source.look_at_halt)
