"""A file's format between guess and import."""

from dataclasses import replace

import pytest

from photon_desktop.market.importer.questions import Question
from photon_desktop.market.importer.vocabulary import Role
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.csv_import.form.choices import FIELD_CHOICES, words_of
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft, needs_reading
from tests.ui.dialogs.csv_import.made_files import GUESS, ORDER_QUESTION, SYMBOL_QUESTION, opened

NAMELESS = replace(GUESS, symbol=None)


def test_a_guess_without_questions_is_ready_and_unchanged() -> None:
    draft = Draft.of(opened())
    assert draft.changed == frozenset()
    assert draft.obstacle == ""


def test_a_changed_field_is_known_and_can_be_taken_back() -> None:
    draft = Draft.of(opened()).with_value("delimiter", ",").with_value("interval", Interval.DAY_1)
    assert draft.changed == {"delimiter", "interval"}
    assert (draft.format.delimiter, draft.format.interval) == (",", Interval.DAY_1)
    assert draft.as_guessed("delimiter").changed == {"interval"}


def test_a_question_stands_in_the_way_until_its_field_is_settled() -> None:
    draft = Draft.of(opened(NAMELESS, SYMBOL_QUESTION, ORDER_QUESTION))
    assert set(draft.questions) == {"symbol", "time_format"}
    assert draft.obstacle == SYMBOL_QUESTION.sentence
    named = draft.with_value("symbol", " BTCUSDT ")
    assert named.format.symbol == "BTCUSDT"
    assert named.obstacle == ORDER_QUESTION.sentence
    assert named.with_value("time_format", GUESS.time_format).obstacle == ""


def test_a_guess_can_be_the_answer_and_is_then_no_change() -> None:
    draft = Draft.of(opened(GUESS, ORDER_QUESTION)).with_value("time_format", GUESS.time_format)
    assert draft.questions == {}
    assert draft.changed == frozenset()
    assert set(draft.as_guessed("time_format").questions) == {"time_format"}


@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        ("symbol", "../evil", "can't be a symbol"),
        ("symbol", "  ", "The symbol is empty"),
        ("zone", "Europe/Zu", "'Europe/Zu' is not known"),
        ("time_format", "", "The time format is empty"),
    ],
)
def test_what_can_not_be_taken_is_said_and_stands_in_the_way(field: str, text: str, part: str) -> None:
    draft = Draft.of(opened()).with_value(field, text)
    assert part in draft.refusal(field)
    assert draft.obstacle == draft.refusal(field)
    assert draft.format == GUESS
    assert draft.as_guessed(field).obstacle == ""


def test_a_refused_text_is_forgotten_once_a_good_one_is_written() -> None:
    draft = Draft.of(opened()).with_value("zone", "Eu").with_value("zone", "Europe/Zurich")
    assert draft.obstacle == ""
    assert draft.format.zone == "Europe/Zurich"


@pytest.mark.parametrize("zone", ["UTC", "+03:00", "UTC-5", "America/New_York"])
def test_zones_can_be_places_and_offsets(zone: str) -> None:
    assert Draft.of(opened()).with_value("zone", zone).format.zone == zone


def test_a_column_without_role_stands_in_the_way() -> None:
    draft = Draft.of(opened()).with_column(4, ())
    assert draft.obstacle == "Choose which column holds the close."
    assert not draft.can_be_read
    fixed = draft.with_column(6, (Role.CLOSE,))
    assert fixed.obstacle == ""
    assert fixed.format.close_column == 6
    assert fixed.changed == {"columns"}
    assert fixed.as_guessed("columns").changed == frozenset()


def test_a_file_without_symbol_or_interval_waits_for_them_even_if_nobody_asks() -> None:
    draft = Draft.of(opened(replace(GUESS, symbol=None, interval=None)))
    assert draft.obstacle == "Write the symbol the bars are of."
    assert draft.with_value("symbol", "AAPL").obstacle == "Choose how long a bar is."


def test_the_line_of_names_can_be_taken_for_data_and_back() -> None:
    draft = Draft.of(opened()).with_value("header", False)
    assert (draft.format.header, draft.format.skipped_lines) == ((), 0)
    assert draft.changed == {"header"}
    assert draft.as_guessed("header").format == GUESS
    assert draft.with_value("header", True).format.skipped_lines == 1


def test_only_a_name_leaves_the_bars_as_they_are() -> None:
    assert not needs_reading("symbol")
    assert all(needs_reading(field) for field in FIELD_CHOICES)


def test_values_have_words_and_unknown_ones_speak_for_themselves() -> None:
    assert words_of("delimiter", ";") == "Semicolon  ;"
    assert words_of("delimiter", "~") == "~"
    assert words_of("symbol", None) == ""


def test_what_comes_out_while_reading_is_asked_too() -> None:
    question = Question("ticker", "There are several symbols; choose one.", ("AAPL", "MSFT"))
    draft = Draft.of(opened()).asked(question)
    assert draft.obstacle == question.sentence
    assert draft.with_value("ticker", "MSFT").obstacle == ""


def test_a_guess_can_be_settled_as_it_stands() -> None:
    asked = Question("columns", "There is one column of prices; say whether it shall be all four.", ("Close",))
    draft = Draft.of(opened(GUESS, asked)).with_answer("columns")
    assert draft.obstacle == ""
    assert draft.changed == frozenset()


def test_a_table_file_has_no_letters_to_choose_about() -> None:
    assert Draft.of(opened()).is_text
    assert not Draft.of(opened(replace(GUESS, encoding="feather"))).is_text
