"""The running program, as the API reaches it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from photon_desktop.api.live import Live
from photon_desktop.api.worker import Worker
from photon_desktop.application import Application
from photon_desktop.markets import Markets
from photon_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Program:
    """`reckoner` is the thread of what goes through all trades or decisions when it is asked for first, so that pages,
    which `worker` reads, need not wait for that. `list_changed` has the agents, and the window where there is one, take
    the watchlist that the store has now. `alert_troubles` tells why channels of alerts do not deliver, by channel."""

    application: Application
    markets: Markets
    live: Live
    worker: Worker
    reckoner: Worker
    list_changed: Callable[[], None]
    alert_troubles: Callable[[], Mapping[str, str]] = dict

    @property
    def store(self) -> Store:
        """Where everything is read."""
        return self.application.store

    @property
    def account(self) -> str:
        """The key of the books that are traded in now; those of others are told to nobody."""
        return self.application.account
