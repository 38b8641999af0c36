"""The program's own importer as the dialog wants it."""

from pathlib import Path
from typing import TYPE_CHECKING

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.watch import Watch

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import OpenedFile, Reading


class FileImporter:
    """Loads what reads files with the first file: on the thread that reads, not on the window's."""

    def open_file(self, path: Path, watch: Watch, member: str | None) -> "OpenedFile":
        """See `reading.open_file`."""
        from photon_desktop.market.importer import reading  # noqa: PLC0415 - brings Arrow with it

        return reading.open_file(path, watch, member)

    def regarded(self, opened: "OpenedFile", format_: Format) -> "OpenedFile":
        """See `reading.regarded`."""
        from photon_desktop.market.importer import reading  # noqa: PLC0415

        return reading.regarded(opened, format_)

    def preview(self, opened: "OpenedFile", format_: Format) -> "Reading":
        """See `reading.preview`."""
        from photon_desktop.market.importer import reading  # noqa: PLC0415

        return reading.preview(opened, format_)

    def read_bars(self, opened: "OpenedFile", format_: Format, watch: Watch) -> "Reading":
        """See `reading.read_bars`."""
        from photon_desktop.market.importer import reading  # noqa: PLC0415

        return reading.read_bars(opened, format_, watch)
