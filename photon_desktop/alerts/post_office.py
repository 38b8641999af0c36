"""Takes alerts from any thread, keeps them, and has them carried, on a thread of its own."""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from photon_desktop.alerts.alert import Alert
from photon_desktop.alerts.choices import AlertChoices, Channel
from photon_desktop.alerts.courier import Courier, CourierParts
from photon_desktop.errors import PhotonError, StoreError
from photon_desktop.store.store import Store

_log = logging.getLogger(__name__)
_MOST_IN_MEMORY = 20_000
_KEPT_NS = 30 * 24 * 3_600 * 1_000_000_000
_TOO_MANY = "Too many alerts wait for this channel; {count:,} of the oldest were left out."
_AGAIN_S = 5.0
_PATIENCE_S = 2.0
Work = Callable[[], object]


class PostOffice:
    """Nothing that is asked of it waits: an alert is put down in memory, and written and sent by the thread. What
    waited when the program ended goes out after the next start."""

    def __init__(self, store: Store, parts: CourierParts) -> None:
        self._store, self._parts = store, parts
        self._choices = AlertChoices()
        self._lock = threading.Lock()
        self._inbox: deque[tuple[Alert, tuple[Channel, ...]]] = deque(maxlen=_MOST_IN_MEMORY)
        self._works: deque[Work] = deque()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._came, self._enough = asyncio.Event(), asyncio.Event()
        self._couriers: dict[Channel, Courier] = {}
        self._is_finished = False

    @property
    def choices(self) -> AlertChoices:
        """What counts now."""
        return self._choices

    def begin(self, choices: AlertChoices) -> None:
        """Work from here on, with what an earlier run left; nothing new where it works already."""
        if self._thread is None and not self._is_finished:
            self._choices = choices
            self._thread = threading.Thread(target=self._run, name="alerts", daemon=True)
            self._thread.start()

    def take_choices(self, choices: AlertChoices) -> None:
        """Go by these from here on."""
        self._choices = choices
        self.do(lambda: self._each(lambda courier: courier.take_choices(choices)))

    def take_secret(self) -> None:
        """A channel has another secret."""
        self.do(lambda: self._each(Courier.take_secret))

    def offer(self, alert: Alert) -> None:
        """Have it go out by the channels that are chosen for its kind; never waits."""
        channels = self._choices.channels_of(alert.kind)
        if channels and not self._is_finished:
            self._inbox.append((alert, channels))
            self._wake()

    def do(self, work: Work) -> None:
        """Have something small done on the thread, in turn; never waits. At the end of the program it is still done."""
        if not self._is_finished:
            self._works.append(work)
            self._wake()

    def finish(self) -> None:
        """Write what was offered, break off what is being sent, and end: within two seconds."""
        self._is_finished = True
        with self._lock:
            loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(self._enough.set)
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)

    def _wake(self) -> None:
        with self._lock:
            loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._came.set)

    # on the thread

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(self._work())
        except Exception:
            _log.exception("The alerts' thread has ended.")
        finally:
            self._store.close_thread()

    async def _work(self) -> None:
        self._couriers = {channel: Courier(channel, self._parts, self._choices) for channel in Channel}
        with self._lock:
            self._loop = asyncio.get_running_loop()
        if self._is_finished:
            self._enough.set()
        tasks = [asyncio.create_task(self._guarded(courier)) for courier in self._couriers.values()]
        tasks.append(asyncio.create_task(self._take_in()))
        self._forget_old()
        await self._enough.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with self._lock:
            self._loop = None
        with suppress(StoreError):
            self._empty()

    async def _guarded(self, courier: Courier) -> None:
        """A fault of the program on one channel stops that channel for a moment, and no other."""
        while True:
            try:
                await courier.work()
            except Exception:
                _log.exception("A channel of the alerts has failed inside the program.")
            await asyncio.sleep(_AGAIN_S)

    async def _take_in(self) -> None:
        self._came.set()
        while True:
            await self._came.wait()
            self._came.clear()
            try:
                self._empty()
            except StoreError as error:
                _log.warning("Alerts wait in memory: %s", error)
                await asyncio.sleep(_AGAIN_S)
                self._came.set()

    def _empty(self) -> None:
        """Do what is to be done, and write down what was offered. Raises StoreError, and what is left stays."""
        while self._works:
            work = self._works.popleft()
            with suppress(PhotonError):
                work()
        woken: set[Channel] = set()
        while self._inbox:
            batch = [self._inbox.popleft() for _ in range(min(len(self._inbox), 500))]
            try:
                self._write(batch)
            except StoreError:
                self._inbox.extendleft(reversed(batch))
                raise
            woken.update(channel for _, channels in batch for channel in channels)
        for channel in woken:
            self._couriers[channel].wake()

    def _write(self, batch: list[tuple[Alert, tuple[Channel, ...]]]) -> None:
        outbox, now_ns = self._store.alert_outbox, self._parts.clock.now_ns()
        with self._store.transaction():
            for alert, channels in batch:
                outbox.put(alert.id, channels, alert.to_json(), is_urgent=alert.is_urgent)
            for channel in {channel for _, channels in batch for channel in channels}:
                note = "More alerts came than can wait."
                if count := outbox.drop_beyond(channel, self._parts.pace.most_waiting, note, now_ns):
                    self._parts.tell(channel, _TOO_MANY.format(count=count))

    def _forget_old(self) -> None:
        with suppress(StoreError):
            self._store.alert_outbox.forget(self._parts.clock.now_ns() - _KEPT_NS)

    def _each(self, tell: Callable[[Courier], object]) -> None:
        for courier in self._couriers.values():
            tell(courier)
