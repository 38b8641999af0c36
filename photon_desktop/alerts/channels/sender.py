"""What every way out has in common."""

import re
from typing import Protocol

from photon_desktop.alerts.letter import Letter

_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")


class Sender(Protocol):
    """Sends letters by one channel."""

    async def send(self, letter: Letter) -> str:
        """Send it once, and say in a sentence who took it. Raises LetterRefusedError or NotNowError, neither of which
        shows a secret."""
        ...


def one_line(text: str) -> str:
    """`text` without what would end a line or a header."""
    return _BREAKS.sub(" ", text).strip()
