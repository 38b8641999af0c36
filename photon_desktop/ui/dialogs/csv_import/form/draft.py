"""How a file is read as far as it is settled: the guess, what a person changed, and what is still to be answered."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from photon_desktop.errors import PhotonError, ValueRefusedError
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.questions import Question
from photon_desktop.market.importer.zones import fixed_offset_s, zone_of
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.csv_import.form.choices import FIELD_WORDS, TABLE_KINDS, Value
from photon_desktop.ui.dialogs.csv_import.form.columns import ColumnPlan, Roles, missing_sentence
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import OpenedFile

QUESTION_FIELDS = {
    "file": "member", "ticker": "ticker", "symbol": "symbol", "interval": "interval", "columns": "columns",
    "date order": "time_format", "zone": "zone",
}  # fmt: skip
_NOT_READ_ANEW = ("symbol",)  # a name changes no bar


@dataclass(frozen=True, slots=True)
class Draft:
    """A file, the format first guessed for it, and the format as it stands now.

    `answered` names the fields that a person settled, though the guess may stand in them; `refused` is why what was
    typed into a field can't be taken.
    """

    opened: "OpenedFile"
    guess: Format
    format: Format
    columns: ColumnPlan
    answered: frozenset[str] = frozenset()
    refused: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, opened: "OpenedFile") -> "Draft":
        """The guess as it was made."""
        return cls(opened, opened.format, opened.format, ColumnPlan.of(opened.format))

    def with_value(self, field: str, value: Value) -> "Draft":
        """Set one field and count its question as answered. A value that can't be taken is told by `refusal`."""
        try:
            changed = _changed(self.format, field, value)
        except PhotonError as error:
            return replace(self, refused=(*self._refused_without(field), (field, said(str(error)))))
        return replace(self, format=changed, refused=self._refused_without(field), answered=self.answered | {field})

    def with_answer(self, field: str) -> "Draft":
        """Count a field as settled with what stands in it."""
        return replace(self, answered=self.answered | {field})

    def asked(self, question: Question) -> "Draft":
        """Ask something that came out later."""
        others = tuple(other for other in self.opened.questions if other.about != question.about)
        opened = replace(self.opened, questions=(*others, question))
        return replace(self, opened=opened, answered=self.answered - {QUESTION_FIELDS[question.about]})

    def with_column(self, column: int, roles: Roles) -> "Draft":
        """Have a column hold exactly `roles`."""
        plan = self.columns.with_roles(column, roles)
        format_ = self.format if plan.missing else plan.applied_to(self.format)
        return replace(self, columns=plan, format=format_, answered=self.answered | {"columns"})

    def regarded(self, opened: "OpenedFile") -> "Draft":
        """Go on with what the file looks like under the present format."""
        return replace(self, opened=opened, format=opened.format, columns=ColumnPlan.of(opened.format))

    def as_guessed(self, field: str) -> "Draft":
        """Take the guess again for one field; its question, if there was one, is open again."""
        answered = self.answered - {field}
        refused = self._refused_without(field)
        if field == "columns":
            plan = ColumnPlan.of(self.guess)
            return replace(self, columns=plan, format=plan.applied_to(self.format), answered=answered, refused=refused)
        names = ("header", "skipped_lines") if field == "header" else (field,)
        guessed = {name: getattr(self.guess, name) for name in names}
        return replace(self, format=replace(self.format, **guessed), answered=answered, refused=refused)

    def value(self, field: str) -> Value | None:
        """What stands in a field; for "header" whether columns are named."""
        return _value(self.format, field)

    def guessed_value(self, field: str) -> Value | None:
        """What was guessed for a field."""
        return _value(self.guess, field)

    @property
    def changed(self) -> frozenset[str]:
        """The fields that differ from the guess."""
        names = {name for name in FIELD_WORDS if name != "columns" and self.value(name) != self.guessed_value(name)}
        return frozenset(names | ({"columns"} if self.columns != ColumnPlan.of(self.guess) else set()))

    @property
    def is_text(self) -> bool:
        """Whether the file is written in letters, so that encoding, delimiter and the like mean anything."""
        return self.format.encoding not in TABLE_KINDS

    def refusal(self, field: str) -> str:
        """Why what was typed into a field can't be taken; empty when it can."""
        return dict(self.refused).get(field, "")

    @property
    def questions(self) -> dict[str, Question]:
        """The questions still open, by the field that answers them."""
        asked = {QUESTION_FIELDS.get(question.about, question.about): question for question in self.opened.questions}
        return {field: question for field, question in asked.items() if field not in self.answered}

    @property
    def obstacle(self) -> str:
        """In one sentence what must be settled before the file can be imported; empty when all is."""
        if self.refused:
            return self.refused[0][1]
        if self.columns.missing:
            return missing_sentence(self.columns)
        if self.questions:
            return next(iter(self.questions.values())).sentence
        if not self.format.symbol:
            return tr("Write the symbol the bars are of.")
        return "" if self.format.interval is not None else tr("Choose how long a bar is.")

    @property
    def can_be_read(self) -> bool:
        """Whether the columns make a whole and nothing was refused, so that reading says something."""
        return not self.columns.missing and not self.refused

    def _refused_without(self, field: str) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in self.refused if pair[0] != field)


def needs_reading(field: str) -> bool:
    """Whether a change of this field can change a bar or what is said about them."""
    return field not in _NOT_READ_ANEW


def _value(format_: Format, field: str) -> Value | None:
    if field == "header":
        return bool(format_.header)
    value: Value | None = getattr(format_, field)
    return value


def _changed(format_: Format, field: str, value: Value) -> Format:
    """Raises ValueRefusedError or UnknownSymbolError, with what to write instead, for what can't be taken."""
    if isinstance(value, str) and not isinstance(value, Interval) and field != "thousands":
        value = value if field == "delimiter" else value.strip()
        if not value:
            raise ValueRefusedError(
                tr("The {field} is empty; choose or write one.").format(field=tr(FIELD_WORDS[field]).lower())
            )
    if field == "interval":
        value = Interval.parse(str(value))
    if field == "symbol":
        check_symbol(str(value))
    if field == "zone" and fixed_offset_s(str(value)) is None:
        zone_of(str(value))
    if field == "header":
        return _with_names(format_) if value else _without_names(format_)
    parsed: dict[str, Any] = {field: value}
    return replace(format_, **parsed)


def _without_names(format_: Format) -> Format:
    """Take the line of names for a row of data."""
    return replace(format_, header=(), skipped_lines=max(0, format_.skipped_lines - 1)) if format_.header else format_


def _with_names(format_: Format) -> Format:
    """Take the first row of data for the names; what they are is read from the file."""
    if format_.header:
        return format_
    names = tuple(f"column {number}" for number in range(1, format_.width + 1))
    return replace(format_, header=names, skipped_lines=format_.skipped_lines + 1)
