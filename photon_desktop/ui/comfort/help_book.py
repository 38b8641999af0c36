"""The pages of the user guide: read from Markdown files, in order, and searched."""

import re
from dataclasses import dataclass
from pathlib import Path

from photon_desktop.errors import PhotonError
from photon_desktop.ui.translators import spoken

PAGES = (
    "start", "chart", "decisions", "trading", "arming", "backtest", "import", "agents", "alerts", "settings", "api",
    "keyboard", "troubleshooting",
)  # fmt: skip
FIRST = PAGES[0]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SIGNS = re.compile(r"[*`#|]|\]\([^)]*\)|\[")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """`name` is the file's without its ending; `text` is Markdown."""

    name: str
    title: str
    text: str

    @property
    def links(self) -> tuple[str, ...]:
        """Where it points to."""
        return tuple(_LINK.findall(self.text))

    def has(self, words: tuple[str, ...]) -> bool:
        """Whether each of these, in small letters, is in what is read of it."""
        plain = _SIGNS.sub("", self.text).casefold()
        return all(word in plain for word in words)


class HelpBook:
    """The pages of `folder`: those in the language that the program speaks, from the folder of its name in it, and in
    English where that has none. Raises PhotonError when a page is missing or begins without its title."""

    def __init__(self, folder: Path) -> None:
        self.pages = {name: _read(_nearest(folder, name), name) for name in PAGES}

    def found(self, text: str) -> tuple[HelpPage, ...]:
        """The pages that have every word of `text`, those that have all in their title first; all for no word."""
        words = tuple(text.casefold().split())
        pages = [page for page in self.pages.values() if page.has(words)]
        return tuple(sorted(pages, key=lambda page: not all(word in page.title.casefold() for word in words)))


def _nearest(folder: Path, name: str) -> Path:
    """The folder that has the page in the language spoken, or else in English."""
    own = folder / spoken()
    return own if (own / f"{name}.md").is_file() else folder


def _read(folder: Path, name: str) -> HelpPage:
    path = folder / f"{name}.md"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise PhotonError(
            f"The help page {path} can't be read ({error.strerror}); install the program again."
        ) from error
    title, _, _ = text.partition("\n")
    if not title.startswith("# "):
        raise PhotonError(f"The help page {path} does not begin with its title; install the program again.")
    return HelpPage(name, title.removeprefix("# ").strip(), text)
