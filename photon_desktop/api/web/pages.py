"""Lists in pages, and answers as JSON."""

import json
from collections.abc import Callable

from photon_desktop.api.faults import not_found
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.routes import Answer, Call, Handler, Page
from photon_desktop.api.worker import Worker
from photon_desktop.trading.messages import Json

PAGE_SIZE, LARGEST_PAGE = 50, 500
PAGING = (
    Field("page", FieldKind.WHOLE, "Which page, from 1.", default=1, least=1, most=10_000_000),
    Field("page_size", FieldKind.WHOLE, "Entries on a page.", default=PAGE_SIZE, least=1, most=LARGEST_PAGE),
)


def window_of(call: Call) -> tuple[int, int]:
    """How many entries stand before the page that is asked for, and how many it has at most."""
    size = call["page_size"] or PAGE_SIZE
    return ((call["page"] or 1) - 1) * size, size


def encoded(answer: Answer, call: Call) -> bytes:
    """The answer as JSON. Raises ApiError (404) for a page behind the last."""
    if isinstance(answer, bytes):
        return answer
    content = _enveloped(answer, call) if isinstance(answer, Page) else answer
    return b"" if content is None else json.dumps(content, allow_nan=False).encode()


def on_worker(worker: Worker, read: Callable[[Call], Answer]) -> Handler:
    """A handler that reads, and writes its answer as JSON, on a worker thread."""

    async def handle(call: Call) -> Answer:
        return await worker.run(lambda: encoded(read(call), call))

    return handle


def _enveloped(page: Page, call: Call) -> Json:
    before, size = window_of(call)
    number = call["page"] or 1
    if number > 1 and before >= page.count:
        raise not_found(f"There is no page {number}; the list has {page.count:,} entries, {size} on a page.")
    after = str(call.url.update_query(page=number + 1)) if before + size < page.count else None
    earlier = str(call.url.update_query(page=number - 1)) if number > 1 else None
    return {"count": page.count, "next": after, "previous": earlier, "results": list(page.results)}
