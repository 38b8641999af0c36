"""The book of alerts: the right ones are tried, and every change is known."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.alert_book import AlertBook, PriceWindow
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing
from tests.trading.test_alerts import SECOND, alert, tick


def named(alert_id: str, symbol: str = "BTCUSDT", level: str = "100", **changes: object) -> PriceAlert:
    condition = changes.pop("condition", AlertCondition.ABOVE)
    return replace(alert(condition, level, **changes), id=alert_id, symbol=symbol)


def test_only_the_alerts_of_the_symbol_go_off() -> None:
    book = AlertBook([named("a"), named("b", "ETHUSDT"), named("c", level="200")])
    hits = book.take(tick(99, 101, second=5))
    assert [(hit.alert.id, hit.price, hit.time_ns) for hit in hits] == [("a", 101, 5 * SECOND)]
    assert book.find("a").last_triggered_ns == 5 * SECOND
    assert book.find("b").last_triggered_ns is None


def test_a_new_alert_begins_at_the_price_of_its_symbol() -> None:
    book = AlertBook()
    book.take(tick(105))
    assert book.put(named("a")).is_waiting_to_come_back
    assert not book.put(named("b", "ETHUSDT")).is_waiting_to_come_back
    assert book.take(tick(106)) == ()
    assert book.last_price("BTCUSDT") == 106


def test_the_revision_rises_with_every_change_and_only_then() -> None:
    book = AlertBook([named("a", standing=Standing.UNDER)])
    book.take(tick(98))
    book.take(replace(tick(98), symbol="ETHUSDT"))
    assert book.revision == 0
    seen = []
    for step in (lambda: book.take(tick(101)), lambda: book.put(named("b", level="300")), lambda: book.remove("b")):
        step()
        seen.append(book.revision)
    assert seen == sorted(set(seen))
    assert book.remove("nobody") is None
    assert book.revision == seen[-1]


def test_an_alert_put_again_takes_the_place_of_the_one_before() -> None:
    book = AlertBook([named("a")])
    book.put(named("a", "ETHUSDT", "50"))
    assert [(kept.symbol, kept.level) for kept in book.all()] == [("ETHUSDT", Decimal(50))]
    assert book.take(tick(150)) == ()


def test_what_was_removed_is_taken_back_as_it_was() -> None:
    book = AlertBook([named("a")])
    book.take(tick(101))
    gone = book.remove("a")
    book.restore(gone)
    assert book.find("a") == gone
    assert book.take(tick(102)) == ()


def test_only_alerts_that_can_still_go_off_are_counted() -> None:
    book = AlertBook([named("a", repeats=False), named("b", level="200"), named("c", "ETHUSDT", repeats=False)])
    book.take(tick(101))
    assert book.counts() == {"BTCUSDT": 1, "ETHUSDT": 1}


def test_a_move_within_its_window_goes_off_and_a_slower_one_does_not() -> None:
    moving = named("m", level="5", condition=AlertCondition.CHANGE_PERCENT, window_s=600)
    fast, slow = AlertBook([moving]), AlertBook([moving])
    told = [
        (
            bool(fast.take(tick(100.0 + minute, second=60 * minute))),
            bool(slow.take(tick(100.0 + minute / 3, second=60 * minute))),
        )
        for minute in range(12)
    ]
    assert [number for number, (is_fast, _) in enumerate(told) if is_fast] == [5]
    assert not any(is_slow for _, is_slow in told)


def test_a_second_alert_on_the_same_window_shares_what_was_seen() -> None:
    moving = named("m", level="5", condition=AlertCondition.CHANGE_PERCENT, window_s=600)
    book = AlertBook([moving])
    book.take(tick(100.0, second=0))
    book.put(replace(moving, id="n", level=Decimal(6)))
    assert [hit.alert.id for hit in book.take(tick(106.0, second=60))] == ["m", "n"]
    book.remove("m")
    assert book.find("n") is not None


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(50, 150)), min_size=1, max_size=200))
def test_a_window_spans_what_was_seen_in_it_to_a_sixtieth(steps: list[tuple[int, int]]) -> None:
    window, seen, now = PriceWindow(120), [], 0
    for seconds, price in steps:
        now += seconds
        window.add(tick(float(price), second=now))
        seen.append((now, price))
    span = window.span(now * SECOND)
    surely = [price for second, price in seen if now - second <= 120]
    perhaps = [price for second, price in seen if now - second <= 124]
    assert min(perhaps) <= span.low <= min(surely)
    assert max(surely) <= span.high <= max(perhaps)
    assert span.last == seen[-1][1]


def test_before_the_first_tick_a_new_alert_begins_at_the_price_known_elsewhere() -> None:
    book = AlertBook()
    assert book.put(named("a"), 105.0).is_waiting_to_come_back
    assert book.take(tick(106)) == ()
    book.take(tick(90))
    assert not book.put(named("b"), 105.0).is_waiting_to_come_back


def test_a_tick_of_a_symbol_without_alerts_tries_none(monkeypatch: pytest.MonkeyPatch) -> None:
    book = AlertBook([named(f"a{number}", f"S{number}") for number in range(200)])
    tried = []
    monkeypatch.setattr(book, "_try", lambda alert, *_rest: tried.append(alert.symbol))
    for number in (3, 4, 3):
        book.take(replace(tick(99), symbol=f"S{number}"))
    book.take(replace(tick(99), symbol="OTHER"))
    assert tried == ["S3", "S4", "S3"]
