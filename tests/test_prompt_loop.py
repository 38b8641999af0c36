"""The asyncio loop on Qt's: callbacks that are due run in order, together, and let the window live."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from photon_desktop.prompt_loop import PromptEventLoop


@pytest.fixture
def loop(qapp: QCoreApplication) -> Iterator[PromptEventLoop]:
    with PromptEventLoop(qapp) as loop:
        yield loop


def test_callbacks_run_in_the_order_they_came(loop: PromptEventLoop) -> None:
    ran: list[int] = []
    for number in range(5):
        loop.call_soon(ran.append, number)
    loop.call_soon(loop.call_soon, ran.append, 5)
    loop.call_soon(ran.append, 6)
    loop.run_until_complete(asyncio.sleep(0.01))
    assert ran == [0, 1, 2, 3, 4, 6, 5]


def test_a_chain_of_callbacks_takes_one_turn_of_qts_loop(loop: PromptEventLoop) -> None:
    async def chain() -> int:
        turns: list[int] = []
        timer = QTimer(interval=0)
        timer.timeout.connect(lambda: turns.append(1))
        timer.start()
        await asyncio.sleep(0.02)
        before = len(turns)
        for _ in range(6):
            await asyncio.sleep(0)
        timer.stop()
        return len(turns) - before

    assert loop.run_until_complete(chain()) <= 1


def test_a_chain_without_end_lets_qt_go_on(loop: PromptEventLoop) -> None:
    async def busy() -> int:
        ended: list[int] = []
        QTimer.singleShot(5, lambda: ended.append(1))
        rounds = 0
        while not ended:
            await asyncio.sleep(0)
            rounds += 1
        return rounds

    assert loop.run_until_complete(asyncio.wait_for(busy(), 10)) > 1


def test_a_loop_of_qt_inside_a_callback_runs_the_callbacks_that_come_meanwhile(loop: PromptEventLoop) -> None:
    ran: list[str] = []

    async def with_a_dialog() -> None:
        dialog = QEventLoop()
        loop.call_soon(ran.append, "inside")
        loop.call_soon(dialog.quit)
        dialog.exec()
        ran.append("after")

    loop.run_until_complete(with_a_dialog())
    assert ran == ["inside", "after"]


def test_what_a_callback_raises_is_told_and_the_next_one_runs(loop: PromptEventLoop) -> None:
    told: list[dict[str, Any]] = []
    ran: list[int] = []
    loop.set_exception_handler(lambda _loop, context: told.append(context))
    loop.call_soon(_fail)
    loop.call_soon(ran.append, 1)
    loop.run_until_complete(asyncio.sleep(0.01))
    assert [type(context["exception"]) for context in told] == [ZeroDivisionError]
    assert ran == [1]


def test_a_cancelled_callback_is_left_out(loop: PromptEventLoop) -> None:
    ran: list[int] = []
    cancelled = loop.call_soon(ran.append, 1)
    loop.call_soon(ran.append, 2)
    cancelled.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    assert ran == [2]


def test_what_is_to_come_later_comes_in_the_order_of_its_time(loop: PromptEventLoop) -> None:
    ran: list[str] = []
    now = loop.time()
    loop.call_at(now + 0.02, ran.append, "second")
    loop.call_at(now + 0.03, ran.append, "third")
    loop.call_at(now + 0.03, ran.append, "fourth")
    loop.call_later(0.01, ran.append, "first")
    loop.call_later(0, ran.append, "now")
    loop.run_until_complete(asyncio.sleep(0.05))
    assert ran == ["now", "first", "second", "third", "fourth"]


def test_nothing_comes_before_its_time(loop: PromptEventLoop) -> None:
    async def early() -> list[float]:
        early_by = []
        for seconds in (0.0004, 0.003, 0.0117):
            due = loop.time() + seconds
            await asyncio.sleep(seconds)
            early_by.append(due - loop.time())
        return early_by

    assert max(loop.run_until_complete(early())) <= 0


def test_a_sooner_one_that_comes_later_is_not_waited_for_too_long(loop: PromptEventLoop) -> None:
    async def scenario() -> float:
        loop.call_later(30, _fail)
        begun = loop.time()
        await asyncio.sleep(0.01)
        return float(loop.time() - begun)

    assert loop.run_until_complete(scenario()) < 10


def test_time_limits_that_were_cancelled_do_not_stay_until_their_time(loop: PromptEventLoop) -> None:
    async def many_questions() -> None:
        for _ in range(1_000):
            async with asyncio.timeout(30):
                pass

    kept = loop.call_later(60, _fail)
    loop.run_until_complete(many_questions())
    assert 1 <= loop.waiting < 200
    kept.cancel()


def test_what_waits_when_the_loop_closes_never_comes(qapp: QCoreApplication) -> None:
    ran: list[int] = []
    with PromptEventLoop(qapp) as loop:
        loop.call_later(0.001, ran.append, 1)
    _wait_in_qt(20)
    assert not ran


def test_a_later_one_is_called_inside_a_loop_of_qt(loop: PromptEventLoop) -> None:
    ran: list[str] = []

    async def with_a_dialog() -> None:
        loop.call_later(0.005, ran.append, "inside")
        _wait_in_qt(50)
        ran.append("after")

    loop.run_until_complete(with_a_dialog())
    assert ran == ["inside", "after"]


def test_callbacks_of_other_threads_come_in_order(loop: PromptEventLoop) -> None:
    ran: list[int] = []

    def tell() -> None:
        for number in range(100):
            loop.call_soon_threadsafe(ran.append, number)

    async def wait() -> None:
        await asyncio.to_thread(tell)
        await _until(lambda: len(ran) == 100)

    loop.run_until_complete(wait())
    assert ran == list(range(100))


@pytest.mark.parametrize("name", ["call_soon", "call_soon_threadsafe"])
def test_a_callback_comes_before_what_was_posted_earlier(loop: PromptEventLoop, name: str) -> None:
    ran: list[str] = []
    painted = _Told(lambda: ran.append("painted"))

    async def scenario() -> None:
        await asyncio.sleep(0.01)
        QTimer.singleShot(0, post_and_call)
        await _until(lambda: len(ran) == 2)

    def post_and_call() -> None:
        QCoreApplication.postEvent(painted, QEvent(QEvent.Type.User))
        getattr(loop, name)(ran.append, "answered")

    loop.run_until_complete(scenario())
    assert ran == ["answered", "painted"]


def test_another_thread_is_told_that_the_loop_is_closed(qapp: QCoreApplication) -> None:
    with PromptEventLoop(qapp) as loop:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        loop.call_soon_threadsafe(_fail)


def test_a_closed_loop_runs_nothing_more(qapp: QCoreApplication) -> None:
    ran: list[int] = []
    with PromptEventLoop(qapp) as loop:
        loop.call_soon(ran.append, 1)
    qapp.processEvents()
    assert not ran


def test_a_quit_that_is_posted_when_the_run_ends_ends_no_later_loop(loop: PromptEventLoop) -> None:
    async def post_quit() -> None:
        application = QCoreApplication.instance()
        assert application is not None
        QCoreApplication.postEvent(application, QEvent(QEvent.Type.Quit))

    loop.run_until_complete(post_quit())
    later = QEventLoop()
    QTimer.singleShot(0, lambda: later.exit(7))
    assert later.exec() == 7


class _Told(QObject):
    """Calls when an event that was posted to it comes."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._call()


def _wait_in_qt(milliseconds: int) -> None:
    inner = QEventLoop()
    QTimer.singleShot(milliseconds, inner.quit)
    inner.exec()


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.001)


def _fail() -> None:
    raise ZeroDivisionError
