"""A local server that takes what is posted to it, and answers as it was told to."""

import json
import ssl
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

PATIENCE_S = 10


@dataclass(frozen=True)
class Reply:
    """`hangs`: nothing is said until the server closes."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False


@dataclass(frozen=True)
class Post:
    """What came; headers by name."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        return dict(json.loads(self.body))


class _Quiet(ThreadingHTTPServer):
    """Says nothing of those who hang up before they are answered."""

    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class WebServer:
    """Answers with `replies` one after another, then with 200."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.posts: list[Post] = []
        self.replies: deque[Reply] = deque()
        self._came = threading.Condition()
        self._closes = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer._answer(self, Post(self.path, dict(self.headers.items()), body))

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = _Quiet(("127.0.0.1", 0), Handler)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        self.address = f"{scheme}://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def wait_for(self, count: int) -> list[Post]:
        """The first `count` that come."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.posts) >= count, PATIENCE_S), f"{len(self.posts)} posts came"
            return self.posts[:count]

    def _answer(self, handler: BaseHTTPRequestHandler, came: Post) -> None:
        with self._came:
            self.posts.append(came)
            reply = self.replies.popleft() if self.replies else Reply()
            self._came.notify_all()
        if reply.hangs:
            self._closes.wait(PATIENCE_S)
            return
        handler.send_response(reply.status)
        for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closes.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
