"""How the store's schema came to be what it is: numbered steps, each made once and never changed afterwards.

A step is written in SQL and not through the models, which always show the newest schema.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from photon_desktop.errors import StoreError, StoreFullError, StoreLockedError
from photon_desktop.store.backup import back_up, backup_before_migration
from photon_desktop.store.bars_into_blocks import put_bars_into_blocks
from photon_desktop.store.connections import Connections
from photon_desktop.store.hash_of_models import add_hash_of_models
from photon_desktop.store.kinds_of_orders import add_kinds_of_orders
from photon_desktop.store.steps_of_models import add_steps_of_models
from photon_desktop.store.store_file import refuse_newer
from photon_desktop.store.table_of_alerts import add_alerts
from photon_desktop.store.table_of_api_users import add_api_users
from photon_desktop.store.table_of_inputs import add_inputs
from photon_desktop.store.table_of_level_moves import add_level_moves
from photon_desktop.store.table_of_sessions import add_sessions
from photon_desktop.store.tables_of_profiles import add_profiles


@dataclass(frozen=True, slots=True)
class Migration:
    """Brings the schema from `number - 1` to `number`.

    `apply` runs inside a transaction and must not end it (as `executescript` would).
    """

    number: int
    description: str
    apply: Callable[[sqlite3.Connection], None]


def newest(migrations: Sequence[Migration]) -> int:
    """The schema that `migrations` lead to; refuses numbers that are not 1, 2, 3 and so on (StoreError)."""
    numbers = [migration.number for migration in migrations]
    if numbers != list(range(1, len(numbers) + 1)):
        raise StoreError(f"The migrations are numbered {numbers}; number them 1, 2, 3 and so on.")
    return len(numbers)


def schema_version(connections: Connections) -> int:
    """The schema the file has now, 0 when it is empty."""
    version: int = connections.tuples("PRAGMA user_version")[0][0]
    return version


def migrate(connections: Connections, migrations: Sequence[Migration]) -> int:
    """Bring the store to the newest schema, which is returned; all missing steps in one transaction, or none.

    A store that has a schema already is first backed up to `<name>.v<old>.bak`. Raises StoreError, the store being
    as it was, when a step fails, and StoreNewerError when another program has brought it further meanwhile.
    """
    target = newest(migrations)
    if schema_version(connections) == target:
        return target
    with connections.transaction():
        old = schema_version(connections)
        refuse_newer(connections.path, old, target)
        if 0 < old < target:
            back_up(connections.path, backup_before_migration(connections.path, old))
        for migration in migrations[old:]:
            _apply(connections, migration, old)
    return target


def _apply(connections: Connections, migration: Migration, old: int) -> None:
    try:
        migration.apply(connections.raw())
        connections.tuples(f"PRAGMA user_version = {migration.number:d}")
    except (StoreFullError, StoreLockedError):
        raise
    except Exception as error:
        raise StoreError(
            f"The store {connections.path} could not be brought to schema {migration.number}"
            f" ({migration.description}: {error}). It stays at schema {old}; use the Photon Desktop that wrote it."
        ) from error


_FIRST_SCHEMA = (
    """CREATE TABLE symbols (
        id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        position INTEGER)""",
    """CREATE TABLE bars (
        symbol_id INTEGER NOT NULL REFERENCES symbols (id),
        interval TEXT NOT NULL,
        open_time INTEGER NOT NULL,
        open REAL NOT NULL,
        high REAL NOT NULL,
        low REAL NOT NULL,
        close REAL NOT NULL,
        volume REAL NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (symbol_id, interval, open_time)) WITHOUT ROWID""",
    """CREATE TABLE messages (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        trace_id TEXT NOT NULL,
        type TEXT NOT NULL,
        ticker TEXT NOT NULL,
        sender TEXT NOT NULL,
        recipient TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        payload TEXT NOT NULL,
        status TEXT NOT NULL,
        note TEXT NOT NULL,
        settled_at INTEGER NOT NULL)""",
    "CREATE INDEX messages_by_trace ON messages (trace_id)",
    "CREATE INDEX messages_by_type ON messages (type)",
    "CREATE INDEX messages_by_ticker ON messages (ticker, type)",
    "CREATE INDEX messages_by_status ON messages (status, recipient)",
    """CREATE TABLE orders (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        client_order_id TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL,
        trace_id TEXT NOT NULL,
        decision_id TEXT NOT NULL,
        symbol TEXT NOT NULL,
        side TEXT NOT NULL,
        quantity TEXT NOT NULL,
        requested_price TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        mode TEXT NOT NULL,
        purpose TEXT NOT NULL,
        stop_loss TEXT,
        take_profit TEXT,
        status TEXT NOT NULL,
        note TEXT NOT NULL)""",
    "CREATE INDEX orders_by_status ON orders (status, account)",
    """CREATE TABLE fills (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        fill_id TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL,
        client_order_id TEXT NOT NULL REFERENCES orders (client_order_id),
        symbol TEXT NOT NULL,
        side TEXT NOT NULL,
        quantity TEXT NOT NULL,
        price TEXT NOT NULL,
        commission TEXT NOT NULL,
        slippage TEXT NOT NULL,
        filled_at INTEGER NOT NULL)""",
    "CREATE INDEX fills_by_account ON fills (account)",
    "CREATE INDEX fills_by_order ON fills (client_order_id)",
    """CREATE TABLE positions (
        account TEXT NOT NULL,
        symbol TEXT NOT NULL,
        quantity TEXT NOT NULL,
        cost TEXT NOT NULL,
        realised TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        stop_loss TEXT,
        take_profit TEXT,
        PRIMARY KEY (account, symbol))""",
    """CREATE TABLE ledger_entries (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        "transaction" TEXT NOT NULL,
        line INTEGER NOT NULL,
        book TEXT NOT NULL,
        symbol TEXT NOT NULL,
        amount TEXT NOT NULL,
        booked_at INTEGER NOT NULL,
        UNIQUE ("transaction", line))""",
    "CREATE INDEX ledger_entries_by_book ON ledger_entries (account, book, amount)",
    """CREATE TABLE equity_points (
        account TEXT NOT NULL,
        time INTEGER NOT NULL,
        equity TEXT NOT NULL,
        cash TEXT NOT NULL,
        PRIMARY KEY (account, time)) WITHOUT ROWID""",
    """CREATE TABLE model_versions (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        version TEXT NOT NULL UNIQUE,
        model_type TEXT NOT NULL,
        symbol TEXT NOT NULL,
        interval TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        path TEXT NOT NULL,
        manifest TEXT NOT NULL,
        status TEXT NOT NULL)""",
    "CREATE INDEX model_versions_by_symbol ON model_versions (symbol, interval)",
    """CREATE TABLE backtest_runs (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        name TEXT NOT NULL,
        parameters TEXT NOT NULL,
        results TEXT NOT NULL)""",
    """CREATE TABLE agent_log (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        agent TEXT NOT NULL,
        at INTEGER NOT NULL,
        level TEXT NOT NULL,
        text TEXT NOT NULL,
        message_id TEXT NOT NULL)""",
    "CREATE INDEX agent_log_by_agent ON agent_log (agent)",
    """CREATE TABLE settings (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL)""",
)


def _create_first_schema(connection: sqlite3.Connection) -> None:
    for statement in _FIRST_SCHEMA:
        connection.execute(statement)


DEFAULT: tuple[Migration, ...] = (
    Migration(1, "the first schema", _create_first_schema),
    Migration(2, "bars by source and in blocks, and their passports", put_bars_into_blocks),
    Migration(3, "what happened to the models", add_steps_of_models),
    Migration(4, "the model behind each order", add_hash_of_models),
    Migration(5, "orders of every kind, filled in parts", add_kinds_of_orders),
    Migration(6, "accounts with names and rounds", add_profiles),
    Migration(7, "sessions of the agents", add_sessions),
    Migration(8, "what was decided and filled from", add_inputs),
    Migration(9, "users of the local API", add_api_users),
    Migration(10, "alerts on their way out", add_alerts),
    Migration(11, "where stops and targets stood", add_level_moves),
)
