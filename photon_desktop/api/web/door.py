"""What every request passes: its names, its rate, its token, its values; and how every fault is told."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil

from aiohttp import web

from photon_desktop.api.auth.users import Asker, Users
from photon_desktop.api.faults import ApiError, bad_request, unknown_token
from photon_desktop.api.web.hosts import Hosts
from photon_desktop.api.web.pages import PAGING, encoded
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.rates import RateLimit
from photon_desktop.api.web.routes import Access, Call, Route
from photon_desktop.errors import (
    NoBarsError,
    PhotonError,
    UnknownSymbolError,
    ValueRefusedError,
)

LARGEST_BODY = 64 * 1024
_JSON = "application/json"
_log = logging.getLogger(__name__)
_SAFE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True, slots=True)
class Door:
    """Lets requests in. Two limits: of those that bear a token, by user, and of those that do not, by address."""

    hosts: Hosts
    users: Users
    known: RateLimit
    unknown: RateLimit
    patience: Patience = PATIENCE

    async def enter(self, request: web.Request, route: Route) -> web.StreamResponse:
        """Answer one request by its route. Raises ApiError."""
        asker = await self.asker(request) if route.access is Access.BEARER else None
        if asker is None:
            self.unknown.take(request.remote or "")
        call = Call(await self._values(request, route), int(request.match_info.get("id", 0)), request.url, asker)
        body = encoded(await route.handler(call), call)
        kind = {"Content-Type": _JSON} if body else {}
        return web.Response(status=route.status, body=body, headers={**_SAFE, **kind})

    async def asker(self, request: web.Request, token: str = "") -> Asker:
        """Who asks, by the Bearer token of the request or by `token`; counted. Raises ApiError (401, 429)."""
        scheme, _, told = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            token = told.strip()
        try:
            if not token:
                raise unknown_token("Say who you are with Authorization: Bearer and an access token.")
            asker = await self.users.asker(token)
        except ApiError:
            self.unknown.take(request.remote or "")
            raise
        self.known.take(str(asker.user.id))
        return asker

    @web.middleware
    async def guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuses what was meant for others, and tells every fault as JSON."""
        try:
            self.hosts.check(request.headers.get("Host", ""), request.headers.get("Origin"))
            return await handler(request)
        except ApiError as error:
            return fault_answer(error)
        except web.HTTPException as error:
            return fault_answer(_of_server(error))
        except PhotonError as error:
            return fault_answer(ApiError(_status_of(error), str(error)))
        except Exception as error:  # the edge: nothing of it is told, for it may hold what must not be
            _log.exception("A question of the API failed inside the program.")
            name = type(error).__name__
            return fault_answer(
                ApiError(HTTPStatus.INTERNAL_SERVER_ERROR, f"This failed inside the program ({name}); see its log.")
            )

    async def _values(self, request: web.Request, route: Route) -> dict[str, object]:
        query = (*route.query, *(PAGING if route.is_list else ()))
        values = {
            field.name: field.of_text(request.query[field.name]) for field in query if field.name in request.query
        }
        if not route.body:
            return values
        told = await _body(request, self.patience.body_s)
        for field in route.body:
            if told.get(field.name) is not None:
                values[field.name] = field.of_json(told[field.name])
            elif field.is_required:
                raise bad_request(f"{field.name} is missing from the body.")
        return values


def fault_answer(error: ApiError) -> web.Response:
    """The fault as its asker is told."""
    headers = dict(_SAFE)
    if error.wait_s is not None:
        headers["Retry-After"] = str(max(1, ceil(error.wait_s)))
    if error.status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if error.status is HTTPStatus.METHOD_NOT_ALLOWED and error.__cause__ is not None:
        headers["Allow"] = ", ".join(sorted(getattr(error.__cause__, "allowed_methods", ())))
    body = json.dumps({"detail": str(error), "status": int(error.status)}).encode()
    return web.Response(status=error.status, body=body, content_type=_JSON, headers=headers)


def _of_server(error: web.HTTPException) -> ApiError:
    sentences = {
        404: "There is nothing at this address; GET /api/schema/ lists what there is.",
        405: "This address does not take that method; GET /api/schema/ lists what it takes.",
        413: f"The body is larger than {LARGEST_BODY} bytes.",
    }
    told = ApiError(HTTPStatus(error.status), sentences.get(error.status, f"{error.reason}."))
    told.__cause__ = error
    return told


def _status_of(error: PhotonError) -> HTTPStatus:
    if isinstance(error, NoBarsError | UnknownSymbolError):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, ValueRefusedError):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.SERVICE_UNAVAILABLE


async def _body(request: web.Request, patience_s: float) -> dict[str, object]:
    """The JSON object of the request, empty without a body."""
    try:
        async with asyncio.timeout(patience_s):
            raw = await request.read()
    except TimeoutError:
        raise ApiError(HTTPStatus.REQUEST_TIMEOUT, "The body did not come in time.") from None
    except (ConnectionError, web.RequestPayloadError):  # it went, or its parts or its compression are none
        raise bad_request("The body broke off, or is not as its head says.") from None
    if not raw:
        return {}
    if request.content_type != _JSON:
        raise ApiError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The body is {request.content_type!a}; send {_JSON}.")
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        raise bad_request("The body is no JSON.") from None
    if not isinstance(content, dict):
        raise bad_request("The body is no JSON object.")
    return content
