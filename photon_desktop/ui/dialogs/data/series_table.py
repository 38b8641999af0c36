"""The table of the series: what its cells say, how it is sorted and what the filter lets through."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from photon_desktop.trading.passport import Passport
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.data.views import ShelvedSeries
from photon_desktop.ui.dialogs.data.words import (
    HASH_SHOWN,
    changed_sentence,
    gap_count,
    gaps_in_words,
    hash_of,
    moment,
    state_of,
    whole_moment,
)
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.tables.row_table import Column, Role, RowTable, Tone, titled

_MOST_SERIES = 100_000
Index = QModelIndex | QPersistentModelIndex
Order = tuple[Any, ...]


def _of_passport(words: Callable[[Passport], str]) -> Callable[[ShelvedSeries], str]:
    return lambda series: formats.NO_VALUE if series.passport is None else words(series.passport)


def _gaps(series: ShelvedSeries) -> str:
    count = gap_count(series)
    return formats.NO_VALUE if count is None else f"{count[0]:,}"


def _gaps_tooltip(series: ShelvedSeries) -> str:
    count = gap_count(series)
    return tr("Not counted yet; check it again.") if count is None else gaps_in_words(*count)


def _gaps_tone(series: ShelvedSeries) -> Tone:
    count = gap_count(series)
    return Tone.WARNING if count is not None and count[0] else Tone.PLAIN


def _duplicates_tooltip(series: ShelvedSeries) -> str:
    if series.passport is None:
        return tr("Not known without a passport.")
    count = series.passport.duplicates
    return tr_many(
        "{count} rows of a time that another row had, left out.",
        "{count} row of a time that another row had, left out.",
        count,
    ).format(count=f"{count:,}")


def _short_hash(series: ShelvedSeries) -> str:
    return hash_of(series)[:HASH_SHOWN] or formats.NO_VALUE


def _hash_tooltip(series: ShelvedSeries) -> str:
    whole = hash_of(series)
    copied = tr("Ctrl+C copies it")
    return f"{whole}\n{copied}" if whole else tr("Not known; check it again.")


_COLUMNS: tuple[Column[ShelvedSeries], ...] = (
    Column(mark("Symbol"), lambda series: series.key.symbol),
    Column(mark("Interval"), lambda series: series.key.interval.value),
    Column(mark("Source"), lambda series: series.key.source),
    Column(mark("Bars"), lambda series: f"{series.bars:,}", is_number=True),
    Column(mark("From"), lambda series: moment(series.first_ns), tooltip=lambda series: whole_moment(series.first_ns)),
    Column(mark("To"), lambda series: moment(series.last_ns), tooltip=lambda series: whole_moment(series.last_ns)),
    Column(mark("Gaps"), _gaps, is_number=True, tooltip=_gaps_tooltip, tone=_gaps_tone),
    Column(
        mark("State"),
        lambda series: state_of(series).words,
        tooltip=lambda series: changed_sentence(series) or state_of(series).words,
        tone=lambda series: state_of(series).tone,
    ),
    Column(
        mark("Duplicates"), _of_passport(lambda one: f"{one.duplicates:,}"), is_number=True, tooltip=_duplicates_tooltip
    ),
    Column(mark("Time zone"), _of_passport(lambda one: one.zone)),
    Column(mark("Adjusted for"), _of_passport(lambda one: tr(one.adjustments))),
    Column(
        mark("Fetched"),
        _of_passport(lambda one: moment(one.fetched_at_ns)),
        tooltip=_of_passport(lambda one: whole_moment(one.fetched_at_ns)),
    ),
    Column(mark("Hash"), _short_hash, tooltip=_hash_tooltip),
)
WIDTHS = (84, 68, 68, 72, 132, 132, 56, 96, 86, 84, 100, 132, 108)
WIDE_ONLY = (12, 10, 9, 8, 11)  # columns whose words stand in the details, too
_ORDERS: dict[str, Callable[[ShelvedSeries], Order]] = {
    "Interval": lambda series: (series.key.interval.seconds,),
    "Bars": lambda series: (series.bars,),
    "From": lambda series: (series.first_ns,),
    "To": lambda series: (series.last_ns,),
    "Gaps": lambda series: gap_count(series) or (-1, -1),
    "Duplicates": lambda series: (-1 if series.passport is None else series.passport.duplicates,),
    "Fetched": lambda series: (-1 if series.passport is None else series.passport.fetched_at_ns,),
}


class SeriesTable(RowTable[ShelvedSeries]):
    """Every series, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(titled(_COLUMNS), lambda series: str(series.key), _MOST_SERIES, parent)


class SortedSeries(QSortFilterProxyModel):
    """The series by what their cells mean, those of equal cells by symbol, interval and source; only those whose row
    has every word of the filter somewhere in it."""

    def __init__(self, model: SeriesTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    def set_filter(self, text: str) -> None:
        """Let only rows through that have every word of `text`, in any letter case."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def series_at(self, index: Index) -> ShelvedSeries | None:
        """The series of a row of this model, None for no row."""
        series = index.data(Role.ROW) if index.isValid() else None
        return series if isinstance(series, ShelvedSeries) else None

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        if not self._words:
            return True
        model = self.sourceModel()
        cells = (model.index(row, column, parent).data() for column in range(model.columnCount()))
        text = "\n".join(str(cell) for cell in cells).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        one, other = left.data(Role.ROW), right.data(Role.ROW)
        return _order(left, one) < _order(right, other)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        return self.sourceModel().headerData(section, orientation, role)


def _order(index: Index, series: ShelvedSeries) -> Order:
    own = _ORDERS.get(_COLUMNS[index.column()].title)
    first = own(series) if own is not None else (str(index.data()).casefold(),)
    return (*first, series.key.symbol, series.key.interval.seconds, series.key.source)
