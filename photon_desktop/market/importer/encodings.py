"""Which encoding a text is in, and the same text as UTF-8 without marks, its lines ended by LF."""

import codecs

from photon_desktop.errors import DataError
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.vocabulary import known_words
from photon_desktop.market.importer.watch import Watch

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp1252", "gb18030", "shift_jis", "cp1251", "cp1250", "latin-1")
_HEAD = 4_096
_PIECE = 1 << 20
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26}) + b"\x7f"
_MOST_CONTROLS = 0.02
_BINARY = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"SQLite format 3": "a database",
}


def encoding_of(data: bytes, name: str, watch: Watch) -> str:
    """The encoding of a whole text. Raises DataError, naming `name`, when the bytes are no text."""
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise DataError(f"{shown(name)} is {what}, not a text or CSV file; choose or save a CSV file.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide_without_mark(data[:_HEAD])
    if wide is not None:
        return wide
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head):
        raise DataError(f"{shown(name)} is not a text or CSV file; choose a CSV file with bars.")
    return "utf-8" if data.isascii() or _decodes(data, "utf-8", watch) else _legacy(data)


def to_utf8(data: bytes, encoding: str, watch: Watch) -> bytes:
    """`data` as UTF-8 with no mark at its start and lines ended by LF; bytes the encoding lacks become U+FFFD.

    Raises DataError for an encoding that is not known.
    """
    try:
        "".encode(encoding)
    except LookupError:
        raise DataError(f"The encoding {shown(encoding)!a} is not known; write one like utf-8 or cp1252.") from None
    is_utf8 = encoding == "utf-8" and (data.isascii() or _decodes(data, "utf-8", watch))
    text = data if is_utf8 else _transcoded(data, encoding, watch)
    while text.startswith(codecs.BOM_UTF8):
        text = text[len(codecs.BOM_UTF8) :]
    head = text[: 1 << 16]
    return text.replace(b"\r", b"\n") if b"\r" in head and b"\n" not in head else text


def _wide_without_mark(head: bytes) -> str | None:
    """UTF-16 whose text is mostly Latin has a zero in every other byte."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 8:
        return None
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.7 and zeros_even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if zeros_even > 0.7 and zeros_odd < 0.1 else None


def _decodes(data: bytes, encoding: str, watch: Watch) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for start in range(0, len(data), _PIECE):
            watch.check()
            decoder.decode(data[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes) -> str:
    """Of the encodings from before Unicode, the one in which the first lines say most words a header has."""
    head = data[:_HEAD].rpartition(b"\n")[0] or data[:_HEAD]

    def score(encoding: str) -> int:
        try:
            return known_words(head.decode(encoding))
        except UnicodeDecodeError:
            return -1

    return max(_LEGACY, key=score)


def _transcoded(data: bytes, encoding: str, watch: Watch) -> bytes:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pieces = bytearray()
    for start in range(0, len(data), _PIECE):
        watch.step("decoding", start, len(data))
        pieces += decoder.decode(data[start : start + _PIECE]).encode("utf-8", "replace")
    pieces += decoder.decode(b"", final=True).encode("utf-8", "replace")
    return bytes(pieces)
