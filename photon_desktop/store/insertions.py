"""SQL that puts a row into a table, made once: Peewee builds it anew for each row, which takes longer than the row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peewee import AutoField, Model


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
    return _insertion("INSERT", model)


@cache
def replacing(model: type[Model]) -> Insertion:
    """Puts a row into the table of `model` in place of that with the same key."""
    return _insertion("INSERT OR REPLACE", model)


def _insertion(verb: str, model: type[Model]) -> Insertion:
    meta: Any = model._meta
    fields = tuple(field for field in meta.sorted_fields if not isinstance(field, AutoField))
    names = ", ".join(f'"{field.column_name}"' for field in fields)
    places = ", ".join("?" for _ in fields)
    sql = f'{verb} INTO "{meta.table_name}" ({names}) VALUES ({places})'
    return Insertion(sql, tuple((field.name, field.db_value) for field in fields))
