"""Takes out of a text what nobody else may read, before it is written anywhere."""

import re
from pathlib import Path

HIDDEN = "[hidden]"
_NAMES = (
    r"(?:x-bapi-[a-z-]+|[a-z_-]*(?:api[_-]?key|secret|token|password|passwd|passphrase|signature|cookie|crumb)"
    r"|authorization|sign|key|listenkey)"
)
_VALUE = r"""(?:"[^"\n]*"|'[^'\n]*'|["'][^\s"']+|(?!\[hidden\])[^\s"',;&)}\]]+)"""
_NAMED = re.compile(rf"(?i)(?<![a-z0-9])({_NAMES}[\"']?\s*[:=]\s*)(?:(?:bearer|basic)\s+)?{_VALUE}")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[a-z0-9._~+/=-]{8,}")
_IN_ADDRESS = re.compile(r"(://)[^\s/@:]+:[^\s/@]+@")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_BOT_TOKEN = re.compile(r"(?<![0-9])[0-9]{6,}:[A-Za-z0-9_-]{10,}")
# Letters and digits in one long run: keys are so, words and the parts of a message's id are not.
_KEY_LIKE = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{16,}(?![A-Za-z0-9])")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={1,2}")


def redacted(text: str, home: Path | None = None) -> str:
    """`text` without keys, secrets, tokens, passwords and addresses of mail, and with the user's folder as "~".

    It hides too much rather than too little: whatever looks like a key goes, hashes of models among it.
    """
    folder = str(home if home is not None else Path.home())
    if len(folder) > 1:
        text = text.replace(folder, "~")
    text = _IN_ADDRESS.sub(rf"\1{HIDDEN}@", text)
    text = _NAMED.sub(rf"\1{HIDDEN}", text)
    text = _BEARER.sub(rf"\1 {HIDDEN}", text)
    text = _MAIL.sub(HIDDEN, text)
    text = _BOT_TOKEN.sub(HIDDEN, text)
    text = _BASE64.sub(HIDDEN, text)
    return _KEY_LIKE.sub(HIDDEN, text)
