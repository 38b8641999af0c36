"""Carries the letters of one channel, one after another, until each was taken or given up."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import tzinfo
from itertools import groupby

from photon_desktop.alerts.alert import Alert
from photon_desktop.alerts.backoff import Pace
from photon_desktop.alerts.channels.opening import needs_secret, sender_of
from photon_desktop.alerts.channels.sender import Sender
from photon_desktop.alerts.choices import AlertChoices, Channel, ChannelChoice
from photon_desktop.alerts.daemon import in_daemon_thread
from photon_desktop.alerts.faults import LetterRefusedError, NotNowError
from photon_desktop.alerts.letter import MOST_ALERTS, Letter
from photon_desktop.alerts.secrets import AlertSecrets, SecretError
from photon_desktop.errors import StoreError
from photon_desktop.store.alert_outbox import AlertOutbox, SendStatus, WaitingAlert
from photon_desktop.trading.timestamps import Clock

_SWITCHED_OFF = "The channel was switched off."
_STORE_PAUSE_S = 5.0


@dataclass(frozen=True, slots=True)
class CourierParts:
    """What a courier is handed: `chance` gives numbers between 0 and 1, `tell` hears of each channel why its letter
    was given up, or an empty text when one was taken."""

    outbox: AlertOutbox
    secrets: AlertSecrets
    clock: Clock
    pace: Pace
    zone: tzinfo | None
    chance: Callable[[], float]
    tell: Callable[[Channel, str], object]
    open_sender: Callable[[ChannelChoice, str, Clock], Sender] = sender_of


@dataclass(frozen=True, slots=True)
class _Bound:
    """A letter that is on its way, and how often it was tried before."""

    letter: Letter
    attempts: int


class Courier:
    """Lives on the alerts' loop. A letter's id and content are in the store before it is sent first, so that after a
    crash the very same one goes out again; whether it had arrived is the receiver's to tell by the id."""

    def __init__(self, channel: Channel, parts: CourierParts, choices: AlertChoices) -> None:
        self._channel, self._parts, self._choices = channel, parts, choices
        self._came, self._changed = asyncio.Event(), asyncio.Event()
        self._fetching: asyncio.Task[str] | None = None
        self._unsettled: dict[str, tuple[SendStatus, str]] = {}

    def wake(self) -> None:
        """Something waits."""
        self._came.set()

    def take_choices(self, choices: AlertChoices) -> None:
        """Go by these from here on; a letter that waits for its next attempt is tried at once."""
        if choices.of(self._channel) != self._choices.of(self._channel) or choices.quiet != self._choices.quiet:
            self._changed.set()
            self._came.set()
        self._choices = choices

    def take_secret(self) -> None:
        """There is another secret: what waits for its next attempt is tried at once."""
        self._changed.set()

    async def work(self) -> None:
        """Until it is cancelled."""
        while True:
            try:
                bound = self._next()
            except StoreError as error:
                self._parts.tell(self._channel, f"What waits can't be read or settled: {error}")
                await asyncio.sleep(_STORE_PAUSE_S)
                continue
            if bound is None:
                await self._wait_for_more()
                continue
            await self._deliver(bound)
            await asyncio.sleep(self._parts.pace.pause_s)

    async def _wait_for_more(self) -> None:
        """Wait for an alert and for those that come with it; in quiet hours, look at the clock now and then."""
        pace = self._parts.pace
        with suppress(TimeoutError):
            async with asyncio.timeout(pace.look_s if self._choices.quiet.is_on else None):
                await self._came.wait()
                await asyncio.sleep(pace.gather_s)
        self._came.clear()

    def _next(self) -> _Bound | None:
        """The next letter, bound in the store; None while nothing may go out."""
        self._settle_again()
        if not self._choices.is_ready(self._channel):
            if not self._choices.of(self._channel).is_on:
                self._parts.outbox.drop_all(self._channel, _SWITCHED_OFF, self._parts.clock.now_ns())
            return None
        waiting = self._parts.outbox.waiting(self._channel, MOST_ALERTS)
        for letter_id, group in groupby(waiting, key=lambda alert: alert.letter_id):
            rows = list(group)
            allowed = [alert for alert in rows if self._may_go(alert)]
            if letter_id and allowed:
                return _Bound(Letter(letter_id, _alerts(rows)), rows[0].attempts)
            if allowed:
                letter = Letter.of(_alerts(allowed))
                self._parts.outbox.bind(letter.id, allowed)
                return _Bound(letter, 0)
        return None

    def _may_go(self, alert: WaitingAlert) -> bool:
        quiet = self._choices.quiet
        if alert.is_urgent and quiet.lets_urgent:
            return True
        return not quiet.is_quiet(self._parts.clock.now_ns(), self._parts.zone)

    async def _deliver(self, bound: _Bound) -> None:
        """Try until the letter was taken, refused for good, or tried often enough."""
        letter, failures, pace = bound.letter, bound.attempts, self._parts.pace
        while True:
            self._changed.clear()
            choice = self._choices.of(self._channel)
            if not self._choices.is_ready(self._channel):
                return  # the letter stays bound, and waits for the channel to be put right
            try:
                await self._try(letter, choice)
            except LetterRefusedError as error:
                self._give_up(letter, str(error))
                return
            except NotNowError as error:
                failures += 1
                if failures >= pace.attempts:
                    self._give_up(letter, f"{error} It was tried {failures} times.")
                    return
                self._count(letter)
                await self._wait(pace.wait_s(failures, self._parts.chance(), error.after_s))
            else:
                self._settle(letter, SendStatus.SENT, "")
                self._parts.tell(self._channel, "")
                return

    async def _try(self, letter: Letter, choice: ChannelChoice) -> None:
        try:
            async with asyncio.timeout(self._parts.pace.patience_s):
                choice, secret = await self._ready(choice)
                if needs_secret(choice) and not secret and (why := self._parts.secrets.lack()):
                    raise LetterRefusedError(why)
                await self._parts.open_sender(choice, secret, self._parts.clock).send(letter)
        except TimeoutError:
            raise NotNowError("Nobody has answered in time.") from None
        except SecretError as error:
            raise NotNowError(str(error)) from None

    async def _ready(self, choice: ChannelChoice) -> tuple[ChannelChoice, str]:
        """All of what is sent with. A keyring that still waits for its password is not asked a second time."""
        secrets, channel = self._parts.secrets, self._channel
        if not needs_secret(choice):
            return choice, ""
        known = secrets.held(channel)
        if not known or not secrets.is_whole(choice):
            if self._fetching is None or self._fetching.done():

                def fetch() -> str:
                    secrets.whole(choice)
                    return secrets.fetch(channel)

                self._fetching = asyncio.ensure_future(in_daemon_thread("secret of an alert", fetch))
                self._fetching.add_done_callback(_heard)
            known = await asyncio.shield(self._fetching)
        if not secrets.is_whole(choice):  # what was fetched was asked for before the address had changed
            raise NotNowError("The webhook's address is being read.")
        return secrets.whole(choice), known

    async def _wait(self, seconds: float) -> None:
        """Until the next attempt, or until what is entered about the channel changes."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()

    def _give_up(self, letter: Letter, why: str) -> None:
        self._settle(letter, SendStatus.FAILED, why)
        self._parts.tell(self._channel, f"“{letter.title}” was given up. {why}")

    def _settle(self, letter: Letter, status: SendStatus, note: str) -> None:
        self._unsettled[letter.id] = status, note
        with suppress(StoreError):  # it is tried again before anything else goes out, so that this does not go twice
            self._settle_again()

    def _settle_again(self) -> None:
        for letter_id, (status, note) in tuple(self._unsettled.items()):
            self._parts.outbox.settle(self._channel, letter_id, status, note, self._parts.clock.now_ns())
            del self._unsettled[letter_id]

    def _count(self, letter: Letter) -> None:
        with suppress(StoreError):  # it is then tried once more after a restart
            self._parts.outbox.count_attempt(self._channel, letter.id)


def _alerts(rows: list[WaitingAlert]) -> tuple[Alert, ...]:
    return tuple(Alert.from_json(row.content) for row in rows)


def _heard(task: asyncio.Task[str]) -> None:
    """Its error is nobody's business where nobody waits any more."""
    if not task.cancelled():
        task.exception()
