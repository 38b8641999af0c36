"""The paper twin in the whole program."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from tests.gui.desktops import run_shown, until
from tests.store.samples import HOUR, START, deposit, order, trade


def left_by_a_session(folder: Path, account: str) -> None:
    store = Store.open(folder / STORE_NAME)
    trade(store, deposit(store, "100000", account=account), order(), account)
    store.trades.add_equity_point(START + HOUR, Decimal(100_000), Decimal(50_000), account)
    store.close()


@pytest.mark.slow
def test_the_twin_of_an_earlier_session_is_there_after_a_start(qapp: QApplication, tmp_path: Path) -> None:
    left_by_a_session(tmp_path, "paper")

    async def scenario(desktop: Desktop) -> None:
        line = desktop.window.portfolio.twin
        await until(lambda: "fees 44.29" in line.text)
        line.is_wanted.click()

    async def later(desktop: Desktop) -> None:
        assert not desktop.window.portfolio.twin.is_wanted.isChecked()

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
    run_shown(qapp, lambda: Desktop(tmp_path), later)


@pytest.mark.slow
def test_another_account_has_another_twin(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(desktop: Desktop) -> None:
        line = desktop.window.portfolio.twin
        own = desktop.application.profile
        desktop.application.profile = replace(own, account="other")
        desktop.twin_desk.begin()
        await until(lambda: "fees 44.29" in line.text)
        desktop.application.profile = own
        desktop.twin_desk.begin()
        assert "nothing was ordered" in line.text

    left_by_a_session(tmp_path, "other")
    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
