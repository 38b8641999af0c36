"""What the tests of panels share."""

import pytest

from photon_desktop.ui.design import DARK, Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.panels.views import InstrumentBook
from tests.ui.examples import APPLE, BTC, ETH, ICON_FOLDER, instrument


@pytest.fixture
def theme() -> Theme:
    return DARK


@pytest.fixture
def icons() -> Icons:
    return Icons(ICON_FOLDER)


@pytest.fixture
def instruments() -> InstrumentBook:
    book = InstrumentBook()
    book.learn(instrument(symbol) for symbol in (BTC, ETH, APPLE))
    return book
