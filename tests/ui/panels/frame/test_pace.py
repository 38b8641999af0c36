"""What the window shows changes one part after the other, and nobody waits for ever."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from photon_desktop.ui.panels.frame.market_buffer import MarketBuffer
from photon_desktop.ui.panels.frame.message_queue import MessageQueue
from photon_desktop.ui.panels.frame.pace import Pace
from photon_desktop.ui.panels.views import StoredView
from tests.ui.examples import BTC, portfolio, tick
from tests.ui.panels.frame.test_message_queue import views

LONG_MS = 60_000


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_nobody_waits_for_the_first_or_for_themselves() -> None:
    pace = Pace(LONG_MS)
    assert pace.wait_ms("board") == 0
    pace.take("board")
    assert pace.wait_ms("board") == 0
    assert 0 < pace.wait_ms("books") <= LONG_MS


def test_two_that_have_news_at_once_show_them_one_after_the_other(owner: QObject, qtbot: QtBot) -> None:
    pace = Pace()
    board, books = MarketBuffer(owner, 0, pace), MarketBuffer(owner, 0, pace)
    waited: list[int] = []
    shown: list[MarketBuffer] = []
    for one, other in ((board, books), (books, board)):
        one.flushed.connect(lambda _, one=one, other=other: (shown.append(one), waited.append(pace.wait_ms(other))))
    board.add_tick(tick(BTC))
    books.add_portfolio(portfolio())
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert set(shown) == {board, books}
    assert waited[0] > 0  # when the first had shown its own, the second would have had to wait


def test_messages_wait_until_a_change_of_another_is_painted_and_keep_their_order(owner: QObject, qtbot: QtBot) -> None:
    pace = Pace(20)
    taken: list[StoredView] = []
    queue = MessageQueue(taken.append, owner, pace)
    some = views(3)
    pace.take("board")
    queue.add(some[:2])
    assert taken == []
    queue.add(some[2:])
    qtbot.waitUntil(lambda: len(taken) == 3)
    assert taken == some
    queue.add(some[:1])
    assert taken == [*some, some[0]]  # nobody else has changed anything since
