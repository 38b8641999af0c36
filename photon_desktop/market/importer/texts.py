"""Any file as one text of lines and cells: what is text, decoded; JSON, Parquet and Feather, written as text."""

from photon_desktop.errors import DataError
from photon_desktop.market.importer.arrow_files import arrow_kind, arrow_text
from photon_desktop.market.importer.containers import Content
from photon_desktop.market.importer.encodings import encoding_of, to_utf8
from photon_desktop.market.importer.json_files import json_text, looks_like_json
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.watch import Watch

_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<script", b"<table")


def text_of(content: Content, encoding: str | None, watch: Watch) -> tuple[bytes, str]:
    """The text of `content` as UTF-8, its lines ended by LF, and the encoding it was in ("parquet" and "feather" for
    those). `encoding` None finds it out. Raises DataError for what holds no text."""
    kind = arrow_kind(content.data)
    if kind is not None:
        return arrow_text(content.data, kind, content.name, watch), kind
    found = encoding or encoding_of(content.data, content.name, watch)
    text = to_utf8(content.data, found, watch)
    start = text[:4_096].lstrip().lower()
    if not start and not text.strip():
        raise DataError(f"There is no data in {shown(content.name)}, it is empty but for blanks; choose another file.")
    if start.startswith(_MARKUP):
        raise DataError(
            f"{shown(content.name)} looks like a web page, not OHLCV data; download the file again, or another one."
        )
    if looks_like_json(start):
        return json_text(text, content.name), found
    return text, found
