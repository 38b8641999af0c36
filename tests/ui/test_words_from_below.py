"""What the floors below say in a few fixed words is collected, so that every language can have it."""

import pytest

from photon_desktop.desks.exchange.preflight_run import LINES
from photon_desktop.market.passport import usual_provenance
from photon_desktop.settings.setting import Group, Kind, Setting
from photon_desktop.settings.table import SETTINGS
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui import words_from_below as words
from photon_desktop.ui.dialogs.settings.words import bounds_words, value_words


def test_every_word_of_the_settings_table_is_listed() -> None:
    assert set(words.SETTING_GROUPS) == {group.value for group in Group}
    assert set(words.SETTING_LABELS) == {setting.label for setting in SETTINGS}
    assert set(words.SETTING_DESCRIPTIONS) == {setting.description for setting in SETTINGS}
    assert set(words.SETTING_CHOICES) == {words for setting in SETTINGS for words in setting.choices.values()}
    assert set(words.SETTING_UNITS) == {setting.unit for setting in SETTINGS} - {""}


def test_every_line_of_the_card_of_checks_is_listed() -> None:
    assert set(words.CHECKS) == set(LINES)


def test_every_usual_origin_of_bars_is_listed() -> None:
    assert set(words.ORIGINS) == {usual_provenance(source).origin for source in ("bybit", "yahoo", "csv", "demo")}


def test_every_kind_of_instrument_is_listed_as_it_is_and_as_a_choice_begins_with_it() -> None:
    kinds = [kind.value for kind in InstrumentKind]
    assert set(words.INSTRUMENT_KINDS) == {*kinds, *(kind.capitalize() for kind in kinds)}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_in_english_values_and_bounds_read_as_the_table_says_them(setting: Setting) -> None:
    values = [setting.default]
    if setting.kind not in (Kind.CHOICE, Kind.SWITCH, Kind.ADDRESS):
        whole = setting.kind is Kind.WHOLE
        values += [int(bound) if whole else bound for bound in (setting.least, setting.most)]
        values += [1] if whole else []
    assert [value_words(setting, value) for value in values] == [setting.words(value) for value in values]
    assert bounds_words(setting) == setting.bounds
