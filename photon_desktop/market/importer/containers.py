"""The bytes of a file, out of its gzip or zip archive: in memory, bounded, and never by a path an archive names."""

import gzip
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from photon_desktop.errors import DataError
from photon_desktop.market.importer.refusals import ChoiceNeededError, listed, shown
from photon_desktop.market.importer.watch import Watch

LARGEST = 1 << 30  # bytes, packed or not
_FREE_BYTES = 4 << 20  # so much may come out of an archive of any size
_LARGEST_RATIO = 200  # real bars shrink to a tenth, an empty market's to a fiftieth
_PIECE = 1 << 20
_READ = 1 << 26
_MOST_MEMBERS = 1_000
_TABLE_ENDINGS = (".csv", ".parquet", ".feather", ".json")
_TEXT_ENDINGS = (".txt", ".tsv", ".prn", ".dat", "")
_NOT_BARS = ("readme", "license", "licence", "changelog", "checksum")
_OTHER_ARCHIVES = (b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!")
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"


class Readable(Protocol):
    """Bytes, a piece at a time."""

    def read(self, size: int, /) -> bytes:
        """At most `size` of the next bytes; none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds once unpacked: its bytes, the name nearest to them, and the archive's member they are."""

    data: bytes
    name: str
    member: str | None = None


def read_content(path: Path, member: str | None, watch: Watch) -> Content:
    """The bytes of `path`, unpacked. Raises DataError for what can't be read or is no honest archive, and
    ChoiceNeededError when an archive holds several tables and `member` names none of them."""
    packed = _bytes_of(path, watch)
    if not packed:
        raise DataError(f"{shown(path.name)}: the file is empty; choose a file with bars.")
    if packed.startswith(_GZIP):
        return Content(_gunzipped(packed, path.name, watch), _without_ending(path.name, ".gz"))
    if packed.startswith(_ZIP) or zipfile.is_zipfile(io.BytesIO(packed[-70_000:])):
        return _unzipped(packed, path.name, member, watch)
    if packed.startswith(_OTHER_ARCHIVES):
        raise DataError(f"{shown(path.name)} is an archive of a kind not known here; unpack it, or use gzip or zip.")
    return Content(packed, path.name)


def _bytes_of(path: Path, watch: Watch) -> bytes:
    name = shown(path.name)
    try:
        if path.is_dir():
            raise DataError(f"{name} is a folder; choose a file.")
        if path.exists() and not path.is_file():
            raise DataError(f"{name} is not a regular file; choose a file.")
        size = path.stat().st_size
        if size > LARGEST:
            raise DataError(f"{name} has {size:,} bytes, over the {LARGEST:,} taken; split it into smaller files.")
        with path.open("rb") as file:
            return _drained(file, size, watch)
    except FileNotFoundError:
        raise DataError(f"There is no file {name}; check its name and folder.") from None
    except (OSError, ValueError) as error:
        raise DataError(f"{name} can't be read ({shown(str(error))}); check the file and its permissions.") from error


def _drained(file: IO[bytes], size: int, watch: Watch) -> bytes:
    pieces, taken = [], 0
    while piece := file.read(_READ):
        pieces.append(piece)
        taken += len(piece)
        watch.step("reading", taken, max(size, taken))
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)  # copied with the interpreter's lock held: seldom


def _gunzipped(packed: bytes, name: str, watch: Watch) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as file:
            data = _bounded(file, len(packed), name, watch)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(name) from error
    return _not_packed_twice(data, name)


def _unzipped(packed: bytes, name: str, member: str | None, watch: Watch) -> Content:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            chosen = _chosen_member(archive, name, member)
            with archive.open(chosen) as file:
                data = _bounded(file, max(1, chosen.compress_size), name, watch)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        zlib.error,
        ValueError,
        KeyError,
        IndexError,
        OverflowError,
    ) as error:
        raise _damaged(name) from error
    except (NotImplementedError, RuntimeError) as error:
        raise DataError(f"{shown(name)} is packed in a way not known here; unpack it and import the file.") from error
    inner = chosen.filename
    return Content(_not_packed_twice(data, name), _last_part(inner), inner)


def _chosen_member(archive: zipfile.ZipFile, name: str, member: str | None) -> zipfile.ZipInfo:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise DataError(f"{shown(name)} holds {len(members):,} files; unpack it and import one of them.")
    if any(info.filename == "[Content_Types].xml" for info in members):
        raise DataError(f"{shown(name)} is an Office document; save its table as CSV and import that.")
    tables = _members_of(members, _TABLE_ENDINGS) or _members_of(members, _TEXT_ENDINGS)
    if member is not None:
        tables = [info for info in tables if info.filename == member]
    if not tables:
        raise DataError(f"There is no CSV inside {shown(name)}; choose an archive with a file of bars.")
    if len(tables) > 1:
        choices = tuple(info.filename for info in tables)
        raise ChoiceNeededError(
            f"There are {len(tables)} CSV files inside {shown(name)} ({listed(choices)}); unpack it and import one.",
            "file",
            choices,
        )
    if tables[0].flag_bits & 0x1:
        raise DataError(f"{shown(name)} is password protected (encrypted); unpack it and import the file.")
    return tables[0]


def _members_of(members: list[zipfile.ZipInfo], endings: tuple[str, ...]) -> list[zipfile.ZipInfo]:
    """The members that may be tables; what a Mac and others leave beside them is passed over."""
    return [info for info in members if _may_be_table(info, endings)]


def _may_be_table(info: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    last = _last_part(info.filename)
    is_litter = info.filename.startswith("__MACOSX") or last.startswith(".") or last.lower().startswith(_NOT_BARS)
    return not info.is_dir() and not is_litter and PurePosixPath(last.lower()).suffix in endings


def _bounded(file: Readable, packed_size: int, name: str, watch: Watch) -> bytes:
    """All of `file`, refused as soon as more comes out than honest data would give."""
    most = min(LARGEST, max(_FREE_BYTES, _LARGEST_RATIO * packed_size))
    taken = bytearray()
    while piece := file.read(_PIECE):
        taken += piece
        if len(taken) > most:
            raise DataError(
                f"{shown(name)}: the unpacked size or ratio is too large (over {most:,} bytes from {packed_size:,});"
                " unpack it yourself if you trust it."
            )
        watch.step("unpacking", len(taken), max(most, len(taken)))
    return bytes(taken)


def _not_packed_twice(data: bytes, name: str) -> bytes:
    if data.startswith((_GZIP, _ZIP, *_OTHER_ARCHIVES)):
        raise DataError(f"There is an archive and no CSV inside {shown(name)}; unpack it and import the file in it.")
    if not data:
        raise DataError(f"The file inside {shown(name)} is empty; choose one with bars.")
    return data


def _damaged(name: str) -> DataError:
    return DataError(f"{shown(name)} is a damaged archive (cut off, or its CRC is wrong); download it again.")


def _without_ending(name: str, ending: str) -> str:
    return name[: -len(ending)] if name.lower().endswith(ending) else name


def _last_part(member: str) -> str:
    return member.replace("\\", "/").rstrip("/").rpartition("/")[2]
