"""One letter sent at once, to see whether a channel works."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.alerts.channels.opening import channel_of, needs_secret, sender_of
from photon_desktop.alerts.channels.sender import Sender
from photon_desktop.alerts.choices import ChannelChoice
from photon_desktop.alerts.faults import NotNowError
from photon_desktop.alerts.letter import Letter
from photon_desktop.alerts.secrets import AlertSecrets
from photon_desktop.trading.timestamps import Clock

_PATIENCE_S = 20.0
_TITLE, _SENTENCE = "A test from Photon Desktop", "Alerts that you chose come this way."
Cancel = Callable[[], object]


def send_test(choice: ChannelChoice, secrets: AlertSecrets, clock: Clock, hold: Callable[[Cancel], object]) -> str:
    """Send a letter by the channel of `choice` and say who took it, on the thread that this is called on. `hold` is
    handed what breaks it off from another. Raises PhotonError, which says in a sentence why nobody took it."""
    secret = secrets.fetch(channel_of(choice)) if needs_secret(choice) else ""
    sender = sender_of(secrets.whole(choice), secret, clock)
    now_ns = clock.now_ns()
    alert = Alert(f"test-{now_ns}", AlertKind.SUMMARY, Severity.INFO, _TITLE, _SENTENCE, now_ns)
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_sent(sender, Letter.of([alert]), hold))


async def _sent(sender: Sender, letter: Letter, hold: Callable[[Cancel], object]) -> str:
    loop, sending = asyncio.get_running_loop(), asyncio.ensure_future(sender.send(letter))
    hold(partial(_cancel, loop, sending))
    try:
        async with asyncio.timeout(_PATIENCE_S):
            return await sending
    except TimeoutError:
        raise NotNowError("Nobody has answered in time.") from None
    except asyncio.CancelledError:
        raise NotNowError("It was broken off.") from None


def _cancel(loop: asyncio.AbstractEventLoop, sending: "asyncio.Future[str]") -> None:
    with suppress(RuntimeError):  # it has ended by itself
        loop.call_soon_threadsafe(sending.cancel)
