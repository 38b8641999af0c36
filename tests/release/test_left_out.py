"""What is left out of a built program, and what must not be."""

import pytest

from photon_desktop.ui.translators import ENGLISH, LANGUAGES
from release.left_out import (
    Row,
    only_needed_libraries,
    without_dangling_links,
    without_unused_files,
    without_unused_modules,
)


def rows(*names: str, kind: str = "BINARY") -> list[Row]:
    return [(name, f"/from/{name}", kind) for name in names]


def kept(found: list[Row]) -> list[str]:
    return [row[0] for row in found]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "pyarrow/libarrow.so.2600",
        "pyarrow/libarrow_python.so.2600",
        "resources/icons/photon.svg",
        "certifi/cacert.pem",
        "numpy-2.4.6.dist-info/METADATA",
    ],
)
def test_what_the_program_needs_stays(name: str) -> None:
    assert kept(without_unused_files(rows(name))) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/translations/qt_de.qm",
        "pyarrow/libarrow_flight.so.2600",
        "pyarrow/libarrow_python.so",
        "pyarrow/include/arrow/api.h",
        "pandas/tests/data.csv",
        "numpy-2.4.6.dist-info/RECORD",
    ],
)
def test_what_nothing_asks_for_goes(name: str) -> None:
    assert without_unused_files(rows(name)) == []


def test_qt_speaks_the_languages_of_the_window_and_no_other() -> None:
    words = [f"PySide6/Qt/translations/qtbase_{language}.qm" for language in (*LANGUAGES, "de")]
    assert kept(without_unused_files(rows(*words))) == [
        name for name, language in zip(words, LANGUAGES, strict=False) if language != ENGLISH
    ]


def test_tests_of_libraries_go_and_modules_that_only_sound_like_tests_stay() -> None:
    names = ["numpy.testing", "numpy._core.tests._natype", "sklearn.utils._testing", "photon_desktop.cli"]
    tests = ["scipy.stats.tests.test_stats", "pandas.tests", "pyqtgraph.examples", "numpy._core.tests.test_api"]
    assert kept(without_unused_modules(rows(*names, *tests))) == names


def test_a_library_stays_only_while_something_that_stays_needs_it() -> None:
    needs = {"/from/a.so": ["libone.so"], "/from/libone.so": ["libtwo.so"], "/from/libgtk.so": ["libtwo.so"]}
    all_rows = [*rows("a.so", kind="EXTENSION"), *rows("libone.so", "deep/libtwo.so", "libgtk.so")]
    assert kept(only_needed_libraries(all_rows, lambda source: needs.get(source, []))) == [
        "a.so", "libone.so", "deep/libtwo.so",
    ]  # fmt: skip


def test_a_link_goes_with_what_it_points_to() -> None:
    links: list[Row] = [("libone.so", "deep/libone.so", "SYMLINK"), ("libtwo.so", "deep/libtwo.so", "SYMLINK")]
    assert kept(without_dangling_links(links, rows("deep/libone.so"))) == ["libone.so"]


def test_an_extension_module_stays_whatever_it_is_called() -> None:
    assert kept(without_unused_files(rows("pyarrow.lib", kind="EXTENSION"))) == ["pyarrow.lib"]
    as_library = rows("pyarrow/lib.cpython-311-x86_64-linux-gnu.so")
    assert only_needed_libraries(as_library, lambda source: []) == as_library
