import pytest

from photon_desktop import display
from photon_desktop.errors import DisplayError


@pytest.fixture
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux machine with Qt's libraries and no display."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display.sys, "platform", "linux")
    monkeypatch.setattr(display, "missing_libraries", lambda: ())
    return monkeypatch


def test_without_a_display_the_commands_that_work_are_named(bare_linux: pytest.MonkeyPatch) -> None:
    named = "agents, backtest, check, decide, download, import, screens, serve, soak, train"
    with pytest.raises(DisplayError, match=rf"no display .* {named}"):
        display.require_display()


def test_a_display_that_does_not_answer_is_named(bare_linux: pytest.MonkeyPatch) -> None:
    bare_linux.setenv("DISPLAY", ":987")
    with pytest.raises(DisplayError, match=":987 does not answer"):
        display.require_display()


def test_missing_system_libraries_are_named_by_their_package(bare_linux: pytest.MonkeyPatch) -> None:
    bare_linux.setenv("DISPLAY", ":987")
    bare_linux.setattr(display, "missing_libraries", lambda: ("libxcb-cursor0", "libegl1"))
    with pytest.raises(DisplayError, match="apt-get install libxcb-cursor0 libegl1"):
        display.require_display()


def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.sys, "platform", "linux")
    monkeypatch.setattr(display, "_loads", lambda library: library != "libxcb-cursor.so.0")
    assert display.missing_libraries() == ("libxcb-cursor0",)


def test_the_offscreen_platform_needs_no_display(bare_linux: pytest.MonkeyPatch) -> None:
    bare_linux.setenv("QT_QPA_PLATFORM", "offscreen")
    display.require_display()
    assert display.platform_name() == "offscreen"


def test_a_failed_import_of_qt_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda: ("libegl1",))
    error = display.explain_import_error(ImportError("libEGL.so.1: cannot open shared object file"))
    assert "apt-get install libegl1" in str(error)
