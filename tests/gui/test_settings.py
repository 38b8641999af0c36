"""Settings in the whole program: applied, they govern the next decision; stored, they outlive a restart."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from photon_desktop.application import Rules
from photon_desktop.desktop import Desktop
from photon_desktop.errors import StoreFullError
from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.settings.setting import Group
from photon_desktop.settings.table import SETTINGS
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import MessageType, TradeDecision
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from tests.gui.desktops import FIT_S, run_shown, until

CONFIDENCE, COMMISSION, METHOD = "limits.minimum_confidence", "costs.commission_rate", "sizing.method"
FAST = 7_200.0


def decisions(store: Store) -> list[TradeDecision]:
    payloads = (item.message.payload for item in store.messages.of_type(MessageType.TRADE_DECISION, 200))
    return [payload for payload in payloads if isinstance(payload, TradeDecision)]


def shown(desktop: Desktop) -> list[SettingsDialog]:
    return [dialog for dialog in desktop.window.findChildren(SettingsDialog) if dialog.isVisible()]


def titles(desktop: Desktop) -> list[str]:
    return [problem.title for problem in desktop.window.banner.problems]


def write(desktop: Desktop, key: str, text: str) -> None:
    field = desktop.settings_desk.open().pages.rows[key].editor.field
    assert isinstance(field, QLineEdit)
    field.setText(text)


@pytest.mark.slow
def test_what_is_applied_governs_the_next_decision_and_a_later_session(qapp: QApplication, tmp_path: Path) -> None:
    chosen = Choices.of({CONFIDENCE: Decimal("0.9"), COMMISSION: Decimal("0.002"), METHOD: "share"})

    async def change(desktop: Desktop) -> None:
        store = desktop.application.store
        desktop.window.speed_changed.emit(FAST)
        await until(lambda: decisions(store))
        desktop.window.actions_by_name["actionSettings"].trigger()
        write(desktop, CONFIDENCE, "90")
        write(desktop, COMMISSION, "0.2")
        methods = desktop.settings_desk.open().pages.rows[METHOD].editor.field
        assert isinstance(methods, QComboBox)
        methods.setCurrentText("Share of equity")
        desktop.settings_desk.open().ok.click()
        await until(lambda: decisions(store)[0].settings)
        assert decisions(store)[0].settings == {CONFIDENCE: 0.9, COMMISSION: 0.002, METHOD: "share"}
        assert decisions(store)[-1].settings == {}
        assert desktop.application.rules.choices == chosen

    async def look_again(desktop: Desktop) -> None:
        assert desktop.application.rules.choices == chosen
        assert desktop.application.rules.provisional_bars > 0
        field = desktop.settings_desk.open().pages.rows[CONFIDENCE].editor.field
        assert isinstance(field, QLineEdit)
        assert field.text() == "90"
        desktop.settings_desk.open().close()

    run_shown(qapp, lambda: Desktop(tmp_path), change)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)


def test_the_dialog_is_built_step_by_step_and_shown_once_it_is_whole(qapp: QApplication, tmp_path: Path) -> None:
    async def look(desktop: Desktop) -> None:
        settings = desktop.window.actions_by_name["actionSettings"]
        settings.trigger()
        assert shown(desktop) == []
        settings.trigger()  # once more meanwhile
        await until(lambda: shown(desktop))
        [dialog] = shown(desktop)
        assert list(dialog.pages.rows) == [setting.key for setting in SETTINGS]
        assert dialog.list.count() == len(Group) + len(desktop.settings_desk.added_pages)
        assert dialog.focusWidget() is dialog.list
        dialog.close()
        settings.trigger()
        assert shown(desktop) == [dialog]
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), look)


def test_who_asks_for_one_of_its_pages_meanwhile_has_it_at_once(qapp: QApplication, tmp_path: Path) -> None:
    async def look(desktop: Desktop) -> None:
        desktop.window.actions_by_name["actionSettings"].trigger()
        title = desktop.settings_desk.added_pages[-1]
        dialog = desktop.settings_desk.open_page(title)
        assert shown(desktop) == [dialog]
        assert dialog.list.currentRow() == dialog.list.count() - 1
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), look)


def test_a_damaged_setting_is_the_default_and_the_window_says_so(qapp: QApplication, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "photon.sqlite3")
    keep_choices(store.settings, Choices.of({COMMISSION: Decimal("0.002")}))
    store.settings.put("rules.limits.minimum_confidence", "plenty")
    store.close()

    async def look(desktop: Desktop) -> None:
        assert desktop.application.rules.choices == Choices.of({COMMISSION: Decimal("0.002")})
        assert "Some settings can't be read" in titles(desktop)

    run_shown(qapp, lambda: Desktop(tmp_path), look)


def test_settings_that_the_disk_does_not_take_count_all_the_same_and_that_is_said(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def change(desktop: Desktop) -> None:
        def refuse(_prefix: str, _values: object) -> None:
            raise StoreFullError("The disk is full; free some space.")

        monkeypatch.setattr(desktop.application.store.settings, "replace_all", refuse)
        write(desktop, CONFIDENCE, "90")
        desktop.settings_desk.open().ok.click()
        await until(lambda: "The settings could not be kept" in titles(desktop))
        assert desktop.application.rules.choices != DEFAULTS

    run_shown(qapp, lambda: Desktop(tmp_path, Rules()), change)


@pytest.mark.slow
def test_another_kind_of_model_takes_over_while_the_program_runs(qapp: QApplication, tmp_path: Path) -> None:
    async def change(desktop: Desktop) -> None:
        store = desktop.application.store
        desktop.window.speed_changed.emit(FAST)
        await until(lambda: desktop.has_model)
        box = desktop.settings_desk.open().pages.rows["model.type"].editor.field
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(1)
        desktop.settings_desk.open().ok.click()
        await until(lambda: any(one.model_type == "gradient_boosting" for one in decisions(store)), patience_s=FIT_S)
        made = next(one for one in decisions(store) if one.model_type == "gradient_boosting")
        assert made.settings == {"model.type": "gradient_boosting"}

    run_shown(qapp, lambda: Desktop(tmp_path), change)
