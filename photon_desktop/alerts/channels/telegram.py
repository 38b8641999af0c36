"""Sends letters through a bot of Telegram's (Bot API, method sendMessage)."""

import json
import ssl
from dataclasses import dataclass, field

from photon_desktop.alerts.channels.post import Answer, host_of, judge, post
from photon_desktop.alerts.channels.sender import one_line
from photon_desktop.alerts.faults import LetterRefusedError
from photon_desktop.alerts.letter import Letter
from photon_desktop.trading.timestamps import Clock

MOST_CHARACTERS = 4_000  # a message may have 4,096 units of UTF-16
_CUT = "…"


@dataclass(frozen=True, slots=True)
class TelegramSender:
    """`server` is the Bot API's, `chat` the number or @name of the chat, `token` the bot's."""

    server: str
    chat: str
    token: str = field(repr=False)
    clock: Clock
    tls: ssl.SSLContext | None = None

    async def send(self, letter: Letter) -> str:
        """As `Sender.send`. Telegram knows no id of ours: what is sent twice is there twice."""
        now_ns = self.clock.now_ns()
        told = {"chat_id": self.chat, "text": message(letter), "link_preview_options": {"is_disabled": True}}
        address = f"{self.server.rstrip('/')}/bot{self.token}/sendMessage"
        who = f"Telegram's server {host_of(self.server)}"
        answer = await post(address, json.dumps(told).encode(), {}, who, now_ns, self.tls)
        if answer.status in (401, 404):
            raise LetterRefusedError(f"{who} does not know the bot's token; enter it again.")
        return judge(_with_wish(answer), who, self._why(answer))

    def _why(self, answer: Answer) -> str:
        said = answer.told().get("description", "")
        return one_line(str(said)[:200]).replace(self.token, "…")


def message(letter: Letter) -> str:
    """The letter as a message, cut where it would be too long."""
    text = f"{letter.title}\n{letter.text}".strip()
    if _units(text) <= MOST_CHARACTERS:
        return text
    cut = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", errors="ignore")
    return cut + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _with_wish(answer: Answer) -> Answer:
    """Telegram says in the body how long to wait."""
    parameters = answer.told().get("parameters")
    wish = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if isinstance(wish, int) and not isinstance(wish, bool) and wish > 0:
        return Answer(answer.status, answer.body, max(answer.after_s, float(min(wish, 10**9))))
    return answer
