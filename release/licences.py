"""Whose work is in a built program, and under which licences: Python's distributions, the system's packages, Python."""

import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from release.left_out import Row
from release.names import NAME

_COMMON = Path("/usr/share/common-licenses")
_FAMILIES = ("LGPL-3", "GPL-3", "GPL-2", "Apache-2.0", "MPL-2.0")  # of those texts that Debian keeps once for all
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_UNKNOWN = "not said"


@dataclass(frozen=True, slots=True)
class Part:
    """Something of somebody else's: its licence in a few words and in full; `kind` is pypi, deb or generic."""

    name: str
    version: str
    kind: str
    licence: str
    text: str


def write_licences(rows: Iterable[Row], target: str) -> None:
    """Write what the files of `rows` are from to `target`, a JSON list in the order of the names."""
    parts = sorted(parts_of({Path(row[1]).absolute() for row in rows}), key=lambda part: (part.name.lower(), part.kind))
    Path(target).write_text(json.dumps([asdict(part) for part in parts], indent=1) + "\n", encoding="utf-8")


def parts_of(files: set[Path]) -> Iterator[Part]:
    """What `files` are from, each once, and Python and PyInstaller's starter, which are in every built program."""
    yield Part("Python", platform.python_version(), "generic", "PSF-2.0", _python_text())
    yield of_distribution(distribution("pyinstaller"))
    for found in distributions():
        is_in = any(Path(str(found.locate_file(file))).absolute() in files for file in found.files or ())
        if is_in and found.name.lower() not in (NAME, "pyinstaller"):
            yield of_distribution(found)
    yield from _debian_packages(files)


def of_distribution(found: Distribution) -> Part:
    """An installed distribution's part, from its own metadata."""
    words = _fields(found, "License-Expression") or [_short(text) for text in _fields(found, "License")]
    classified = [one.rsplit(" :: ", 1)[1] for one in _fields(found, "Classifier") if one.startswith("License :: OSI")]
    licence = ", ".join(filter(None, words)) or ", ".join(classified) or _UNKNOWN
    return Part(found.name, found.version, "pypi", licence, _text_of(found, licence))


def _fields(found: Distribution, name: str) -> list[str]:
    return found.metadata.get_all(name) or []


def _short(words: str) -> str:
    """A licence's name; some put the whole text where the name belongs."""
    first = words.strip().split("\n")[0]
    return first.strip() if len(first) < 80 and "Copyright" not in first else ""


def _text_of(found: Distribution, licence: str) -> str:
    files = sorted(
        str(file) for file in found.files or () if ".dist-info/" in str(file) and _LICENCE_FILE.search(str(file))
    )
    texts = [Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace") for file in files]
    return "\n\n".join(texts) or _common_text(licence)


def _common_text(licence: str) -> str:
    """The families' texts that `licence` names, for those who ship none beside their work."""
    texts = [(_COMMON / family) for family in _FAMILIES if family in licence]
    return "\n\n".join(path.read_text(encoding="utf-8") for path in texts if path.is_file()) or f"Licence: {licence}"


def _python_text() -> str:
    places = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    found = next((path for path in places if path.is_file()), None)
    return found.read_text(encoding="utf-8") if found else "https://docs.python.org/3/license.html"


def _debian_packages(files: set[Path]) -> Iterator[Part]:
    """The packages that the system's libraries among `files` are from; none where there is no dpkg."""
    libraries = sorted({str(path.resolve()) for path in files if path.parts[1:2] in (("usr",), ("lib",))})
    if not libraries or shutil.which("dpkg-query") is None:
        return
    both = [*libraries, *(path.removeprefix("/usr") for path in libraries)]  # dpkg may know them under either name
    told = subprocess.run(["dpkg-query", "-S", *both], capture_output=True, text=True, check=False).stdout
    for package in sorted({line.split(": ")[0].split(",")[0].split(":")[0] for line in told.splitlines()}):
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=True
        ).stdout
        notice = Path("/usr/share/doc") / package / "copyright"
        text = notice.read_text(encoding="utf-8", errors="replace") if notice.is_file() else ""
        yield Part(package, version.splitlines()[0], "deb", _named_in(text), text)


def _named_in(notice: str) -> str:
    """The short names in a Debian copyright file of the machine-readable kind."""
    names = dict.fromkeys(re.findall(r"^License: *(\S.*)$", notice, re.MULTILINE))
    return ", ".join(list(names)[:4]) or _UNKNOWN
