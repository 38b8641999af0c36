"""What floors below keep in closed sets is marked to be said in the user's language, word for word."""

from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.backtest.sweep import names_of
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.trial import MODELS, RULE_NAMES, Trial
from photon_desktop.market import download
from photon_desktop.market.importer.vocabulary import Role
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metric_words import METRIC_WORDS
from photon_desktop.trading.passport import ADJUSTMENTS
from photon_desktop.ui import words_from_below
from photon_desktop.ui.dialogs.backtest.figures_table import FIGURES
from photon_desktop.ui.dialogs.csv_import.form.columns import role_words


def test_every_metric_of_the_wizard_has_its_words_from_the_one_table() -> None:
    keys = {figure.key for figure in FIGURES}
    assert {figure.key for figure in FIGURES if not figure.words} == keys & set(METRIC_WORDS)
    titles = {METRIC_WORDS[key].title for key in METRIC_WORDS}
    formulas = {METRIC_WORDS[key].formula for key in METRIC_WORDS}
    assert titles <= set(words_from_below.METRIC_TITLES)
    assert formulas <= set(words_from_below.METRIC_FORMULAS)


def test_every_strategy_has_a_name_that_is_marked() -> None:
    assert {strategy_name(code) for code in (*MODELS, *RULE_NAMES)} == set(words_from_below.STRATEGIES)


def test_every_parameter_that_can_be_swept_is_marked() -> None:
    rules = [Trial("DEMO-BTC", Interval.HOUR_1, name).rule() for name in RULE_NAMES]
    swept = {name.replace("_", " ") for rule in (None, *rules) for name in names_of(rule)}
    assert swept - set(words_from_below.PARAMETERS) == set()


def test_reasons_periods_and_adjustments_are_marked() -> None:
    assert {reason.value for reason in ExitReason} == set(words_from_below.EXIT_REASONS)
    assert download.PERIODS == words_from_below.PERIODS
    assert set(ADJUSTMENTS) == set(words_from_below.ADJUSTMENTS)


def test_every_role_of_a_column_has_its_word() -> None:
    assert [role_words((role,)) for role in Role] == [role.value for role in Role]
