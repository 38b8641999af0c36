"""The decision feed: newest first, each with its reason and what became of it."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.messages import Action, ReportStatus
from photon_desktop.ui.design import LIGHT, Theme
from photon_desktop.ui.panels.decision_feed import DecisionFeedPanel
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.tables.decision_delegate import ROW_HEIGHT
from photon_desktop.ui.tables.decision_model import FEED_LIMIT, DecisionRow, FeedFilter
from photon_desktop.ui.tables.row_table import Tone
from tests.ui.examples import BEGIN, BTC, ETH, SECOND, blocked, chain, decision, report


@pytest.fixture
def panel(qtbot: QtBot, instruments: InstrumentBook, theme: Theme) -> DecisionFeedPanel:
    made = DecisionFeedPanel(instruments, theme)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def take(panel: DecisionFeedPanel, views: list[StoredView]) -> str:
    """Feed the panel a chain, and return the id of its decision."""
    panel.take_decision(views[1], views[1].message.payload)
    if len(views) > 2:
        panel.take_report(views[2], views[2].message.payload)
    return views[1].message.id


def rows(panel: DecisionFeedPanel) -> list[DecisionRow]:
    return [panel.model.row(position) for position in range(panel.model.rowCount())]


def sentences(panel: DecisionFeedPanel) -> list[str]:
    return [panel.filter.index(row, 0).data() for row in range(panel.filter.rowCount())]


def test_before_the_first_decision_it_says_how_to_get_one(panel: DecisionFeedPanel) -> None:
    assert not panel.has_content
    assert "Ctrl+D" in panel.notice


def test_the_newest_decision_stands_on_top_with_its_words(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision(Action.BUY, BTC)))
    take(panel, chain(2, decision(Action.SELL, ETH, "3600", confidence=0.61)))
    assert panel.has_content
    assert sentences(panel)[0].startswith("▼ SELL DEMO-ETH, confidence 61%.")
    assert sentences(panel)[1].startswith("▲ BUY DEMO-BTC, confidence 85%.")


def test_a_blocked_wish_says_what_was_wanted_and_what_stood_in_its_way(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, blocked()))
    words, tone = panel.model.outcome(rows(panel)[0])
    assert words.startswith("⊘ Wanted BUY, blocked: The position would be larger")
    assert "not enough free cash" in words
    assert tone is Tone.WARNING


def test_a_report_says_on_its_decision_what_became_of_it(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision(), report()))
    assert panel.model.outcome(rows(panel)[0]) == ("✓ executed 0.0104 at 96,548.2", Tone.PLAIN)
    take(panel, chain(2, decision(), report(ReportStatus.REJECTED)))
    words, tone = panel.model.outcome(rows(panel)[0])
    assert words == "✕ rejected: The order needs 1003.60 and the free cash is 12.10."
    assert tone is Tone.WARNING


def test_the_fill_of_a_stop_is_not_taken_for_the_decision_s_own(panel: DecisionFeedPanel) -> None:
    views = chain(1, decision(Action.BUY), report())
    take(panel, views)
    stop = replace(report(), action=Action.SELL, message="The stop loss closed the position")
    panel.take_report(StoredView(replace(views[2].message, id="stop", payload=stop), "done"), stop)
    assert rows(panel)[0].reports == (report(),)


def part(quantity: str, price: str, second: int, status: ReportStatus = ReportStatus.PARTIALLY_EXECUTED) -> StoredView:
    """A report on a part of the first chain's order."""
    made = replace(
        report(), status=status, quantity=Decimal(quantity), executed_price=Decimal(price),
        executed_at=BEGIN + second * SECOND,
    )  # fmt: skip
    return StoredView(replace(chain(1, decision(), made)[2].message, id=f"part-{second}"), "done")


def take_parts(panel: DecisionFeedPanel, *parts: StoredView) -> None:
    for view in parts:
        panel.take_report(view, view.message.payload)


def test_an_order_filled_in_parts_shows_what_they_come_to_and_each_of_them(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision()))
    first, last = part("0.0100", "96500", 1), part("0.0004", "96552", 2, ReportStatus.EXECUTED)
    take_parts(panel, first)
    assert panel.model.outcome(rows(panel)[0]) == ("◐ partly executed 0.0100 of 0.0104 at 96,500.0", Tone.PLAIN)
    take_parts(panel, last, first)  # the first comes a second time
    assert panel.model.outcome(rows(panel)[0]) == ("✓ executed 0.0104 at 96,502.0 in 2 parts", Tone.PLAIN)
    tip = panel.filter.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "◐ partly executed 0.0100 at 96,500.0" in tip
    assert "✓ executed 0.0004 at 96,552.0" in tip


@pytest.mark.parametrize(
    ("status", "sign"),
    [
        (ReportStatus.REJECTED, "✕ rejected"),
        (ReportStatus.CANCELLED, "✕ cancelled"),
        (ReportStatus.EXPIRED, "✕ expired"),
        (ReportStatus.UNKNOWN, "? unknown"),
    ],
)
def test_how_an_order_ended_is_told_by_sign_and_word(panel: DecisionFeedPanel, status: ReportStatus, sign: str) -> None:
    take(panel, chain(1, decision(), replace(report(status), message="It came to nothing.")))
    assert panel.model.outcome(rows(panel)[0]) == (f"{sign}: It came to nothing.", Tone.WARNING)


def test_a_part_whose_rest_expired_says_both_the_end_first(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision()))
    rest = replace(report(ReportStatus.EXPIRED), message="The rest was not filled.")
    take_parts(panel, part("0.0100", "96500", 1), StoredView(chain(1, decision(), rest)[2].message, "done"))
    words, tone = panel.model.outcome(rows(panel)[0])
    assert words == "✕ expired after 0.0100 of 0.0104 at 96,500.0: The rest was not filled."
    assert tone is Tone.WARNING


def test_an_unknown_order_that_was_found_filled_is_filled(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision(), replace(report(ReportStatus.UNKNOWN), message="No answer came.")))
    take_parts(panel, part("0.0104", "96500", 5, ReportStatus.EXECUTED))
    assert panel.model.outcome(rows(panel)[0]) == ("✓ executed 0.0104 at 96,500.0", Tone.PLAIN)


def test_a_failed_message_says_so_on_its_card(panel: DecisionFeedPanel) -> None:
    view = chain(1, decision())[1]
    panel.take_decision(view, view.message.payload)
    failed = replace(view, status="failed", note="Disk full.")
    panel.take_decision(failed, failed.message.payload)
    assert panel.model.rowCount() == 1
    assert panel.model.outcome(rows(panel)[0]) == ("✕ Failed. Disk full.", Tone.WARNING)


def test_the_filter_shows_only_what_buys_or_sells(panel: DecisionFeedPanel) -> None:
    take(panel, chain(1, decision(Action.HOLD)))
    take(panel, chain(2, decision(Action.SELL)))
    take(panel, chain(3, blocked()))
    panel.choice.setCurrentText(FeedFilter.TRADES)
    assert [words[:6] for words in sentences(panel)] == ["▼ SELL"]
    panel.choice.setCurrentText(FeedFilter.ALL)
    assert len(sentences(panel)) == 3


def test_a_click_chooses_a_decision(panel: DecisionFeedPanel, qtbot: QtBot) -> None:
    first = take(panel, chain(1, decision()))
    take(panel, chain(2, decision(Action.SELL)))
    place = panel.view.visualRect(panel.filter.index(1, 0)).center()
    with qtbot.waitSignal(panel.decision_chosen) as chosen:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0].message_id == first


def test_selecting_a_decision_that_the_filter_hides_shows_all_again(panel: DecisionFeedPanel, qtbot: QtBot) -> None:
    hold = take(panel, chain(1, decision(Action.HOLD)))
    panel.choice.setCurrentText(FeedFilter.TRADES)
    with qtbot.waitSignal(panel.decision_chosen) as chosen:
        panel.select(hold)
    assert chosen.args[0].message_id == hold
    assert panel.choice.currentText() == FeedFilter.ALL


def test_it_keeps_a_bounded_number_of_decisions_and_does_not_slow_down(panel: DecisionFeedPanel) -> None:
    chains = [chain(number, decision()) for number in range(4 * FEED_LIMIT)]

    def seconds_for(part: int) -> float:
        begun = time.perf_counter()
        for views in chains[part * FEED_LIMIT : (part + 1) * FEED_LIMIT]:
            take(panel, views)
        return time.perf_counter() - begun

    young, *_, old = [seconds_for(part) for part in range(4)]
    assert panel.model.rowCount() == FEED_LIMIT
    assert rows(panel)[0].message_id == chains[-1][1].message.id
    assert old < 10 * young + 0.1


def test_letting_go_of_the_chosen_decision_chooses_no_other(panel: DecisionFeedPanel, qtbot: QtBot) -> None:
    take(panel, chain(0, decision()))
    panel.view.setCurrentIndex(panel.filter.index(0, 0))
    with qtbot.assertNotEmitted(panel.decision_chosen):
        for number in range(1, FEED_LIMIT + 2):
            take(panel, chain(number, decision()))
    assert not panel.view.currentIndex().isValid()


def test_what_is_being_read_stays_in_place_while_cards_come_in_on_top(panel: DecisionFeedPanel, qtbot: QtBot) -> None:
    for number in range(20):
        take(panel, chain(number, decision()))
    bar = panel.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 10 * ROW_HEIGHT)
    bar.setValue(3 * ROW_HEIGHT)
    read = panel.view.indexAt(panel.view.viewport().rect().topLeft()).data()
    take(panel, chain(20, decision(Action.SELL)))
    assert bar.value() == 4 * ROW_HEIGHT
    assert panel.view.indexAt(panel.view.viewport().rect().topLeft()).data() == read


def test_cards_are_drawn_for_every_kind_of_decision_in_both_themes(panel: DecisionFeedPanel) -> None:
    for number, made in enumerate((decision(), decision(Action.SELL), decision(Action.HOLD), blocked())):
        take(panel, chain(number, made))
    pictures = [panel.view.viewport().grab().toImage()]
    panel.set_theme(LIGHT)
    pictures.append(panel.view.viewport().grab().toImage())
    cards = [pictures[0].copy(panel.view.visualRect(panel.filter.index(row, 0))) for row in range(4)]
    assert all(cards[i] != cards[j] for i in range(4) for j in range(i))
    assert pictures[0] != pictures[1]
