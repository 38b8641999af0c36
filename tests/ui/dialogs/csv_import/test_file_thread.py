"""The thread that reads: what it tells, and when."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from photon_desktop.ui.dialogs.csv_import.worker import jobs
from photon_desktop.ui.dialogs.csv_import.worker.file_importer import FileImporter
from photon_desktop.ui.dialogs.csv_import.worker.file_reader import FileReader
from photon_desktop.ui.dialogs.csv_import.worker.file_thread import FileThread

BEGUN, DONE = jobs.Advanced("reading", 0, 1), jobs.Failed("It is no file of bars.")


@pytest.fixture
def reader(qapp: object) -> FileReader:
    return FileReader(FileImporter(), lambda *_: 0)


@pytest.fixture
def thread(reader: FileReader) -> Iterator[FileThread]:
    parent = QObject()
    yield FileThread(reader, parent)
    parent.deleteLater()


def test_news_that_come_together_have_a_turn_each(reader: FileReader, thread: FileThread, qtbot: QtBot) -> None:
    seen: list[object] = []

    def note(news: jobs.News) -> None:
        seen.append(news)
        QTimer.singleShot(0, lambda: seen.append("painted"))

    thread.told.connect(note)
    news = [BEGUN, jobs.Advanced("reading", 1, 1), DONE]
    for each in news:
        reader.told.emit(jobs.Told(0, each))
    assert seen == news[:1]
    qtbot.waitUntil(lambda: len(seen) == 6)
    assert seen == [news[0], "painted", news[1], "painted", news[2], "painted"]


def test_what_waits_for_its_turn_is_not_told_once_something_else_is_asked(
    reader: FileReader, thread: FileThread, qtbot: QtBot
) -> None:
    seen: list[object] = []
    thread.told.connect(seen.append)
    reader.told.emit(jobs.Told(0, BEGUN))
    reader.told.emit(jobs.Told(0, DONE))
    thread.dismiss()
    reader.told.emit(jobs.Told(1, DONE))
    qtbot.waitUntil(lambda: len(seen) == 2)
    qtbot.wait(20)
    assert seen == [BEGUN, DONE]
