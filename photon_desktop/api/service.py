"""The API of a running program: everything it is made of, from `start` until `stop`."""

import json
import time
from collections.abc import Callable, Mapping

from photon_desktop.api.auth.passwords import Passwords
from photon_desktop.api.auth.tokens import Tokens
from photon_desktop.api.auth.users import Users
from photon_desktop.api.live import Live
from photon_desktop.api.program import Program
from photon_desktop.api.resources.agents import agent_routes
from photon_desktop.api.resources.analytics import analytics_routes
from photon_desktop.api.resources.auth import auth_routes
from photon_desktop.api.resources.dashboard import dashboard_routes
from photon_desktop.api.resources.decisions import decision_routes
from photon_desktop.api.resources.figures import AccountFigures
from photon_desktop.api.resources.market_data import market_data_routes
from photon_desktop.api.resources.symbols import symbol_routes
from photon_desktop.api.resources.trades import trade_routes
from photon_desktop.api.server import LOCAL, ApiServer, Place
from photon_desktop.api.stream import Stream
from photon_desktop.api.web.description import description_of
from photon_desktop.api.web.docs import docs_route
from photon_desktop.api.web.door import Door
from photon_desktop.api.web.hosts import Hosts
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.rates import OPEN_RATE, USUAL_RATE, Rate, RateLimit
from photon_desktop.api.web.routes import Access, Answer, Call, Route
from photon_desktop.api.worker import Worker
from photon_desktop.application import Application
from photon_desktop.clock import SystemClock
from photon_desktop.markets import Markets
from photon_desktop.signing_key import fresh_key, key_in_time, lasting_key, scope_of
from photon_desktop.trading.timestamps import Clock


class ApiService:
    """Lives on the loop's thread. Hears the agents from its making on, and answers from `start` on."""

    def __init__(
        self,
        application: Application,
        markets: Markets,
        list_changed: Callable[[], None],
        place: Place,
        clock: Clock | None = None,
        usual: Rate = USUAL_RATE,
        unknown: Rate = OPEN_RATE,
        patience: Patience = PATIENCE,
        alert_troubles: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`usual` limits whoever bears a token, `unknown` whoever does not."""
        clock = clock or SystemClock()
        self._worker, self._reckoner = Worker(), Worker("api-reckoner")
        self._hasher = Worker("api-hasher")  # a hash takes long, on purpose
        self.live = Live(application.team)
        self._program = Program(
            application, markets, self.live, self._worker, self._reckoner, list_changed, alert_troubles
        )
        self._tokens = Tokens(fresh_key(), clock)
        is_here = place.host == LOCAL

        def lets_register() -> bool:
            return application.rules.api.lets_register(is_here=is_here)

        self._users = Users(application.store, self._hasher, clock, self._tokens, Passwords(), lets_register)
        hosts = Hosts("" if is_here else place.host)
        rates = RateLimit(usual, time.monotonic), RateLimit(unknown, time.monotonic)
        self._door = Door(hosts, self._users, *rates, patience)
        self.routes = with_description(routes_of(self._program, self._users))
        self._stream = Stream(self.live, self._door, clock, patience)
        sockets = self._stream.route, docs_route()
        self._server = ApiServer(place, self._door, self.routes, sockets, patience=patience)

    @property
    def address(self) -> str:
        """Where it answers, such as http://127.0.0.1:6660."""
        return self._server.address

    async def start(self) -> None:
        """Begin to answer. Raises PhotonError when it can't, and is stopped then."""
        try:
            scope = await self._hasher.run(scope_of, self._program.store.settings)
            self._tokens.sign_with(await key_in_time(lambda: lasting_key(scope)))
            await self._server.start()
        except BaseException:
            self.silence()
            raise

    async def stop(self) -> None:
        """Answer nothing more, and hear nothing more of the agents."""
        self.silence()
        await self._stream.close()
        await self._server.stop()

    def silence(self) -> None:
        """Hear and read nothing more, so that the store may be closed."""
        self.live.close()
        for worker in (self._worker, self._reckoner, self._hasher):
            worker.close()


def routes_of(program: Program, users: Users) -> tuple[Route, ...]:
    """Everything that can be asked."""
    return (
        *auth_routes(users),
        *symbol_routes(program),
        *market_data_routes(program),
        *decision_routes(program),
        *trade_routes(program),
        *agent_routes(program),
        *analytics_routes(program, AccountFigures(program.store)),
        *dashboard_routes(program),
    )


def with_description(routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """These, and where they are described; anybody on this computer may read that."""
    described = json.dumps(description_of(routes), allow_nan=False).encode()

    async def describe(_: Call) -> Answer:
        return described

    return (*routes, Route("GET", "/api/schema/", "This description", describe, access=Access.OPEN))
