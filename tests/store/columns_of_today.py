"""Today's orders and fills in a schema of the past."""

from collections.abc import Iterator
from contextlib import contextmanager

from photon_desktop.store import Store
from photon_desktop.store.models import LevelMove, Order


@contextmanager
def columns_of_today(store: Store) -> Iterator[None]:
    """Lets today's program write orders and fills into an old schema, which is an old one again afterwards."""
    known = {row[1] for row in store.connections.tuples("PRAGMA table_info(orders)")}
    later = [field.column_name for field in Order._meta.sorted_fields if field.column_name not in known]
    for name in later:
        store.connections.tuples(f"ALTER TABLE orders ADD COLUMN {name}")
    moves = LevelMove._meta.table_name
    columns = ", ".join(field.column_name for field in LevelMove._meta.sorted_fields)
    store.connections.tuples(f"CREATE TABLE {moves} ({columns})")
    yield
    store.connections.tuples(f"DROP TABLE {moves}")
    for name in later:
        store.connections.tuples(f"ALTER TABLE orders DROP COLUMN {name}")
