"""The first page: which bars are to be tested on, what there is of them, and what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QVBoxLayout, QWidget

from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.backtest.fields import ChoiceField, Form, sentence_label
from photon_desktop.ui.dialogs.backtest.gap_list import GapList
from photon_desktop.ui.dialogs.backtest.views import Coverage, NoCoverage
from photon_desktop.ui.dialogs.data.words import gaps_in_words
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

NEWEST, ALL, DAYS = "5000", "all", "days"
_PERIODS = {
    NEWEST: mark("The newest 5,000 bars"),
    "20000": mark("The newest 20,000 bars"),
    ALL: mark("All bars"),
    DAYS: mark("From … to …"),
}
_LOOK_MS = 200  # after the last key
_DAY_NS = Interval.DAY_1.nanoseconds


class MarketPage(QWidget):
    """Tells `look_asked` when other bars are wanted, and is handed what there is of them."""

    look_asked = Signal(str, object)  # symbol, Interval
    import_asked = Signal()
    download_asked = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Coverage | None = None
        self.is_looking = False
        self.symbol = QComboBox()
        self.symbol.setObjectName("backtestSymbol")
        self.symbol.setAccessibleName(tr("Symbol"))
        self.symbol.setEditable(True)
        self.symbol.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.symbol.setFixedWidth(232)
        self.interval = ChoiceField(
            "backtestInterval", tr("Interval"), {one.value: one.value for one in Interval}, Interval.HOUR_1.value
        )
        self.period = ChoiceField("backtestPeriod", tr("Period"), _PERIODS, NEWEST)
        self.first_day, self.last_day = (
            _day("backtestFirstDay", tr("First day")),
            _day("backtestLastDay", tr("Last day")),
        )
        self.coverage = sentence_label("backtestCoverage", tr("What there is of these bars"))
        self.gaps = GapList()
        self.import_button = push_button(tr("&Import a file…"), "backtestImport", tr("Bring in bars from a CSV file"))
        self.download_button = push_button(tr("Do&wnload bars…"), "backtestDownload", tr("Fetch bars over the network"))
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._arrange()
        self._connect()

    @property
    def source(self) -> str:
        """Where the bars are from; empty while there are none."""
        return "" if self._found is None else self._found.source

    @property
    def fault(self) -> str:
        """Why these bars can't be tested on, in one sentence; empty when they can."""
        if self._found is None:
            return self.coverage.text().removeprefix("▲ ")
        try:
            self.bars()
        except (NotEnoughDataError, ValueRefusedError) as error:
            return said(str(error))
        return ""

    def asked(self) -> tuple[str, Interval]:
        """The symbol and the interval chosen."""
        return self.symbol.currentText().strip().upper(), Interval(self.interval.value())

    def bars(self) -> Bars:
        """The bars of the period. Raises NotEnoughDataError when there is none, ValueRefusedError for swapped days."""
        found = self._coverage()
        period = self.period.value()
        if period == ALL:
            return found.bars
        if period != DAYS:
            return found.bars.tail(int(period))
        first, last = self.span()
        if first is not None and last is not None and first >= last:
            raise ValueRefusedError(tr("The first day is behind the last one; swap them."))
        bars = found.bars.between(first, last)
        if len(bars) == 0:
            begin, end = (to_iso(int(found.bars.times[place]))[:10] for place in (0, -1))
            raise NotEnoughDataError(
                tr("{symbol} has no bars between these days; there are bars from {begin} to {end}.").format(
                    symbol=found.symbol, begin=begin, end=end
                )
            )
        return bars

    def span(self) -> tuple[int | None, int | None]:
        """First and end of the days chosen, ns UTC; of the bars themselves where so many are chosen, None for all."""
        period = self.period.value()
        if period == DAYS:
            days = (field.date().toString(Qt.DateFormat.ISODate) for field in (self.first_day, self.last_day))
            first, last = map(from_iso, days)
            return first, last + _DAY_NS
        if period == ALL:
            return None, None
        bars = self.bars()
        return int(bars.times[0]), int(bars.times[-1]) + 1

    def set_symbols(self, symbols: Sequence[str]) -> None:
        """Offer these."""
        chosen, blocker = self.symbol.currentText(), QSignalBlocker(self.symbol)
        self.symbol.clear()
        self.symbol.addItems(list(symbols))
        self.symbol.setCurrentText(chosen)
        blocker.unblock()

    def begin_with(self, symbol: str, interval: Interval) -> None:
        """Choose these, and look what there is of them."""
        blocker = QSignalBlocker(self.symbol)
        self.symbol.setCurrentText(symbol)
        blocker.unblock()
        self.interval.show_value(interval.value)
        self.look()

    def choose_span(self, start_ns: int | None, end_ns: int | None) -> None:
        """Choose these days; all bars where both are None."""
        self.period.show_value(ALL if start_ns is None and end_ns is None else DAYS)
        for field, time in ((self.first_day, start_ns), (self.last_day, None if end_ns is None else end_ns - 1)):
            if time is not None:
                field.setDate(QDate.fromString(to_iso(time)[:10], Qt.DateFormat.ISODate))
        self._show_days()

    @Slot()
    def look(self) -> None:
        """Ask what there is of what is chosen."""
        self._look_soon.stop()
        symbol, interval = self.asked()
        self._found, self.is_looking = None, bool(symbol)
        self.gaps.show_gaps(())
        self._say(tr("Reading the bars…") if symbol else tr("Choose a symbol."), Tone.MUTED)
        self.changed.emit()
        if symbol:
            self.look_asked.emit(symbol, interval)

    def show_found(self, found: Coverage | NoCoverage) -> None:
        """Show what there is, if it is still what is asked for."""
        if (found.symbol, found.interval) != self.asked():
            return
        self.is_looking = False
        if isinstance(found, NoCoverage):
            self._say(f"▲ {found.sentence}", Tone.WARNING)
        else:
            self._found = found
            self._limit_days(found.bars)
            self._judge()
        self.changed.emit()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._look_soon.stop()

    def _coverage(self) -> Coverage:
        if self._found is None:
            raise NotEnoughDataError(tr("There are no bars yet."))
        return self._found

    @Slot()
    def _judge(self) -> None:
        found, fault = self._found, self.fault
        if found is None:
            return
        if fault:
            self._say(f"▲ {fault}", Tone.WARNING)
            return
        bars = self.bars()
        first, last = (formats.minute_time(int(bars.times[place])) for place in (0, -1))
        count = f"{len(bars):,}"
        if len(bars) != len(found.bars):
            count = tr("{count} of {total:,}").format(count=count, total=len(found.bars))
        told = tr_many(
            "{count} bars from {first} to {last}, source {source}.",
            "{count} bars from {first} to {last}, source {source}.",
            len(found.bars),
        )
        lines = [told.format(count=count, first=first, last=last, source=found.source)]
        lines.append(gaps_in_words(found.gaps, found.missing_bars))
        still = int((bars.volume == 0).sum())
        if still:
            told = tr_many(
                "{count} bars have no volume: whether anything could be traded there is not known.",
                "{count} bars have no volume: whether anything could be traded there is not known.",
                still,
            )
            lines.append(told.format(count=f"{still:,}"))
        self._say("\n".join(lines), Tone.PLAIN)
        self.gaps.show_gaps(found.longest)

    def _limit_days(self, bars: Bars) -> None:
        if self.period.value() == DAYS:
            return
        for field, place in ((self.first_day, 0), (self.last_day, -1)):
            blocker = QSignalBlocker(field)
            field.setDate(QDate.fromString(to_iso(int(bars.times[place]))[:10], Qt.DateFormat.ISODate))
            blocker.unblock()

    @Slot()
    def _take_period(self) -> None:
        self._show_days()
        self._judge()
        self.changed.emit()

    def _show_days(self) -> None:
        self.form.set_shown(self.days, self.period.value() == DAYS)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.coverage.setText(sentence)
        set_tone(self.coverage, tone)

    def _arrange(self) -> None:
        self.days = QWidget()
        line = beside(self.first_day, self.last_day, None)
        line.setContentsMargins(0, 0, 0, 0)
        self.days.setLayout(line)
        self.form = Form()
        self.form.add(tr("&Symbol"), self.symbol)
        self.form.add(tr("I&nterval"), self.interval)
        self.form.add(tr("&Period"), self.period)
        self.form.add(tr("Days (UTC)"), self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.coverage)
        column.addLayout(beside(self.import_button, self.download_button, None))
        column.addWidget(self.gaps)
        column.addStretch(1)
        self._show_days()

    def _connect(self) -> None:
        self.symbol.currentTextChanged.connect(self._look_later)
        self.interval.changed.connect(self.look)
        self.period.changed.connect(self._take_period)
        for field in (self.first_day, self.last_day):
            field.dateChanged.connect(self._take_period)
        self.import_button.clicked.connect(self.import_asked)
        self.download_button.clicked.connect(self.download_asked)
        self._look_soon.timeout.connect(self.look)

    @Slot()
    def _look_later(self) -> None:
        self._found, self.is_looking = None, True
        self._look_soon.start()
        self.changed.emit()


def _day(name: str, words: str) -> QDateEdit:
    field = QDateEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setMinimumDate(QDate(1970, 1, 1))
    field.setFixedWidth(112)
    return field
