"""The program without a window: the same agents, on the market and the account that were chosen in one."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.alerting import Alerting
from photon_desktop.api.server import Place
from photon_desktop.api.service import ApiService
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.rates import OPEN_RATE, USUAL_RATE, Rate
from photon_desktop.application import Application, Rules
from photon_desktop.clock import SystemClock
from photon_desktop.errors import PhotonError
from photon_desktop.market.demo_session import DemoSession, usual_speed
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.markets import Markets, Venues
from photon_desktop.paths import STORE_NAME
from photon_desktop.price_watch import PriceWatch
from photon_desktop.settings.keeping import kept_choices
from photon_desktop.settings.own import own_of
from photon_desktop.sources import kept_sources, open_venues
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock
from photon_desktop.window_rules import WINDOW_RULES

_log = logging.getLogger(__name__)


class Headless(QObject):
    """Holds the data folder from construction until `stop`. It trades on paper: keys and arming take a person."""

    _session_asked = Signal(object)
    _watchlist_asked = Signal(object)
    _account_asked = Signal(str)
    _deciding_changed = Signal(object)  # DecisionRules
    _trading_changed = Signal(object)  # TradingRules

    def __init__(
        self,
        data_folder: Path,
        place: Place,
        rules: Rules | None = None,
        venues: Callable[[], Venues] = open_venues,
        clock: Clock | None = None,
        usual: Rate = USUAL_RATE,
        unknown: Rate = OPEN_RATE,
        patience: Patience = PATIENCE,
    ) -> None:
        """`rules` in place of those that the settings say. Raises PhotonError when another program has the folder, or
        the account that was chosen last is one of an exchange."""
        super().__init__()
        clock = clock or SystemClock()
        kept = kept_choices(data_folder / STORE_NAME).choices
        any_session = DemoSession(Interval.HOUR_1, usual_speed(Interval.HOUR_1))
        self.application = Application(data_folder, any_session, rules or WINDOW_RULES.under(kept))
        try:
            store = self.application.store
            others = kept_sources(data_folder, lambda: store, clock)
            self.markets = Markets(store, clock, StoreArchive(store, clock), others, venues)
            self._refuse_exchange()
            self.alerting = Alerting(self.application, clock)
            self.price_watch = PriceWatch(store, self.alerting.office.do)
            self._connect()
            self._tell_market()
            if rules is None:
                self._tell_rules(WINDOW_RULES.under(own_of(store, self.markets.profile)[0].over(kept)))
            self.service = ApiService(
                self.application,
                self.markets,
                self._tell_watchlist,
                place,
                clock,
                usual,
                unknown,
                patience,
                lambda: self.alerting.troubles,
            )
        except BaseException:
            self.application.close()
            raise

    async def start(self) -> None:
        """Begin to answer, and start the agents."""
        await self.service.start()
        self.alerting.begin()
        self.alerting.look()
        self.application.start()

    async def stop(self) -> tuple[str, ...]:
        """Stop answering, then the agents in order. Names those that hang."""
        try:
            await self.service.stop()
        finally:
            self.alerting.finish()
            late = self.application.close()
        return late

    def _refuse_exchange(self) -> None:
        profile = self.markets.profile
        if profile.mode.is_exchange:
            raise PhotonError(
                f"The account {profile.name} trades at an exchange, which takes a person at the window; choose a paper"
                " account there, or another folder with --data-dir."
            )

    def _connect(self) -> None:
        monitor, maker, executor = self.application.team.agents
        self._session_asked.connect(monitor.set_session)
        self._watchlist_asked.connect(monitor.set_watchlist)
        self._account_asked.connect(maker.set_account)
        self._account_asked.connect(executor.set_account)
        self._deciding_changed.connect(maker.set_rules)
        self._trading_changed.connect(executor.set_rules)
        monitor.priced.connect(self.price_watch.take_tick)
        self.price_watch.went_off.connect(self.alerting.source.take_hit)
        self._account_asked.connect(self.alerting.source.begin_account)
        self.alerting.delivery_changed.connect(self._log_delivery)

    @Slot(str, str)
    def _log_delivery(self, channel: str, words: str) -> None:
        if words:
            _log.warning("An alert by %s: %s", channel, words)

    def _tell_market(self) -> None:
        session = self.markets.session()
        self.application.watch(session, self.markets.profile)
        self._account_asked.emit(self.application.account)
        self._session_asked.emit(session)

    def _tell_watchlist(self) -> None:
        session = self.markets.session()
        self.application.watch(session, self.markets.profile)
        self._watchlist_asked.emit(session)

    def _tell_rules(self, rules: Rules) -> None:
        self.application.take_rules(rules)
        self._deciding_changed.emit(rules.deciding)
        self._trading_changed.emit(rules.trading)
