"""Columns that hold more than SQLite's own kinds of value."""

import json
from decimal import Decimal
from typing import Any

from peewee import TextField

from photon_desktop.trading.money import exact, plain


def decimal_text(value: Decimal | None) -> str | None:
    """What is stored of an exact decimal: its plain text. Refuses what is no finite number (ValueRefusedError)."""
    return None if value is None else plain(exact(value))


class DecimalTextField(TextField):
    """An exact decimal, kept as its plain text. Refuses what is no finite number (ValueRefusedError)."""

    def db_value(self, value: Decimal | None) -> str | None:
        """The text that is stored."""
        return decimal_text(value)

    def python_value(self, value: str | None) -> Decimal | None:
        """The number that was stored."""
        return None if value is None else Decimal(value)


class JsonTextField(TextField):
    """A JSON value, kept as text; floats come back as the same floats."""

    def db_value(self, value: object) -> str:
        """The text that is stored."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def python_value(self, value: str) -> Any:
        """The value that was stored."""
        return json.loads(value)


class StrictJsonTextField(JsonTextField):
    """One that refuses numbers which JSON can't say (ValueError): NaN and the infinite ones."""

    def db_value(self, value: object) -> str:
        """The text that is stored."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
