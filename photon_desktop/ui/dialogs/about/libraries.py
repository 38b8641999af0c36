"""Whose work is in the program, and under which licence."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photon_desktop.ui.language import mark

if TYPE_CHECKING:
    from importlib.metadata import Distribution

LIST_NAME = "licences.json"  # which the build leaves in the resources
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Library:
    """A part of somebody else's: its licence in a few words and, "" where it is not at hand, in full."""

    name: str
    version: str
    licence: str
    text: str


def libraries_in(resources: Path, program: str = "photon-desktop") -> tuple[Library, ...]:
    """What a built program has been made of; of one that is installed by pip what it needs, and that in turn. In the
    order of the names; none where neither is known."""
    built = resources / LIST_NAME
    if built.is_file():
        parts = json.loads(built.read_text(encoding="utf-8"))
        return tuple(Library(part["name"], part["version"], part["licence"], part["text"]) for part in parts)
    found = {needed.name.lower(): needed for needed in _needed_by(program)}
    return tuple(_library(found[name]) for name in sorted(found))


def _needed_by(program: str) -> "Iterator[Distribution]":
    """The distributions that `program` needs, and what these need; extras and what is not installed are passed over."""
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 - the window is open by then

    seen, waiting = {program}, [program]
    while waiting:
        try:
            needs = distribution(waiting.pop()).requires or []
        except PackageNotFoundError:
            continue
        for need in needs:
            name = _NAME.match(need)
            if name is None or "extra ==" in need or name[0] in seen:
                continue
            seen.add(name[0])
            waiting.append(name[0])
            try:
                yield distribution(name[0])
            except PackageNotFoundError:
                continue


def _library(found: "Distribution") -> Library:
    classified = [one.rsplit(" :: ", 1)[1] for one in _fields(found, "Classifier") if "License ::" in one]
    named = [
        one.strip().split("\n")[0][:80] for one in _fields(found, "License-Expression") or _fields(found, "License")
    ]
    files = [file for file in found.files or () if ".dist-info/" in str(file) and _LICENCE_FILE.search(str(file))]
    texts = [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in files]
    return Library(found.name, found.version, ", ".join(named or classified) or mark("not said"), "\n\n".join(texts))


def _fields(found: "Distribution", name: str) -> list[str]:
    return found.metadata.get_all(name) or []
