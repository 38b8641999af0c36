"""The server itself: aiohttp on the loop that the program runs on already."""

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from photon_desktop.api.web.crowd import Crowd
from photon_desktop.api.web.door import LARGEST_BODY, Door
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.routes import Route
from photon_desktop.errors import PhotonError

LOCAL, USUAL_PORT = "127.0.0.1", 6660
_CONNECTIONS_WAITING = 512
_HANDSHAKE_S, _END_S = 10.0, 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens; port 0 takes one that is free. Another address than this computer's own takes a
    certificate, for passwords and tokens would be read on the way."""

    port: int = USUAL_PORT
    host: str = LOCAL
    certificate: Path | None = None
    key: Path | None = None

    def __post_init__(self) -> None:
        if self.host != LOCAL and self.certificate is None:
            raise PhotonError(
                f"The API is served on {self.host} only with a TLS certificate; give one, or leave the address out."
            )

    @property
    def scheme(self) -> str:
        """http, or https with a certificate."""
        return "http" if self.certificate is None else "https"

    def tls(self) -> ssl.SSLContext | None:
        """What the certificate is used with, None without one. Raises PhotonError when it can't be read."""
        if self.certificate is None:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        try:
            context.load_cert_chain(self.certificate, self.key)
        except (OSError, ssl.SSLError) as error:
            raise PhotonError(
                f"The TLS certificate {self.certificate} can't be used ({error}); give a PEM file and its key."
            ) from error
        return context


class ApiServer:
    """Answers `routes` at a place, from `start` until `stop`; both on the loop's thread."""

    def __init__(
        self,
        place: Place,
        door: Door,
        routes: Sequence[Route],
        sockets: Sequence[web.RouteDef] = (),
        crowd: Crowd | None = None,
        patience: Patience = PATIENCE,
    ) -> None:
        """`sockets` are what is no question with an answer."""
        self._place = place
        self._crowd = crowd or Crowd(patience=patience)
        self._listening: asyncio.Server | None = None
        app = web.Application(middlewares=[self._crowd.notice, door.guard], client_max_size=LARGEST_BODY)
        app.add_routes([*(_definition(door, route) for route in routes), *sockets])
        self._runner = web.AppRunner(
            app,
            handle_signals=False,
            access_log=None,
            keepalive_timeout=patience.head_s,
            lingering_time=patience.body_s,
            shutdown_timeout=_END_S,
        )
        self.address = ""

    @property
    def connected(self) -> int:
        """How many connections it holds now."""
        server = self._runner.server
        return 0 if server is None else len(server.connections)

    async def start(self) -> None:
        """Begin to answer. Raises PhotonError when the port is taken or the certificate can't be used."""
        place = self._place
        tls = place.tls()
        await self._runner.setup()
        server = self._runner.server
        assert server is not None
        try:
            self._listening = await asyncio.get_running_loop().create_server(
                lambda: self._crowd.admit(server),
                place.host,
                place.port,
                ssl=tls,
                ssl_handshake_timeout=None if tls is None else _HANDSHAKE_S,
                backlog=_CONNECTIONS_WAITING,
                reuse_address=True,
            )
        except OSError as error:
            await self._runner.cleanup()
            raise PhotonError(
                f"The API can't listen on port {place.port} of {place.host} ({error.strerror}); choose another port."
            ) from error
        port = self._listening.sockets[0].getsockname()[1]
        self.address = f"{place.scheme}://{place.host}:{port}"

    async def stop(self) -> None:
        """Answer nothing more; what is under way has a second to end."""
        if self._listening is not None:
            self._listening.close()
        server = self._runner.server
        open_ways = [] if server is None else [each.transport for each in server.connections]
        await self._runner.cleanup()
        for way in open_ways:
            if way is not None:
                way.abort()  # closed already, unless its client does not take what it was sent


def _definition(door: Door, route: Route) -> web.RouteDef:
    async def handle(request: web.Request) -> web.StreamResponse:
        return await door.enter(request, route)

    path = route.path.replace("{id}", "{id:[0-9]{1,15}}")
    return web.route(route.method, path, handle)
