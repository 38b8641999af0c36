"""The quality report in words."""

from dataclasses import replace

import pytest

from photon_desktop.market.importer.quality import Dropped
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.csv_import.views.report_words import interval_words, report_lines, summary
from photon_desktop.ui.tables.row_table import Tone
from tests.ui.dialogs.csv_import.made_files import reading, report, troubled_reading


def test_one_sentence_says_what_a_file_holds() -> None:
    made = troubled_reading()
    said = summary(made.bars, made.report, "BTCUSDT", Interval.HOUR_1)
    assert said == "8,760 hourly bars of BTCUSDT, 2023-12-08 to 2024-12-07; 2 rows dropped."


def test_what_is_not_known_yet_is_left_out() -> None:
    made = reading(1)
    assert summary(made.bars, made.report, None, None) == "1 bar, 2024-12-07; no row dropped."


def test_a_file_without_bars_says_so() -> None:
    none = report(Bars.empty(), rows_read=3)
    assert summary(Bars.empty(), none, "X", None) == "No bars among 3 rows; what is wrong with them stands below."


def test_counts_come_first_and_where_it_was_folds_out() -> None:
    lines = {line.words: line for line in report_lines(troubled_reading().report)}
    assert lines["Rows read"].figure == "8,762"
    assert lines["Bars to import"].figure == "8,760"
    assert lines["Rows dropped"].details[0].words == "no number in close: lines 17, 403"
    assert lines["Gaps, 12 bars missing"].figure == "3"
    assert [detail.figure for detail in lines["Gaps, 12 bars missing"].details] == ["4", "4", "4"]
    assert lines["Outliers"].details[0].words == "2023-12-10 06:00 UTC"
    assert lines["▲ Times carry no zone."].tone is Tone.WARNING


def test_what_is_well_is_quiet() -> None:
    lines = {line.words: line for line in report_lines(reading().report)}
    for words in ("Rows dropped", "Gaps", "Duplicate rows", "Outliers"):
        assert (lines[words].figure, lines[words].tone, lines[words].details) == ("0", Tone.MUTED, ())


def test_long_lists_end_with_how_many_more_there_are() -> None:
    found = replace(troubled_reading().report, gap_count=500, dropped=(Dropped("no time", 40, tuple(range(1, 21))),))
    lines = {line.words: line for line in report_lines(found)}
    assert lines["Gaps, 12 bars missing"].details[-1].words == "and 497 more"
    assert lines["Rows dropped"].details[0].words.endswith("11, 12 and 28 more")


@pytest.mark.parametrize("interval", Interval)
def test_every_interval_has_a_word(interval: Interval) -> None:
    assert interval_words(interval)
