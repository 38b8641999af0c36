"""One entry for each thing that can be asked; the server and its description are both made from these."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from yarl import URL

from photon_desktop.api.auth.users import Asker
from photon_desktop.api.faults import unknown_token
from photon_desktop.api.web.fields import Field
from photon_desktop.trading.messages import Json

ID = "{id}"


class Access(StrEnum):
    """Who may ask: anybody on this computer, or whoever bears an access token."""

    OPEN = "open"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Call:
    """One question: its values by name, as its route's fields read them (None where nothing was said), the number in
    its path (0 without one), its address, and who asks."""

    values: Mapping[str, Any]
    id: int
    url: URL
    asker: Asker | None = None

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def by(self) -> Asker:
        """Who asks; of a route that anybody may ask, nobody."""
        if self.asker is None:
            raise unknown_token("Nobody is logged in.")
        return self.asker


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list that has `count` entries."""

    count: int
    results: Sequence[Json]


Answer = Json | Page | bytes | None
Handler = Callable[[Call], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Route:
    """`answer` names the kind of thing that comes back, `status` what goes with it; a list is paged."""

    method: str
    path: str
    summary: str
    handler: Handler
    answer: str = "Object"
    query: tuple[Field, ...] = ()
    body: tuple[Field, ...] = ()
    status: HTTPStatus = HTTPStatus.OK
    access: Access = Access.BEARER
    is_list: bool = False
    faults: tuple[HTTPStatus, ...] = field(default=())
