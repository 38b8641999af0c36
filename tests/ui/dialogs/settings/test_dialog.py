"""The dialog of the settings."""

from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.own import OwnChoices
from photon_desktop.settings.setting import Group
from photon_desktop.settings.table import SETTINGS
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.design import DARK, LIGHT, Theme
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from photon_desktop.ui.stylesheet import apply_theme

CONFIDENCE, POSITION, SHORT = "limits.minimum_confidence", "limits.maximum_position", "limits.allow_short"
EVIDENCE, COOLDOWN = "policy.evidence", "policy.cooldown_bars"
METHOD, NOTIONAL, AT_RISK = "sizing.method", "sizing.notional", "sizing.at_risk"


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(dialog: SettingsDialog) -> list[Choices]:
    heard: list[Choices] = []
    dialog.chosen.connect(heard.append)
    return heard


def number(dialog: SettingsDialog, key: str) -> QLineEdit:
    field = dialog.pages.rows[key].editor.field
    assert isinstance(field, QLineEdit)
    return field


def choice(dialog: SettingsDialog, key: str) -> QComboBox:
    field = dialog.pages.rows[key].editor.field
    assert isinstance(field, QComboBox)
    return field


def changeable(dialog: SettingsDialog) -> set[str]:
    rows = dialog.pages.rows_of(Group.SIZING)
    return {row.setting.key.removeprefix("sizing.") for row in rows if row.editor.field.isEnabled()}


def choose(dialog: SettingsDialog, words: str) -> None:
    choice(dialog, METHOD).setCurrentText(words)


def test_it_can_be_built_a_few_rows_a_step(qtbot: QtBot) -> None:
    made = SettingsDialog(is_whole=False)
    qtbot.addWidget(made)
    counts = [0, *(len(made.pages.rows) for _ in made.building)]
    assert len(counts) > 5
    assert max(after - before for before, after in pairwise(counts)) <= 4
    assert list(made.pages.rows) == [setting.key for setting in SETTINGS]
    assert made.list.currentRow() == 0


def test_every_setting_shows_its_value_default_bounds_and_sentence(dialog: SettingsDialog) -> None:
    assert list(dialog.pages.rows) == [setting.key for setting in SETTINGS]
    row = dialog.pages.rows[CONFIDENCE]
    assert number(dialog, CONFIDENCE).text() == "40"
    assert row.facts.text() == "default 40% · 0% to 100%"
    assert row.description.text() == "A decision that is less sure than this opens no position."


def test_a_page_shows_its_own_settings_only(dialog: SettingsDialog) -> None:
    dialog.show_group(Group.SIZING)
    shown = {key for key, row in dialog.pages.rows.items() if row.isVisible()}
    assert shown == {setting.key for setting in SETTINGS if setting.key.startswith("sizing.")}


def test_what_is_typed_and_applied_is_told_exactly_once(dialog: SettingsDialog, told: list[Choices]) -> None:
    assert not dialog.apply_button.isEnabled()
    dialog.show_group(Group.ORDERS)
    number(dialog, CONFIDENCE).setText("35.5")
    assert dialog.apply_button.isEnabled()
    dialog.apply_button.click()
    dialog.ok.click()
    assert told == [Choices.of({CONFIDENCE: Decimal("0.355")})]
    assert not dialog.isVisible()


def test_enter_applies_and_closes_and_escape_leaves_all_as_it_was(
    dialog: SettingsDialog, told: list[Choices], qtbot: QtBot
) -> None:
    number(dialog, COOLDOWN).setText("7")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (told, dialog.isVisible()) == ([], False)
    dialog.show()
    qtbot.keyClick(number(dialog, COOLDOWN), Qt.Key.Key_Return)
    assert told == [Choices.of({COOLDOWN: 7})]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("120", "Largest position is 120%; it lies above 0% and up to 100%."),
        ("0", "Largest position is 0%; it lies above 0% and up to 100%."),
        ("", "Largest position is empty; it lies above 0% and up to 100%."),
        ("much", "'much' is not a number; write one like 100000 or 0.5."),
        ("0,5", "'0,5' is not clear; write decimals behind a point, like 0.5."),
    ],
)
def test_what_lies_beyond_a_bound_is_said_in_a_sentence_and_can_not_be_applied(
    dialog: SettingsDialog, told: list[Choices], typed: str, sentence: str
) -> None:
    dialog.show_group(Group.ORDERS)
    number(dialog, POSITION).setText(typed)
    row = dialog.pages.rows[POSITION]
    assert (row.fault_line.text(), row.fault_line.isVisible()) == (sentence, True)
    assert dialog.status.text() == f"▲ {sentence}"
    assert not dialog.ok.isEnabled()
    assert not dialog.apply_button.isEnabled()
    assert "▲" in dialog.list.item(1).text()
    assert not dialog.apply()
    assert told == []
    number(dialog, POSITION).setText("20%")
    assert (row.fault, dialog.ok.isEnabled()) == ("", True)


@pytest.mark.parametrize("typed", ["nan", "Infinity", "-1", "1e9", "1.5"])
def test_no_number_of_bars_that_is_none_gets_through(dialog: SettingsDialog, typed: str) -> None:
    number(dialog, COOLDOWN).setText(typed)
    assert dialog.pages.rows[COOLDOWN].value is None


def test_an_address_is_told_as_it_is_typed_and_what_is_none_is_refused_beside_the_field(
    dialog: SettingsDialog, told: list[Choices]
) -> None:
    row = dialog.pages.rows["backtest.dask_scheduler"]
    number(dialog, "backtest.dask_scheduler").setText("10.0.0.5")
    assert row.fault == "Dask scheduler is '10.0.0.5'; it is an address like tcp://192.168.1.20:8786, or empty."
    assert not dialog.apply_button.isEnabled()
    number(dialog, "backtest.dask_scheduler").setText(" tcp://10.0.0.5:8786 ")
    dialog.apply_button.click()
    assert told[-1]["backtest.dask_scheduler"] == "tcp://10.0.0.5:8786"


def test_several_faults_are_counted_and_their_pages_named(dialog: SettingsDialog) -> None:
    number(dialog, POSITION).setText("120")
    number(dialog, COOLDOWN).setText("many")
    assert dialog.status.text() == "▲ 2 values can't be applied; see Risk: orders, Risk: account."


def test_a_changed_value_is_marked_by_sign_and_word_and_put_back_alone(dialog: SettingsDialog) -> None:
    dialog.show_choices(Choices.of({CONFIDENCE: Decimal("0.3"), POSITION: Decimal("0.2")}))
    dialog.show_group(Group.ORDERS)
    row = dialog.pages.rows[CONFIDENCE]
    assert (row.mark.text(), row.mark.isVisible()) == ("● changed", True)
    assert dialog.list.item(1).text() == "Risk: orders  ● 2"
    row.reset_button.click()
    assert number(dialog, CONFIDENCE).text() == "40"
    assert not row.mark.isVisible()
    assert dialog.list.item(1).text() == "Risk: orders  ● 1"
    assert dialog.apply_button.isEnabled()


def test_a_page_is_put_back_as_a_whole_and_the_others_stay(dialog: SettingsDialog, told: list[Choices]) -> None:
    dialog.show_choices(Choices.of({CONFIDENCE: Decimal("0.3"), POSITION: Decimal("0.2"), COOLDOWN: 9}))
    dialog.show_group(Group.ORDERS)
    dialog.reset_page.click()
    assert not dialog.reset_page.isEnabled()
    dialog.apply_button.click()
    assert told == [Choices.of({COOLDOWN: 9})]


def test_choices_and_switches_are_told_as_well(dialog: SettingsDialog, told: list[Choices]) -> None:
    choice(dialog, EVIDENCE).setCurrentIndex(1)
    box = dialog.pages.rows[SHORT].editor.field
    assert isinstance(box, QCheckBox)
    box.click()
    dialog.apply_button.click()
    assert told == [Choices.of({EVIDENCE: "only with evidence", SHORT: True})]


def test_going_back_to_what_holds_leaves_nothing_to_apply(dialog: SettingsDialog, told: list[Choices]) -> None:
    choice(dialog, EVIDENCE).setCurrentIndex(1)
    choice(dialog, EVIDENCE).setCurrentIndex(0)
    assert not dialog.apply_button.isEnabled()
    dialog.ok.click()
    assert told == []


def test_what_holds_takes_the_place_of_what_was_typed(dialog: SettingsDialog) -> None:
    number(dialog, POSITION).setText("120")
    dialog.show_choices(DEFAULTS)
    assert (number(dialog, POSITION).text(), dialog.ok.isEnabled()) == ("15", True)


def test_words_find_settings_on_every_page(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    dialog.search.setText("after LOSS")
    assert [key for key, row in dialog.pages.rows.items() if row.isVisible()] == ["policy.cooldown_after_loss"]
    dialog.search.setText("leverage")
    assert not any(row.isVisible() for row in dialog.pages.rows.values())
    dialog.search.clear()
    assert dialog.pages.rows["model.type"].isVisible()


def test_what_can_be_chosen_is_found_by_its_words(dialog: SettingsDialog) -> None:
    dialog.search.setText("fixed notional")
    assert [key for key, row in dialog.pages.rows.items() if row.isVisible()] == [METHOD, NOTIONAL]


def test_only_the_settings_of_the_chosen_method_can_be_changed_and_the_others_say_why(dialog: SettingsDialog) -> None:
    dialog.show_group(Group.SIZING)
    assert changeable(dialog) == {"method", "largest_position", "at_risk", "daily_volatility"}
    row = dialog.pages.rows[NOTIONAL]
    assert row.description.text() == "Not used while the sizing method is balanced."
    assert row.editor.field.accessibleDescription() == row.description.text()
    choose(dialog, "Capped Kelly")
    assert changeable(dialog) == {"method", "kelly_fraction", "largest_position"}
    assert row.description.text() == "Not used while the sizing method is capped Kelly."
    choose(dialog, "Fixed notional")
    assert changeable(dialog) == {"method", "notional"}
    assert row.description.text() == row.setting.description
    dialog.reset_page.click()
    assert changeable(dialog) == {"method", "largest_position", "at_risk", "daily_volatility"}


def test_a_method_is_told_with_its_amount_and_shown_again(dialog: SettingsDialog, told: list[Choices]) -> None:
    choose(dialog, "Fixed notional")
    number(dialog, NOTIONAL).setText("500")
    dialog.apply_button.click()
    assert told == [Choices.of({METHOD: "fixed_notional", NOTIONAL: Decimal(500)})]
    dialog.show_choices(DEFAULTS)
    assert (choice(dialog, METHOD).currentText(), changeable(dialog)) == (
        "Balanced",
        {"method", "largest_position", "at_risk", "daily_volatility"},
    )
    dialog.show_choices(told[0])
    assert (number(dialog, NOTIONAL).text(), changeable(dialog)) == ("500", {"method", "notional"})


def test_a_value_that_can_not_be_applied_stays_open_to_be_put_right_though_it_does_not_count(
    dialog: SettingsDialog,
) -> None:
    number(dialog, AT_RISK).setText("90")
    choose(dialog, "Share of equity")
    assert number(dialog, AT_RISK).isEnabled()
    assert not dialog.ok.isEnabled()
    number(dialog, AT_RISK).setText("1")
    assert not number(dialog, AT_RISK).isEnabled()
    assert dialog.ok.isEnabled()


def test_everything_that_can_be_used_has_a_name_for_those_who_do_not_see_it(dialog: SettingsDialog) -> None:
    usable = [row.editor.field for row in dialog.pages.rows.values()]
    usable += [row.reset_button for row in dialog.pages.rows.values()]
    usable += [dialog.search, dialog.list, dialog.ok, dialog.cancel, dialog.apply_button, dialog.reset_page]
    names = [widget.accessibleName() for widget in usable]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(widget.objectName() for widget in usable)
    assert dialog.objectName() == "settingsDialog"


def test_tab_goes_from_the_pages_through_a_page_to_the_buttons(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_group(Group.SIZING)
    dialog.activateWindow()
    dialog.list.setFocus()
    rows = dialog.pages.rows
    used = (METHOD, "sizing.largest_position", "sizing.at_risk", "sizing.daily_volatility")
    fields = [rows[key].editor.field for key in used]
    met: list[QWidget | None] = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [*fields, dialog.ok, dialog.cancel]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_nothing_is_cut_at_the_usual_size(dialog: SettingsDialog, qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    assert (dialog.width() <= 1_280, dialog.height() <= 800) == (True, True)
    dialog.show_choices(Choices.of({CONFIDENCE: Decimal("0.3"), COOLDOWN: 9}))
    for group in Group:
        dialog.show_group(group)
        qapp.processEvents()
        assert dialog.pages.verticalScrollBar().maximum() == 0
        for row in dialog.pages.rows_of(group):
            for label in (row.name, row.facts, row.mark):
                assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
        dialog.scope.choice.setCurrentIndex(1)
        qapp.processEvents()
        for row in dialog.pages.rows_of(group):
            for label in (row.name, row.facts, row.mark):
                assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
        dialog.scope.choice.setCurrentIndex(0)


SAVINGS = Profile("Savings", "paper-3", AccountMode.PAPER, "demo")
SHARED = Choices.of({CONFIDENCE: Decimal("0.3")})


@pytest.fixture
def told_own(dialog: SettingsDialog) -> list[OwnChoices]:
    heard: list[OwnChoices] = []
    dialog.own_chosen.connect(heard.append)
    dialog.show_choices(SHARED, OwnChoices.of({COOLDOWN: 4}), SAVINGS)
    return heard


def test_the_dialog_speaks_for_all_accounts_until_one_is_chosen(
    dialog: SettingsDialog, told_own: list[OwnChoices]
) -> None:
    assert dialog.scope.choice.currentText() == "All accounts"
    assert (number(dialog, CONFIDENCE).text(), number(dialog, COOLDOWN).text()) == ("30", "1")
    dialog.scope.choice.setCurrentIndex(1)
    assert dialog.scope.choice.currentText() == "Only Savings"
    assert (number(dialog, CONFIDENCE).text(), number(dialog, COOLDOWN).text()) == ("30", "4")
    assert "These count for Savings alone" in dialog.status.text()
    assert dialog.pages.rows[CONFIDENCE].facts.text() == "shared 30% · 0% to 100%"
    assert dialog.list.item(2).text() == "Risk: account  ● 1"
    assert told_own == []


def test_an_own_value_is_marked_told_and_given_back_to_all_accounts(
    dialog: SettingsDialog, told: list[Choices], told_own: list[OwnChoices]
) -> None:
    dialog.scope.choice.setCurrentIndex(1)
    dialog.show_group(Group.ORDERS)
    number(dialog, CONFIDENCE).setText("80")
    row = dialog.pages.rows[CONFIDENCE]
    assert (row.mark.text(), row.mark.isVisible(), row.reset_button.text()) == ("● own", True, "Use shared")
    dialog.apply_button.click()
    assert told_own == [OwnChoices.of({CONFIDENCE: Decimal("0.8"), COOLDOWN: 4})]
    row.reset_button.click()
    assert (number(dialog, CONFIDENCE).text(), row.mark.isVisible()) == ("30", False)
    dialog.apply_button.click()
    assert told_own[-1] == OwnChoices.of({COOLDOWN: 4})
    dialog.scope.choice.setCurrentIndex(0)
    assert (told, number(dialog, COOLDOWN).text()) == ([], "1")


def test_a_value_typed_as_it_is_shared_is_the_accounts_own_from_then_on(
    dialog: SettingsDialog, told_own: list[OwnChoices]
) -> None:
    dialog.scope.choice.setCurrentIndex(1)
    number(dialog, CONFIDENCE).setText("31")
    number(dialog, CONFIDENCE).setText("30")
    dialog.apply_button.click()
    assert told_own == [OwnChoices.of({CONFIDENCE: Decimal("0.3"), COOLDOWN: 4})]


def test_nobody_turns_to_another_account_over_what_is_not_applied(
    dialog: SettingsDialog, told_own: list[OwnChoices]
) -> None:
    number(dialog, CONFIDENCE).setText("80")
    assert not dialog.scope.choice.isEnabled()
    dialog.apply_button.click()
    assert dialog.scope.choice.isEnabled()
    assert told_own == []


def test_what_belongs_to_no_account_alone_can_not_be_changed_for_one(
    dialog: SettingsDialog, told_own: list[OwnChoices]
) -> None:
    dialog.scope.choice.setCurrentIndex(1)
    row = dialog.pages.rows["model.type"]
    assert (row.editor.isEnabled(), row.facts.text()) == (False, "set for all accounts")
    dialog.scope.choice.setCurrentIndex(0)
    assert row.editor.isEnabled()
    assert told_own == []
