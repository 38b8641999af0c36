"""Why a file is not taken: one sentence each, with what to do."""

from photon_desktop.errors import DataError, PhotonError

_LONGEST_SHOWN = 60


class ImportCancelledError(PhotonError):
    """The import was cancelled; nothing was stored."""


class ChoiceNeededError(DataError):
    """The file holds several things of which one must be chosen.

    `about` is "file" (inside an archive) or "ticker"; `choices` are their names, as they stand in the file.
    """

    def __init__(self, sentence: str, about: str, choices: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.about = about
        self.choices = choices


def shown(text: str) -> str:
    """Text from outside, made fit for a sentence of one line: short, and without control or markup characters."""
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
    harmless = cut if cut.isprintable() else ascii(cut)[1:-1]
    return harmless.replace("<", "‹").replace(">", "›")


def listed(texts: tuple[str, ...], most: int = 6) -> str:
    """The first of `texts` for a sentence: "AAPL, MSFT and 3 more"."""
    named = ", ".join(shown(text) for text in texts[:most])
    return f"{named} and {len(texts) - most} more" if len(texts) > most else named
