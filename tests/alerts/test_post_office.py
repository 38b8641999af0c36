"""Alerts get out: once each, gathered in bursts, with the same id however often, and never in anybody's way."""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from photon_desktop.alerts import courier, post_office
from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import AlertChoices, Channel
from photon_desktop.alerts.post_office import PostOffice
from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.alerts.secrets import AlertSecrets
from photon_desktop.errors import StoreFullError
from photon_desktop.store import Store
from photon_desktop.store.alert_outbox import SendStatus
from photon_desktop.trading.timestamps import from_datetime
from tests.alerts.mail_server import MailServer
from tests.alerts.samples import (
    SECRET,
    SetClock,
    Told,
    alert,
    opened,
    parts,
    patient,
    to_mail,
    to_telegram,
    to_webhook,
    until,
    urgent,
)
from tests.alerts.web_server import Reply, WebServer
from tests.keyrings import MemoryKeyring, found

KEY = "Idempotency-Key"


def sent(store: Store, channel: Channel = Channel.WEBHOOK) -> int:
    return store.alert_outbox.count(channel, SendStatus.SENT)


def test_an_alert_goes_out_by_every_channel_that_is_on(store: Store, web: WebServer, mail: MailServer) -> None:
    told = Told()
    choices = AlertChoices(
        to_webhook(web.address).webhook,
        to_telegram(web.address).telegram,
        to_mail(mail.port).mail,
        wanted=to_mail(mail.port).wanted,
    )
    with opened(store, choices, told) as office:
        office.offer(alert())
        assert sorted(channel for channel, _ in told.wait_for(3)) == ["mail", "telegram", "webhook"]
    assert {post.path.split("/")[1][:3] for post in web.posts} == {"hoo", "bot"}
    assert mail.mails[0].mail["Subject"] == "BUY BTCUSDT 1"
    assert [sent(store, channel) for channel in Channel] == [1, 1, 1]


def test_what_was_not_chosen_does_not_go_out(store: Store, web: WebServer) -> None:
    told = Told()
    chosen = to_webhook(web.address)
    choices = AlertChoices(chosen.webhook, wanted=frozenset({(AlertKind.HALT, Channel.WEBHOOK)}))
    with opened(store, choices, told) as office:
        office.offer(alert(1))
        office.offer(urgent(2))
        told.wait_for(1)
    assert [post.headers[KEY] for post in web.posts] == ["halt-2"]


def test_what_is_told_twice_goes_out_once(store: Store, web: WebServer) -> None:
    told = Told()
    with opened(store, to_webhook(web.address), told) as office:
        office.offer(alert(1))
        told.wait_for(1)
        office.offer(alert(1))
        office.offer(alert(2))
        told.wait_for(2)
    assert [post.headers[KEY] for post in web.posts] == ["trade-1", "trade-2"]


def test_a_burst_of_five_hundred_is_one_digest(store: Store, web: WebServer) -> None:
    told = Told()
    with opened(store, to_webhook(web.address), told, patient(gather_s=0.2)) as office:
        for number in range(500):
            office.offer(alert(number))
        told.wait_for(1)
    (post,) = web.posts
    assert post.told["title"] == "500 alerts: 500 trades"
    assert [one["id"] for one in post.told["alerts"]] == [f"trade-{number}" for number in range(500)]
    assert post.told["text"].endswith("And 480 more.")
    assert sent(store) == 500


def test_what_comes_in_the_pause_after_a_letter_goes_into_the_next(store: Store, web: WebServer) -> None:
    told = Told()
    with opened(store, to_webhook(web.address), told, patient(pause_s=0.2)) as office:
        office.offer(alert(0))
        told.wait_for(1)
        for number in range(1, 30):
            office.offer(alert(number))
        told.wait_for(2)
    assert [len(post.told["alerts"]) for post in web.posts] == [1, 29]


def test_after_failures_the_same_letter_goes_out_again(store: Store, web: WebServer) -> None:
    web.replies.extend([Reply(500), Reply(503), Reply(502)])
    told = Told()
    with opened(store, to_webhook(web.address), told) as office:
        office.offer(alert())
        assert told.wait_for(1) == [(Channel.WEBHOOK, "")]
    assert [post.headers[KEY] for post in web.posts] == ["trade-1"] * 4
    assert len({post.body for post in web.posts}) == 1


def test_whoever_asks_for_time_gets_it(store: Store, web: WebServer) -> None:
    web.replies.append(Reply(429, headers={"Retry-After": "1"}))
    told = Told()
    with opened(store, to_webhook(web.address), told) as office:
        office.offer(alert())
        web.wait_for(1)
        begun = time.monotonic()
        told.wait_for(1)
        assert time.monotonic() - begun > 0.9


def test_a_letter_is_given_up_after_so_many_attempts_and_that_is_said(store: Store, web: WebServer) -> None:
    web.replies.extend([Reply(500)] * 3)
    told = Told()
    with opened(store, to_webhook(web.address), told, patient(attempts=3)) as office:
        office.offer(alert())
        ((channel, words),) = told.wait_for(1)
        office.offer(alert(2))
        assert told.wait_for(2)[1] == (Channel.WEBHOOK, "")  # the next one is not held up by it
    assert channel is Channel.WEBHOOK
    assert words == "“BUY BTCUSDT 1” was given up. The webhook at 127.0.0.1 answers 500. It was tried 3 times."
    assert store.alert_outbox.count(Channel.WEBHOOK, SendStatus.FAILED) == 1


def test_what_is_refused_for_good_is_not_tried_again(store: Store, web: WebServer) -> None:
    web.replies.append(Reply(410))
    told = Told()
    with opened(store, to_webhook(web.address), told) as office:
        office.offer(alert())
        assert "answers 410" in told.wait_for(1)[0][1]
    assert len(web.posts) == 1


def test_a_host_that_hangs_holds_up_nobody(store: Store, web: WebServer, mail: MailServer) -> None:
    web.replies.append(Reply(hangs=True))
    choices = AlertChoices(to_webhook(web.address).webhook, mail=to_mail(mail.port).mail, wanted=to_mail(1).wanted)
    office = PostOffice(store, parts(store))
    office.begin(choices)
    begun = time.monotonic()
    for number in range(2_000):
        office.offer(alert(number))
    assert time.monotonic() - begun < 0.5
    web.wait_for(1)
    mail.wait_for(1)
    begun = time.monotonic()
    office.finish()
    assert time.monotonic() - begun < 1.5
    assert sent(store) == 0


def test_a_mail_server_that_says_nothing_does_not_hold_up_the_end(store: Store) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        office = PostOffice(store, parts(store))
        office.begin(to_mail(silent.getsockname()[1]))
        office.offer(alert())
        with silent.accept()[0]:
            begun = time.monotonic()
            office.finish()
            assert time.monotonic() - begun < 1.5
    assert len(store.alert_outbox.waiting("mail", 9)) == 1


def test_nothing_is_lost_where_nobody_answers_until_the_program_ends(store: Store, web: WebServer) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        with opened(store, to_webhook(dead), pace=patient(attempts=10_000)) as office:
            office.offer(alert(1))
    with opened(store, to_webhook(web.address)):
        assert web.wait_for(1)[0].headers[KEY] == "trade-1"


def test_after_a_crash_between_sending_and_marking_the_same_letter_goes_out(store: Store, web: WebServer) -> None:
    """The outbox is as it was when the letter had gone and its rows were not settled yet."""
    outbox = store.alert_outbox
    for number in (1, 2, 3):
        outbox.put(f"trade-{number}", ["webhook"], alert(number).to_json(), is_urgent=False)
    web.replies.append(Reply(hangs=True))
    with opened(store, to_webhook(web.address)):
        web.wait_for(1)
    outbox.put("halt-9", ["webhook"], urgent(9).to_json(), is_urgent=True)  # told after the restart
    with opened(store, to_webhook(web.address)):
        web.wait_for(3)
    first, again, new = web.posts
    assert first.headers[KEY] == again.headers[KEY] == "digest-3-trade-1"
    assert first.body == again.body
    assert new.headers[KEY] == "halt-9"


def test_a_disk_that_is_full_sends_nothing_twice_and_loses_nothing(
    store: Store, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "_STORE_PAUSE_S", 0.01)
    monkeypatch.setattr(post_office, "_AGAIN_S", 0.01)
    told, refused = Told(), []
    settle, put = store.alert_outbox.settle, store.alert_outbox.put

    def full(name: str, work: Callable[..., None], *given: Any, **named: Any) -> None:
        refused.append(name)
        if refused.count(name) <= 3:
            raise StoreFullError("The disk is full.")
        work(*given, **named)

    monkeypatch.setattr(store.alert_outbox, "settle", partial(full, "settle", settle))
    monkeypatch.setattr(store.alert_outbox, "put", partial(full, "put", put))
    with opened(store, to_webhook(web.address), told) as office:
        office.offer(alert(1))
        until(lambda: sent(store) == 1)
        office.offer(alert(2))
        until(lambda: sent(store) == 2)
    assert [post.headers[KEY] for post in web.posts] == ["trade-1", "trade-2"]


def test_a_channel_that_is_put_right_is_tried_at_once(store: Store, web: WebServer) -> None:
    told = Told()
    with opened(
        store, to_webhook("http://127.0.0.1:9"), told, patient(first_wait_s=60.0, longest_wait_s=60.0)
    ) as office:
        office.offer(alert())
        while (
            store.alert_outbox.waiting("webhook", 1)[:1] == []
            or not store.alert_outbox.waiting("webhook", 1)[0].attempts
        ):
            threading.Event().wait(0.01)
        office.take_choices(to_webhook(web.address))
        assert told.wait_for(1) == [(Channel.WEBHOOK, "")]


def test_a_letter_waits_while_a_channel_is_faulty(store: Store, web: WebServer) -> None:
    told, pace = Told(), patient(first_wait_s=60.0, longest_wait_s=60.0)
    with opened(store, to_webhook("http://127.0.0.1:9"), told, pace) as office:
        office.offer(alert())
        until(lambda: any(row.attempts for row in store.alert_outbox.waiting("webhook", 1)))
        office.take_choices(to_webhook("http://example.org"))
        office.offer(alert(2))  # nobody gets it: the channel is not ready
        office.take_choices(to_webhook(web.address))
        assert told.wait_for(1) == [(Channel.WEBHOOK, "")]
    assert [post.headers[KEY] for post in web.posts] == ["trade-1"]


def test_a_keyring_that_waits_for_its_password_is_asked_once(store: Store, web: WebServer) -> None:
    class WaitingKeyring(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            self.asked += 1
            unlocked.wait(10)
            return SECRET

    unlocked, ring = threading.Event(), WaitingKeyring()
    base = parts(store, told := Told())
    pace = patient(patience_s=0.05)
    with_ring = replace(base, secrets=AlertSecrets("test", lambda: found(ring)), pace=pace)
    office = PostOffice(store, with_ring)
    office.begin(to_webhook(web.address))
    try:
        office.offer(alert())
        until(lambda: any(row.attempts > 2 for row in store.alert_outbox.waiting("webhook", 1)))
        unlocked.set()
        assert told.wait_for(1) == [(Channel.WEBHOOK, "")]
    finally:
        unlocked.set()
        office.finish()
    assert ring.asked == 1


def test_what_waits_for_a_channel_that_is_switched_off_is_dropped(store: Store, web: WebServer) -> None:
    store.alert_outbox.put("trade-1", ["webhook"], alert().to_json(), is_urgent=False)
    with opened(store, AlertChoices()):
        until(lambda: not store.alert_outbox.waiting("webhook", 1))
    assert store.alert_outbox.count(Channel.WEBHOOK, SendStatus.DROPPED) == 1
    assert web.posts == []


class Night:
    """An office in quiet hours, whose morning can come."""

    def __init__(self, store: Store, web: WebServer, quiet: QuietHours) -> None:
        self.clock, self.told = SetClock(_at(23)), Told()
        base = parts(store, self.told)
        in_clock = replace(base, clock=self.clock)
        self.office = PostOffice(store, in_clock)
        chosen = to_webhook(web.address)
        self.office.begin(AlertChoices(chosen.webhook, quiet=quiet, wanted=chosen.wanted))


def _at(hour: int) -> int:
    return from_datetime(datetime(2026, 1, 5, hour, tzinfo=UTC))


def test_in_quiet_hours_only_what_is_urgent_goes_out_and_the_rest_in_the_morning(store: Store, web: WebServer) -> None:
    night = Night(store, web, QuietHours(is_on=True))
    try:
        night.office.offer(alert(1))
        night.office.offer(urgent(2))
        night.office.offer(alert(3))
        assert web.wait_for(1)[0].headers[KEY] == "halt-2"
        night.told.wait_for(1)
        night.clock.now = _at(23) + 8 * 3_600 * 10**9
        assert [one["id"] for one in web.wait_for(2)[1].told["alerts"]] == ["trade-1", "trade-3"]
    finally:
        night.office.finish()


def test_urgent_alerts_wait_too_where_that_was_chosen(store: Store, web: WebServer) -> None:
    night = Night(store, web, QuietHours(is_on=True, lets_urgent=False))
    try:
        night.office.offer(urgent(1))
        night.office.offer(alert(2))
        until(lambda: len(store.alert_outbox.waiting("webhook", 9)) == 2)
        night.clock.now = _at(8)
        assert web.wait_for(1)[0].told["title"] == "2 alerts: 1 halt, 1 trade"
    finally:
        night.office.finish()


def test_too_many_that_wait_are_left_out_and_said(store: Store, web: WebServer) -> None:
    told = Told()
    night = QuietHours(True, 0, 0)
    chosen = to_webhook(web.address)
    choices = AlertChoices(chosen.webhook, quiet=night, wanted=chosen.wanted)
    with opened(store, choices, told, patient(most_waiting=10)) as office:
        for number in range(25):
            office.offer(alert(number))
        told.wait_for(1)
    assert "left out" in told.words[0][1]
    assert len(store.alert_outbox.waiting("webhook", 99)) == 10


def test_work_that_is_handed_over_is_done_before_the_end(store: Store) -> None:
    done = []
    with opened(store, AlertChoices()) as office:
        office.do(lambda: done.append(threading.current_thread().name))
    assert done == ["alerts"]


@pytest.mark.parametrize("secret", ["a-secret-of-the-test", "AAtest_token-of_a-bot"])
def test_no_secret_gets_into_the_store_or_a_sentence(
    store: Store, web: WebServer, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    web.replies.extend([Reply(400, b'{"description": "bot12345678:AAtest_token-of_a-bot says no"}')] * 2)
    told = Told()
    choices = AlertChoices(to_webhook(web.address).webhook, to_telegram(web.address).telegram, wanted=to_mail(1).wanted)
    with opened(store, choices, told) as office:
        office.offer(alert())
        told.wait_for(2)
    store.close()
    assert not any(secret in words for _, words in told.words)
    assert secret not in caplog.text
    for path in store.path.parent.iterdir():
        assert secret.encode() not in path.read_bytes()
