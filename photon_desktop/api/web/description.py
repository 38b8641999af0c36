"""The API's own description, OpenAPI 3.1, made from the table that its routes are made from."""

from collections.abc import Sequence
from http import HTTPStatus

from photon_desktop import __version__
from photon_desktop.api.web.fields import Field
from photon_desktop.api.web.objects import OBJECTS
from photon_desktop.api.web.pages import PAGING
from photon_desktop.api.web.routes import Access, Route
from photon_desktop.trading.messages import Json

_JSON = "application/json"
_ABOUT = (
    "Watch and drive Photon Desktop from other programs on this computer. Register, log in, and send the access token"
    " as Authorization: Bearer. Times are ISO 8601 in UTC, money is in the account's own. Events come over a WebSocket"
    " at /api/stream/ (?types=MARKET_SNAPSHOT,TRADE_DECISION,EXECUTION_REPORT,EQUITY)."
)
_ALWAYS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_OF_BODIES = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def description_of(routes: Sequence[Route]) -> Json:
    """Every route as OpenAPI 3.1."""
    paths: dict[str, Json] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Photon Desktop", "version": __version__, "description": _ABOUT},
        "paths": paths,
        "components": {
            "schemas": dict(OBJECTS),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }


def _operation(route: Route) -> Json:
    query = (*route.query, *(PAGING if route.is_list else ()))
    parameters = [_parameter(field) for field in query]
    if "{id}" in route.path:
        number = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
        parameters.insert(0, {"name": "id", "in": "path", "required": True, "schema": number})
    told: Json = {
        "operationId": _name_of(route),
        "summary": route.summary,
        "tags": [route.path.split("/")[3 if "/trading/" in route.path else 2]],
        "parameters": parameters,
        "responses": _answers(route),
        "security": [{"token": []}] if route.access is Access.BEARER else [],
    }
    if route.body:
        told["requestBody"] = _body(route.body)
    return told


def _name_of(route: Route) -> str:
    words = [word.strip("{}") for word in route.path.removeprefix("/api/").split("/") if word]
    return "_".join([route.method.lower(), *words]).replace("-", "_")


def _parameter(field: Field) -> Json:
    return {
        "name": field.name,
        "in": "query",
        "description": field.description,
        "required": field.is_required,
        "schema": field.schema(),
    }


def _body(fields: Sequence[Field]) -> Json:
    required = [field.name for field in fields if field.is_required]
    shape = {
        "type": "object",
        "properties": {field.name: {**field.schema(), "description": field.description} for field in fields},
        "required": required,
    }
    return {"required": bool(required), "content": {_JSON: {"schema": shape}}}


def _answers(route: Route) -> Json:
    faults = [*_ALWAYS, *route.faults]
    if route.access is Access.BEARER:
        faults.append(HTTPStatus.UNAUTHORIZED)
    if route.is_list or "{id}" in route.path or any(field.name == "symbol_id" for field in (*route.query, *route.body)):
        faults.append(HTTPStatus.NOT_FOUND)
    if route.body:
        faults += _OF_BODIES
    good: Json = {"description": route.status.phrase}
    if route.status is not HTTPStatus.NO_CONTENT:
        good["content"] = {_JSON: {"schema": _answer(route)}}
    told = {str(int(route.status)): good}
    for status in sorted(set(faults)):
        told[str(int(status))] = {"description": status.phrase, "content": {_JSON: {"schema": _ref("Fault")}}}
    return told


def _answer(route: Route) -> Json:
    if not route.is_list:
        return _ref(route.answer)
    link = {"type": ["string", "null"], "format": "uri"}
    return {
        "type": "object",
        "properties": {
            "count": {"type": "integer", "minimum": 0},
            "next": link,
            "previous": link,
            "results": {"type": "array", "items": _ref(route.answer)},
        },
        "required": ["count", "next", "previous", "results"],
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
