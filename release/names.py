"""What the program is called wherever it is installed, and its version, from the one place that has it."""

from pathlib import Path

from photon_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
NAME = "photon-desktop"
TITLE = "Photon Desktop"
SUMMARY = "Watches a market, decides with a model that says when it knows nothing, trades on paper"
BUNDLE_ID = "io.github.photon_desktop.PhotonDesktop"  # macOS's bundle and AppStream's component
VERSION = __version__
DRAWING = ROOT / "resources" / "icons" / "photon.svg"


def windows_version(version: str) -> tuple[int, int, int, int]:
    """A version's numbers as Windows wants them, four: 0.1.0 is (0, 1, 0, 0)."""
    numbers = [int(part) for part in version.split(".")[:3]]
    return (*numbers, *[0] * (4 - len(numbers)))  # type: ignore[return-value]


def windows_version_text(version: str) -> str:
    """The version resource of a Windows program, in the notation that PyInstaller reads."""
    numbers = windows_version(version)
    strings = {
        "FileDescription": TITLE,
        "FileVersion": version,
        "InternalName": NAME,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    pairs = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{pairs}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
