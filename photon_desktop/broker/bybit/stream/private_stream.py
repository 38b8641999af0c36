"""Keeps the account's stream alive: logs in, subscribes, listens, and begins again."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from photon_desktop.broker.bybit.stream.link import Link, LinkState
from photon_desktop.broker.bybit.stream.private_messages import TOPICS
from photon_desktop.errors import PhotonError
from photon_desktop.market.bybit.stream.inbox import Inbox
from photon_desktop.market.bybit.stream.pacing import Backoff, Pacing
from photon_desktop.market.bybit.stream.transport import StreamLostError, StreamMessage, StreamTransport

log = logging.getLogger(__name__)

LOGIN_S = 10.0
LARGEST_AGE_S = 15.0  # a ping is answered each five seconds, whatever happens to the account
_REFUSED = "Bybit refuses this key on its stream ({words}); check the key and its secret, then start the agent again."


class PrivateTransports(StreamTransport, Protocol):
    """A transport that also knows when it was last answered."""

    @property
    def ponged_at(self) -> float | None:
        """Monotonic seconds, None before the first answer to a ping."""
        ...


class _KeyRefusedError(StreamLostError):
    """The exchange does not take the key: trying again changes nothing."""


class PrivateStream:
    """One thread that owns one connection at a time. `hear` gets each message of a topic and `changed` each change of
    the state, on that thread; both must return soon. `prepare` is called before each connection (the clock). `clock`
    and the transport's pongs are monotonic seconds.

    A refused key ends it for good; everything else is tried again after a pause that grows from half a second to half
    a minute, at random.
    """

    def __init__(
        self,
        new_transport: Callable[[], PrivateTransports],
        prepare: Callable[[], None],
        hear: Callable[[Mapping[str, Any]], None],
        changed: Callable[[LinkState], None],
        pacing: Pacing,
        clock: Callable[[], float],
        random: Callable[[], float],
    ) -> None:
        self._new_transport = new_transport
        self._prepare = prepare
        self._hear = hear
        self._changed = changed
        self._pacing = pacing
        self._clock = clock
        self._backoff = Backoff(pacing, random)
        self._inbox = Inbox()
        self._stopping = threading.Event()
        self._transport: PrivateTransports | None = None
        self._heard_at: float | None = None
        self._state = LinkState(Link.CONNECTING)  # replaced as a whole: other threads read it
        self._thread = threading.Thread(target=self._run, name="bybit-private-stream", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """End the connection and the thread, at once also while it connects; nothing is heard afterwards."""
        self._stopping.set()
        self._inbox.wake()
        if self._transport is not None:
            self._transport.cut()
        if self._thread.ident is not None:
            self._thread.join(self._pacing.stop_s)
        self._state = replace(self._state, link=Link.CLOSED)

    @property
    def state(self) -> LinkState:
        """Where it stands; from any thread."""
        return self._state

    @property
    def age_s(self) -> float | None:
        """Seconds since the exchange last said anything, if only that it is there; None before the first word."""
        transport, heard_at = self._transport, self._heard_at
        ponged_at = None if transport is None else transport.ponged_at
        times = [time_s for time_s in (heard_at, ponged_at) if time_s is not None]
        return max(0.0, self._clock() - max(times)) if times else None

    def _run(self) -> None:
        while not self._stopping.is_set():
            loss = self._one_connection()
            if self._stopping.is_set():
                return
            if isinstance(loss, _KeyRefusedError):
                self._show(Link.REFUSED, str(loss))
                return
            log.warning("%s", loss)
            self._state = replace(self._state, failures=self._state.failures + 1)
            self._show(Link.LOST, str(loss))
            self._stopping.wait(self._pacing.blocked_s if loss.is_blocked else self._backoff.next_pause_s())

    def _one_connection(self) -> StreamLostError:
        """Everything from the clock to the end of the connection; why it ended."""
        received, lost = self._inbox.renew()
        transport = self._new_transport()
        self._transport = transport
        try:
            self._prepare()
            if self._stopping.is_set():
                return StreamLostError("The stream was closed.")
            transport.open(received, lost)
            self._log_in(transport)
            return self._follow()
        except StreamLostError as loss:
            return loss
        except PhotonError as error:
            return StreamLostError(f"The account's stream could not be opened: {error}")
        except Exception as error:
            log.exception("Following the account's stream failed")
            return StreamLostError(f"Following the account's stream failed ({type(error).__name__}: {error}).")
        finally:
            self._inbox.renew()
            transport.close()

    def _log_in(self, transport: PrivateTransports) -> None:
        """Wait for the answer to the login, subscribe, and wait for the answer to that."""
        self._await("auth", _KeyRefusedError)
        transport.send({"op": "subscribe", "req_id": "account", "args": list(TOPICS)})
        self._await("subscribe", StreamLostError)
        self._heard_at = self._clock()
        self._state = replace(self._state, generation=self._state.generation + 1, failures=0)
        self._show(Link.LIVE, "")

    def _await(self, operation: str, refused: type[StreamLostError]) -> None:
        deadline = self._clock() + LOGIN_S
        while not self._stopping.is_set():
            loss = self._inbox.loss
            for message in self._inbox.take():
                if message.get("op") == operation:
                    self._check(message, refused)
                    return
                self._take(message)
            if loss is not None:
                raise loss
            if self._clock() >= deadline:
                raise StreamLostError(f"Bybit did not answer the {operation} of the account's stream in time.")
            self._inbox.wait(self._pacing.look_s)
        raise StreamLostError("The stream was closed.")

    def _check(self, message: StreamMessage, refused: type[StreamLostError]) -> None:
        if not message.get("success"):
            words = str(message.get("ret_msg") or "no reason given")
            if refused is _KeyRefusedError:
                raise _KeyRefusedError(_REFUSED.format(words=words))
            raise refused(f"Bybit does not stream the account ({words}); it is tried again.")

    def _follow(self) -> StreamLostError:
        opened_at = self._clock()
        while not self._stopping.is_set():
            self._inbox.wait(self._pacing.look_s)
            loss = self._inbox.loss  # looked at before the messages are taken: those sent before the end count
            for message in self._inbox.take():
                self._take(message)
            if loss is not None:
                return loss
            if self._clock() - opened_at >= self._pacing.healthy_s:
                self._backoff.reset()
            age_s = self.age_s or 0.0
            if age_s > LARGEST_AGE_S:
                return StreamLostError(f"The account's stream has been silent for {age_s:.0f} s; it is opened again.")
        return StreamLostError("The stream was closed.")

    def _take(self, message: StreamMessage) -> None:
        self._heard_at = self._clock()
        if "topic" in message and not self._stopping.is_set():
            self._hear(message)

    def _show(self, link: Link, reason: str) -> None:
        self._state = replace(self._state, link=link, reason=reason)
        if not self._stopping.is_set():
            self._changed(self._state)
