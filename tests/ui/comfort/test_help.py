"""The guide: every page is there, every link leads to one, and every place has its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.errors import PhotonError
from photon_desktop.paths import resources_folder
from photon_desktop.ui.chart.chart_actions import ChartActions
from photon_desktop.ui.comfort.help_book import FIRST, PAGES, HelpBook, HelpPage
from photon_desktop.ui.comfort.help_places import HELP_PAGE, PLACES, page_of
from photon_desktop.ui.comfort.help_window import HelpWindow
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.panels.frame.actions import PLANS
from photon_desktop.ui.stylesheet import apply_theme
from photon_desktop.ui.translators import ENGLISH, speak

FOLDER = resources_folder() / "help"
UI = Path(__file__).resolve().parents[3] / "photon_desktop" / "ui"
KEY = re.compile(r"\*\*((?:Ctrl|Alt|Shift)\+[^*]+|F\d+|Ins|Del|\?)\*\*")
OF_DIALOGS = {"Ctrl+F", "Alt+Left", "Alt+Right", "Alt+A", "Ins", "Del"}


@pytest.fixture(scope="module")
def book() -> HelpBook:
    return HelpBook(FOLDER)


@pytest.fixture
def window(book: HelpBook, qtbot: QtBot) -> HelpWindow:
    made = HelpWindow(book)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_files_are_the_pages_and_each_can_be_reached_from_the_contents(book: HelpBook, window: HelpWindow) -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(PAGES) == set(book.pages)
    assert window.contents.count() == len(PAGES)
    assert len({page.title for page in book.pages.values()}) == len(PAGES)


def test_every_link_leads_to_a_page_and_none_out_of_the_program(book: HelpBook) -> None:
    for page in book.pages.values():
        for link in page.links:
            assert link.removesuffix(".md") in book.pages, f"{page.name}: {link}"


def test_every_place_names_a_page_and_every_dialog_is_a_place(book: HelpBook) -> None:
    assert set(PLACES.values()) <= set(book.pages)
    sources = "".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    dialogs = set(re.findall(r'setObjectName\("(\w+(?:Dialog|Wizard))"\)', sources))
    assert len(dialogs) > 10
    assert dialogs <= set(PLACES)


def test_every_key_that_the_guide_names_is_one_of_an_action(book: HelpBook, qtbot: QtBot) -> None:
    chart = QWidget()
    qtbot.addWidget(chart)
    of_chart = {action.shortcut().toString() for action in ChartActions(chart).all}
    known = {keys for plan in PLANS for keys in (plan.shortcut, plan.second_shortcut)} | of_chart | OF_DIALOGS
    for page in book.pages.values():
        for key in KEY.findall(page.text):
            assert key in known or re.fullmatch(r"Ctrl\+\d.*", key), f"{page.name}: {key}"


def test_a_link_is_followed_and_the_way_back_and_forth_is_by_keys(window: HelpWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.anchorClicked.emit(QUrl("arming.md"))
    assert window.name == "arming"
    assert window.contents.currentItem().text() == "Arming an account"
    window.page.anchorClicked.emit(QUrl("https://example.com/start.md"))
    assert window.name == "arming"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.name == FIRST
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.name == "arming"


def test_a_search_thins_the_contents_and_marks_the_word(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.search, "keyring withdraw")
    assert [window.contents.item(row).text() for row in range(window.contents.count())] == ["Arming an account"]
    assert window.name == "arming"
    assert window.page.textCursor().selectedText().casefold() == "keyring"
    window.search.setText("zzz")
    assert window.contents.count() == 0
    assert window.none_found.isVisible()
    window.search.clear()
    assert window.contents.count() == len(PAGES)
    assert window.name == "arming"


def test_the_contents_are_walked_by_keys(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.name == PAGES[1]


@pytest.fixture
def in_russian(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    speak(qapp, "ru", tmp_path)
    yield
    speak(qapp, ENGLISH, tmp_path)


def test_a_language_has_every_page_with_the_same_headings_tables_keys_and_links(
    book: HelpBook, in_russian: None
) -> None:
    said = HelpBook(FOLDER)
    assert {path.name for path in (FOLDER / "ru").glob("*.md")} == {f"{name}.md" for name in PAGES}
    for name, page in said.pages.items():
        english = book.pages[name]
        assert page.title != english.title
        assert page.links == english.links
        assert [_shape(line) for line in _marked(page)] == [_shape(line) for line in _marked(english)], name
        assert set(KEY.findall(page.text)) >= set(KEY.findall(english.text)), name


def test_a_page_that_a_language_lacks_is_shown_in_english(in_russian: None, tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    for name in PAGES:
        (tmp_path / f"{name}.md").write_text("# English")
    (tmp_path / "ru" / f"{FIRST}.md").write_text("# Русский", "utf-8")
    titles = {name: page.title for name, page in HelpBook(tmp_path).pages.items()}
    assert titles == {name: "Русский" if name == FIRST else "English" for name in PAGES}


def _marked(page: HelpPage) -> list[str]:
    """The lines of headings, tables and lists."""
    return [line for line in page.text.splitlines() if re.match(r"#|\||- |\d\. ", line)]


def _shape(line: str) -> tuple[str, int]:
    return line.partition(" ")[0], line.count("|")


def test_a_title_goes_before_a_text(book: HelpBook) -> None:
    assert book.found("arming")[0].name == "arming"
    assert len(book.found("")) == len(PAGES)


def test_the_page_is_that_of_the_nearest_place(qtbot: QtBot) -> None:
    window, dock, panel, field = QWidget(), QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    for inner, outer in ((dock, window), (panel, dock), (field, panel)):
        inner.setParent(outer)
    assert page_of(field) == page_of(None) == FIRST
    dock.setObjectName("agents")
    assert page_of(field) == "agents"
    panel.setProperty(HELP_PAGE, "import")
    assert page_of(field) == "import"


def test_a_page_that_is_missing_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PhotonError, match=r"start\.md can't be read"):
        HelpBook(tmp_path)
    for name in PAGES:
        (tmp_path / f"{name}.md").write_text("no title")
    with pytest.raises(PhotonError, match="title"):
        HelpBook(tmp_path)


def test_links_take_the_colour_of_another_theme(window: HelpWindow, qapp: QApplication) -> None:
    for theme in (LIGHT, DARK):
        apply_theme(qapp, theme)
        qapp.processEvents()
        assert f"color:{theme.accent}" in window.page.toHtml().replace(" ", "")
