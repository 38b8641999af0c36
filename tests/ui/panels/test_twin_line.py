"""The paper twin in the portfolio: what trading has cost, and the curve without it."""

from decimal import Decimal

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.twin import TradingCost
from photon_desktop.trading.twin_curve import TwinStanding
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.portfolio import PortfolioPanel
from photon_desktop.ui.panels.views import InstrumentBook
from tests.ui.examples import BEGIN, HOUR, portfolio

D = Decimal
COST = TradingCost(D("12.3"), D("8.1"), D("-3.004"))


@pytest.fixture
def panel(qtbot: QtBot, instruments: InstrumentBook, theme: Theme) -> PortfolioPanel:
    made = PortfolioPanel(instruments, theme)
    qtbot.addWidget(made)
    made.resize(1_000, 220)
    made.show()
    made.show_portfolio(portfolio())
    return made


def standing(cost: TradingCost = COST, orders: int = 4) -> TwinStanding:
    return TwinStanding(BEGIN + HOUR * np.arange(2), np.array([10_000.0, 10_017.4]), cost, orders)


def test_it_says_what_trading_has_cost_and_of_what_it_is_made(panel: PortfolioPanel) -> None:
    panel.show_twin(standing())
    assert panel.twin.text == "Trading cost 17.40: fees 12.30, slippage 8.10, delay −3.00"
    tips = {name: label.toolTip() for name, label in panel.twin.parts.items()}
    assert "equity less the account's" in tips["whole"]
    assert "sum of the commissions" in tips["fees"]
    assert "(price paid − price asked for) × quantity" in tips["slippage"]
    assert "less fees and slippage" in tips["delay"]


def test_before_the_first_order_it_says_so(panel: PortfolioPanel) -> None:
    assert panel.twin.text == "Trading cost: nothing was ordered yet"
    panel.show_twin(standing(TradingCost(), 0))
    assert panel.twin.text == "Trading cost: nothing was ordered yet"


def test_its_curve_stands_beside_the_account_s_and_can_be_switched_off(panel: PortfolioPanel) -> None:
    panel.show_twin(standing())
    own, twin = panel.plot.curves
    times, equity = twin.getData()
    assert (times.tolist(), equity.tolist()) == ([BEGIN / 1e9, (BEGIN + HOUR) / 1e9], [10_000.0, 10_017.4])
    panel.twin.is_wanted.click()
    assert (own.isVisible(), twin.isVisible()) == (True, False)
    panel.twin.is_wanted.click()
    assert twin.isVisible()


def test_another_account_begins_without_a_twin(panel: PortfolioPanel) -> None:
    panel.show_twin(standing())
    panel.clear()
    assert panel.plot.curves[1].getData()[0] is None
    assert panel.twin.text == "Trading cost: nothing was ordered yet"


def test_why_it_can_not_be_told_is_told(panel: PortfolioPanel) -> None:
    panel.show_twin(standing())
    panel.twin.show_fault("The store is locked.")
    assert panel.twin.text == "▲ The trading cost can't be told now"
    assert panel.twin.parts["whole"].toolTip() == "The store is locked."
    panel.show_twin(standing())
    assert "equity less the account's" in panel.twin.parts["whole"].toolTip()
