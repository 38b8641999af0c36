"""Alerts on their way out: once a channel, in letters that stay the same over a restart."""

from pathlib import Path

from photon_desktop.store import Store
from photon_desktop.store.alert_outbox import SendStatus


def put(store: Store, *ids: str, is_urgent: bool = False, channels: tuple[str, ...] = ("webhook",)) -> None:
    for alert_id in ids:
        store.alert_outbox.put(alert_id, channels, {"title": alert_id}, is_urgent=is_urgent)


def waiting(store: Store, channel: str = "webhook") -> list[str]:
    return [alert.alert_id for alert in store.alert_outbox.waiting(channel, 100)]


def test_an_alert_that_is_told_twice_waits_once_a_channel(store: Store) -> None:
    put(store, "a", channels=("webhook", "mail"))
    put(store, "a", channels=("webhook", "mail", "telegram"))
    assert [waiting(store, channel) for channel in ("webhook", "mail", "telegram")] == [["a"]] * 3


def test_one_that_was_sent_is_not_sent_again_when_it_is_told_again(store: Store) -> None:
    put(store, "a")
    store.alert_outbox.bind("a", store.alert_outbox.waiting("webhook", 1))
    store.alert_outbox.settle("webhook", "a", SendStatus.SENT, "", 5)
    put(store, "a")
    assert waiting(store) == []
    assert store.alert_outbox.count("webhook", SendStatus.SENT) == 1


def test_letters_go_first_then_what_is_urgent_then_what_is_old(store: Store) -> None:
    put(store, "a", "b", "c")
    put(store, "now", is_urgent=True)
    store.alert_outbox.bind("letter", [store.alert_outbox.waiting("webhook", 100)[-1]])
    assert waiting(store) == ["c", "now", "a", "b"]


def test_letters_are_not_mixed(store: Store) -> None:
    put(store, "a", "b")
    put(store, "now", "soon", is_urgent=True)
    now, soon, a, b = store.alert_outbox.waiting("webhook", 100)
    store.alert_outbox.bind("one", [now, a])
    store.alert_outbox.bind("two", [soon, b])
    assert waiting(store) == ["now", "a", "soon", "b"]


def test_letters_and_their_attempts_outlive_the_program(store_path: Path) -> None:
    first = Store.open(store_path)
    put(first, "a", "b")
    first.alert_outbox.bind("digest-a", first.alert_outbox.waiting("webhook", 2))
    first.alert_outbox.count_attempt("webhook", "digest-a")
    first.close()
    again = Store.open(store_path)
    rows = again.alert_outbox.waiting("webhook", 10)
    assert [(row.alert_id, row.letter_id, row.attempts) for row in rows] == [("a", "digest-a", 1), ("b", "digest-a", 1)]
    assert rows[0].content == {"title": "a"}
    again.close()


def test_the_oldest_go_when_too_many_wait_and_urgent_ones_last(store: Store) -> None:
    put(store, "now", is_urgent=True)
    put(store, "a", "b", "c")
    assert store.alert_outbox.drop_beyond("webhook", 2, "Too many.", 7) == 2
    assert waiting(store) == ["now", "c"]
    assert store.alert_outbox.drop_all("webhook", "Off.", 8) == 2
    assert store.alert_outbox.count("webhook", SendStatus.DROPPED) == 4


def test_what_waits_is_never_forgotten(store: Store) -> None:
    put(store, "old", "waits")
    store.alert_outbox.bind("old", store.alert_outbox.waiting("webhook", 1))
    store.alert_outbox.settle("webhook", "old", SendStatus.FAILED, "Nobody answered.", 5)
    assert store.alert_outbox.forget(5) == 0
    assert store.alert_outbox.forget(6) == 1
    assert waiting(store) == ["waits"]
