"""SQL that puts a row into a table, made once: Peewee builds it anew for each row, which takes longer than the row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peewee import AutoField, Field, Model


@dataclass(frozen=True, slots=True)
class Insertion:
    """`sql` with a place for each of `columns`: a field's name, and what it stores of a value."""

    sql: str
    columns: tuple[tuple[str, Callable[[object], object]], ...]

    def row(self, values: Mapping[str, object]) -> Sequence[object]:
        """What stands in the places, each value as its own field stores it; KeyError where one is missing."""
        return [convert(values[name]) for name, convert in self.columns]


@cache
def inserting(model: type[Model]) -> Insertion:
    """Puts a new row into the table of `model`, whose number SQLite gives where it has one."""
    meta: Any = model._meta
    fields = [field for field in meta.sorted_fields if not isinstance(field, AutoField)]
    names = ", ".join(map(_name, fields))
    places = ", ".join("?" for _ in fields)
    sql = f'INSERT INTO "{meta.table_name}" ({names}) VALUES ({places})'
    return Insertion(sql, tuple((field.name, field.db_value) for field in fields))


@cache
def replacing(model: type[Model]) -> Insertion:
    """Puts a row into the table of `model`, or its values into the row with the same key."""
    meta: Any = model._meta
    insertion, keys = inserting(model), [_name(field) for field in meta.get_primary_keys()]
    others = [name for name in map(_name, meta.sorted_fields) if name not in keys]
    taken = ", ".join(f"{name} = excluded.{name}" for name in others)
    return Insertion(f"{insertion.sql} ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {taken}", insertion.columns)


def _name(field: Field) -> str:
    return f'"{field.column_name}"'
