"""Keeps the stream alive: connects, subscribes, fills gaps over HTTP, watches, and connects again."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from photon_desktop.errors import DataError
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.assembly import SymbolAssembly
from photon_desktop.market.bybit.stream.inbox import Inbox
from photon_desktop.market.bybit.stream.pacing import Backoff, Pacing
from photon_desktop.market.bybit.stream.refill import Refill
from photon_desktop.market.bybit.stream.resubscribing import Resubscribing
from photon_desktop.market.bybit.stream.stream_messages import (
    Acknowledgement,
    KlineUpdate,
    Update,
    cancellation,
    read_message,
    subscription,
)
from photon_desktop.market.bybit.stream.transport import StreamLostError, StreamMessage, StreamTransport
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import MarketEvent

log = logging.getLogger(__name__)


class Supervisor:
    """One thread that owns one connection at a time; what it learns goes to `deliver`, on that thread.

    The bars between the last one delivered and the first one the stream brings are fetched over HTTP while that
    symbol's later prices wait, so an outage changes when bars come and nothing else. `announce` is called on the same
    thread after each delivery and each change of phase; it must return at once.
    """

    def __init__(
        self,
        source: BybitSource,
        new_transport: Callable[[], StreamTransport],
        assemblies: Mapping[str, SymbolAssembly],
        interval: Interval,
        deliver: Callable[[Sequence[MarketEvent]], None],
        announce: Callable[[], None],
        pacing: Pacing,
        clock: Callable[[], float],
        random: Callable[[], float],
    ) -> None:
        self._source = source
        self._new_transport = new_transport
        self._assemblies = assemblies
        self._interval = interval
        self._deliver = deliver
        self._announce = announce
        self._pacing = pacing
        self._clock = clock
        self._backoff = Backoff(pacing, random)
        self._inbox = Inbox()
        self._refill = Refill(source, interval, pacing.retry_s, clock, self._inbox.wake)
        self._silent_after_s = pacing.silent_beats * pacing.beat_s
        self._resubscribing = Resubscribing(self._silent_after_s, pacing.resubscriptions)
        self._transport: StreamTransport | None = None
        self._stopping = threading.Event()
        self._shown = FeedState(Phase.CONNECTING)  # replaced as a whole, as is _refused: other threads read them
        self._heard_at: float | None = None
        self._quiet_since = clock()
        self._spoke_at: dict[str, float] = {}
        self._refused: dict[str, str] = {}
        self._thread = threading.Thread(target=self._run, name="bybit-stream", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._refill.start()
        self._thread.start()

    def stop(self) -> None:
        """End the connection and the threads; returns when they have ended, or after `stop_s` when a request over HTTP
        does not return, whose thread then ends at its time-out. Nothing is delivered afterwards."""
        self._stopping.set()
        self._refill.stop()
        self._source.close()
        self._inbox.wake()
        if self._transport is not None:
            self._transport.cut()
        if self._thread.ident is not None:
            self._thread.join(self._pacing.stop_s)
        self._refill.join(self._pacing.stop_s)
        self._shown = FeedState(Phase.STOPPED)

    @property
    def state(self) -> FeedState:
        """What the user is told, now; from any thread."""
        heard_at = self._heard_at
        age_s = None if heard_at is None else max(0.0, self._clock() - heard_at)
        return replace(self._shown, data_age_s=age_s, refused=tuple(sorted(self._refused)))

    def _run(self) -> None:
        while not self._stopping.is_set():
            loss = self._one_connection()
            if self._stopping.is_set():
                break
            log.warning("%s", loss)
            if loss.is_blocked:
                self._source.client.block()
            self._show(Phase.RECONNECTING, str(loss))
            self._rest(self._pacing.blocked_s if loss.is_blocked else self._backoff.next_pause_s())

    def _rest(self, seconds: float) -> None:
        """Let the exchange be before the next attempt; bars still come over HTTP meanwhile, where that works."""
        while seconds > 0 and not self._stopping.wait(min(seconds, self._pacing.look_s)):
            seconds -= self._pacing.look_s
            self._catch_up()

    def _one_connection(self) -> StreamLostError:
        """Everything from connecting to the end of the connection; why it ended."""
        transport = self._new_transport()
        self._transport = transport
        if self._stopping.is_set():
            return StreamLostError("The feed was closed.")
        received, lost = self._inbox.renew()
        try:
            transport.open(received, lost)
            self._subscribe(transport)
            return self._follow(transport)
        except StreamLostError as loss:
            return loss
        except Exception as error:
            log.exception("The stream's supervision failed")
            return StreamLostError(f"Following Bybit's stream failed ({type(error).__name__}: {error}).")
        finally:
            self._inbox.renew()
            transport.close()

    def _subscribe(self, transport: StreamTransport) -> None:
        self._refused = {}
        for symbol in self._assemblies:
            transport.send(subscription(symbol, self._interval))

    def _subscribe_again(self, transport: StreamTransport) -> None:
        """Ask anew for the topics that died on a connection that lives."""
        now_s = self._clock()
        for symbol in self._resubscribing.due(self._spoke_at, self._silent_symbols(now_s), now_s):
            log.warning("Bybit's stream has brought nothing of %s for long; it is subscribed again", symbol)
            transport.send(cancellation(symbol, self._interval))
            transport.send(subscription(symbol, self._interval))

    def _follow(self, transport: StreamTransport) -> StreamLostError:
        self._refill.measure()
        opened_at = self._quiet_since = self._clock()
        self._spoke_at = dict.fromkeys(self._assemblies, opened_at)
        measured_at = opened_at
        while not self._stopping.is_set():
            self._inbox.wait(self._pacing.look_s)
            loss = self._inbox.loss  # looked at before the messages are taken: those sent before the end count
            self._handle(self._inbox.take())
            if loss is not None:
                return loss
            self._catch_up()
            now_s = self._clock()
            if now_s - opened_at >= self._pacing.healthy_s:
                self._backoff.reset()
            if now_s - measured_at >= self._pacing.clock_s:
                self._refill.measure_again()
                measured_at = now_s
            self._watch()
            self._subscribe_again(transport)
        return StreamLostError("The feed was closed.")

    def _handle(self, messages: Sequence[StreamMessage]) -> None:
        for message in messages:
            try:
                updates = read_message(message, self._interval)
            except DataError as error:
                log.warning("%s", error)
                continue
            for update in updates:
                self._bring(self._events_of(update))

    def _events_of(self, update: Update) -> list[MarketEvent]:
        if isinstance(update, Acknowledgement):
            if not update.is_accepted:
                self._refused = {**self._refused, update.request: update.words}
                log.warning("Bybit does not stream %s: %s", update.request, update.words)
            return []
        assembly = self._assemblies.get(update.symbol)
        if assembly is None:
            return []
        self._heard_at = self._quiet_since = self._spoke_at[update.symbol] = self._clock()
        return assembly.take_kline(update) if isinstance(update, KlineUpdate) else assembly.take_price(update)

    def _catch_up(self) -> None:
        """Bring the bars that were fetched, and ask for those that should be here by now and are not."""
        for refilled in self._refill.take():
            self._bring(self._assemblies[refilled.symbol].take_closed(refilled.bars))
        server_ns = self._refill.server_ns()
        if server_ns is None:
            return
        overdue = {symbol: one.next_open for symbol, one in self._assemblies.items() if one.is_overdue(server_ns)}
        self._refill.want(overdue)

    def _bring(self, events: Sequence[MarketEvent]) -> None:
        if events and not self._stopping.is_set():
            self._deliver(events)
            self._announce()

    def _watch(self) -> None:
        """Tell live from stale, and give up a stream that brings nothing though it is open."""
        now_s = self._clock()
        silent_s = now_s - self._quiet_since
        if silent_s >= self._pacing.lost_beats * self._pacing.beat_s:
            raise StreamLostError(
                f"Bybit's stream is open but has been silent for {silent_s:.0f} s; it is opened again."
            )
        if silent_s >= self._pacing.stale_beats * self._pacing.beat_s:
            self._show(Phase.STALE, "Bybit's stream has brought nothing for a while; prices may be old.")
        elif trouble := self._refill.trouble(self._refused):
            self._show(Phase.STALE, trouble)
        elif self._heard_at == self._quiet_since:
            self._show(Phase.LIVE, self._refusals(), self._silent(now_s))

    def _refusals(self) -> str:
        return f"Bybit does not stream {', '.join(sorted(self._refused))}." if self._refused else ""

    def _silent(self, now_s: float) -> tuple[tuple[str, Phase, str], ...]:
        """The symbols that bring nothing while others do: a topic can die alone, and its prices would look live."""
        words = "Bybit's stream has brought nothing of {} for over {:.0f} s, though others speak; its price may be old."
        return tuple(
            (symbol, Phase.STALE, words.format(symbol, self._silent_after_s)) for symbol in self._silent_symbols(now_s)
        )

    def _silent_symbols(self, now_s: float) -> list[str]:
        return [
            symbol
            for symbol, spoke_at in self._spoke_at.items()
            if now_s - spoke_at >= self._silent_after_s and symbol not in self._refused
        ]

    def _show(self, phase: Phase, reason: str, apart: tuple[tuple[str, Phase, str], ...] = ()) -> None:
        shown = FeedState(phase, reason, apart=apart)
        is_new = self._shown != shown
        self._shown = shown
        if is_new and not self._stopping.is_set():
            self._announce()
