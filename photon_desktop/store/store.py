"""The store: one SQLite file, and what is kept in it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from photon_desktop.store.agent_log import AgentLogRepository
from photon_desktop.store.alert_outbox import AlertOutbox
from photon_desktop.store.alerts import AlertRepository
from photon_desktop.store.api_users import ApiUserRepository
from photon_desktop.store.backtests import BacktestRepository
from photon_desktop.store.backup import back_up
from photon_desktop.store.bars import BarRepository
from photon_desktop.store.connections import Connections
from photon_desktop.store.decision_history import DecisionHistory
from photon_desktop.store.halts import HaltRepository
from photon_desktop.store.health import StoreHealth, examine
from photon_desktop.store.inputs import InputRepository
from photon_desktop.store.kinds import KindRepository
from photon_desktop.store.messages import MessageRepository
from photon_desktop.store.migrations import DEFAULT, Migration, migrate, newest
from photon_desktop.store.model_steps import ModelStepRepository
from photon_desktop.store.model_versions import ModelRepository
from photon_desktop.store.pages.repository import PageRepository
from photon_desktop.store.passports import PassportRepository
from photon_desktop.store.profiles import ProfileRepository
from photon_desktop.store.rounds import RoundRepository
from photon_desktop.store.sessions import SessionRepository
from photon_desktop.store.settings import SettingRepository
from photon_desktop.store.standings import StandingRepository
from photon_desktop.store.store_file import look_before_opening, make_private_file
from photon_desktop.store.symbols import SymbolRepository
from photon_desktop.store.trades import TradeRepository


class Store:
    """All that is kept, shared by all threads: each has its own connection, opened on its first use.

    A write outside of `transaction` is one of its own, on disk when the call returns. Every method raises
    StoreLockedError, StoreFullError, StoreDamagedError or plain StoreError, and has then changed nothing.
    """

    def __init__(self, connections: Connections, schema_version: int) -> None:
        self.connections = connections
        self.schema_version = schema_version
        self.messages = MessageRepository(connections)
        self.decisions = DecisionHistory(connections)
        self.bars = BarRepository(connections)
        self.passports = PassportRepository(connections)
        self.trades = TradeRepository(connections)
        self.profiles = ProfileRepository(connections)
        self.rounds = RoundRepository(connections)
        self.standings = StandingRepository(connections)
        self.models = ModelRepository(connections)
        self.model_steps = ModelStepRepository(connections)
        self.backtests = BacktestRepository(connections)
        self.sessions = SessionRepository(connections)
        self.inputs = InputRepository(connections)
        self.settings = SettingRepository(connections)
        self.log = AgentLogRepository(connections)
        self.symbols = SymbolRepository(connections)
        self.kinds = KindRepository(connections, self.settings, self.symbols)
        self.alerts = AlertRepository(self.settings)
        self.alert_outbox = AlertOutbox(connections)
        self.pages = PageRepository(connections)
        self.api_users = ApiUserRepository(connections)
        self.halts = HaltRepository(self.settings)

    @classmethod
    def open(cls, path: Path, *, busy_timeout_ms: int = 5000, migrations: Sequence[Migration] = DEFAULT) -> Self:
        """Open the store at `path`, made with its folders when missing, and bring it to the newest schema.

        `busy_timeout_ms` is how long a write waits for another program's. Raises StoreNewerError, the file
        untouched, when a newer version wrote it.
        """
        make_private_file(path)
        look_before_opening(path, newest(migrations), busy_timeout_ms)
        connections = Connections(path, busy_timeout_ms)
        try:
            return cls(connections, migrate(connections, migrations))
        except BaseException:
            connections.close()
            raise

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.connections.path

    def transaction(self) -> AbstractContextManager[None]:
        """Everything written within, by this thread, is written together or not at all.

        One inside another is a part of it: it is undone with it, and when it fails alone, it alone is undone.
        """
        return self.connections.transaction()

    def health(self) -> StoreHealth:
        """Whether file and books are sound; reads the whole file."""
        return examine(self.connections, self.schema_version)

    def back_up(self, target: Path) -> None:
        """Copy the store, while it is in use, to `target`, which is replaced whole or not at all."""
        back_up(self.path, target)

    def close_thread(self) -> None:
        """Close the calling thread's connection; a thread does this when it ends."""
        self.connections.close_thread()

    def close(self) -> None:
        """Close the store for all threads; one in the middle of a transaction ends that first."""
        self.connections.close()
