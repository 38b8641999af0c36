"""What goes over the wire: signed JSON, a bot's message, a mail; and what is said when it is not taken."""

import asyncio
import hashlib
import hmac
import ssl
from pathlib import Path

import pytest

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.alerts.channels.mail import MailSender
from photon_desktop.alerts.channels.opening import sender_of
from photon_desktop.alerts.channels.telegram import MOST_CHARACTERS, TelegramSender, message
from photon_desktop.alerts.channels.webhook import WebhookSender
from photon_desktop.alerts.choices import MailChoice, MailSecurity, WebhookChoice
from photon_desktop.alerts.faults import LetterRefusedError, NotNowError
from tests.alerts.mail_server import MailServer
from tests.alerts.samples import NOON, SECRET, TOKEN, SetClock, alert, letter, mail_choice, urgent
from tests.alerts.web_server import Reply, WebServer
from tests.fakes.yahoo_certificate import Certificate

CLOCK = SetClock()


def webhook(web: WebServer, tls: ssl.SSLContext | None = None) -> WebhookSender:
    return WebhookSender(f"{web.address}/hook?to=me", SECRET, CLOCK, tls)


def bot(web: WebServer) -> TelegramSender:
    return TelegramSender(web.address, "@channel", TOKEN, CLOCK)


def trusting(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(certificate.authority))
    context.check_hostname = False  # it is made for other names
    return context


def test_a_receiver_can_verify_who_has_posted_what_and_when(web: WebServer) -> None:
    said = asyncio.run(webhook(web).send(letter()))
    (post,) = web.posts
    stamp, given = (part.split("=", 1)[1] for part in post.headers["Photon-Signature"].split(","))
    expected = hmac.new(SECRET.encode(), stamp.encode() + b"." + post.body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(given, expected)
    assert int(stamp) == NOON // 10**9
    assert post.headers["Idempotency-Key"] == post.told["id"] == "trade-1"
    assert post.headers["Content-Type"] == "application/json"
    assert post.told["alerts"] == [alert().to_json()]
    assert (post.path, said) == ("/hook?to=me", "The webhook at 127.0.0.1 has taken it (200).")


def test_the_signature_is_the_known_one() -> None:
    from photon_desktop.alerts.channels.webhook import signature

    assert signature("key", 0, b"{}") == f"t=0,v1={hmac.digest(b'key', b'0.{}', 'sha256').hex()}"


def test_a_digest_has_every_alert_without_its_data(web: WebServer) -> None:
    asyncio.run(webhook(web).send(letter(alert(1), urgent(2), alert(3))))
    told = web.posts[0].told
    assert told["title"] == "3 alerts: 2 trades, 1 halt"
    assert [one["id"] for one in told["alerts"]] == ["trade-1", "halt-2", "trade-3"]
    assert not any("data" in one for one in told["alerts"])


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(web: WebServer, status: int) -> None:
    web.replies.append(Reply(status))
    with pytest.raises(NotNowError, match=f"127.0.0.1 answers {status}"):
        asyncio.run(webhook(web).send(letter()))


@pytest.mark.parametrize("status", [301, 307, 400, 401, 403, 404, 410, 413])
def test_what_will_not_pass_is_refused_and_nobody_is_followed(web: WebServer, status: int) -> None:
    web.replies.append(Reply(status, headers={"Location": f"{web.address}/elsewhere"}))
    with pytest.raises(LetterRefusedError, match=f"127.0.0.1 answers {status}"):
        asyncio.run(webhook(web).send(letter()))
    assert len(web.posts) == 1


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [
        ("7", 7.0),
        ("Mon, 05 Jan 2026 12:01:30 GMT", 90.0),
        ("Mon, 05 Jan 2026 11:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
    ],
)
def test_how_long_to_wait_is_read_as_seconds_or_as_a_date(web: WebServer, wish: str, seconds: float) -> None:
    web.replies.append(Reply(429, headers={"Retry-After": wish}))
    with pytest.raises(NotNowError) as refused:
        asyncio.run(webhook(web).send(letter()))
    assert refused.value.after_s == seconds


def test_https_goes_to_whoever_has_a_certificate_that_is_trusted(tmp_path: Path) -> None:
    certificate = Certificate(tmp_path)
    with WebServer(certificate.server_context()) as web:
        asyncio.run(webhook(web, trusting(certificate)).send(letter()))
        with pytest.raises(NotNowError, match="no certificate that this computer trusts"):
            asyncio.run(webhook(web).send(letter()))
    assert len(web.posts) == 1


def test_nobody_there_is_a_sentence_with_the_host_and_no_more(web: WebServer) -> None:
    sender = WebhookSender("http://127.0.0.1:9/services/T0/B0/secret", SECRET, CLOCK)
    with pytest.raises(NotNowError, match=r"^The webhook at 127\.0\.0\.1 can't be reached\.$"):
        asyncio.run(sender.send(letter()))


def test_the_bot_writes_to_the_chat(web: WebServer) -> None:
    asyncio.run(bot(web).send(letter()))
    (post,) = web.posts
    assert post.path == f"/bot{TOKEN}/sendMessage"
    assert post.told["chat_id"] == "@channel"
    assert post.told["text"] == "BUY BTCUSDT 1\n0.5 at 97,000."


def test_telegram_says_in_the_body_how_long_to_wait(web: WebServer) -> None:
    body = b'{"ok":false,"description":"Too Many Requests: retry after 5","parameters":{"retry_after":5}}'
    web.replies.append(Reply(429, body))
    with pytest.raises(NotNowError, match="429: Too Many Requests: retry after 5") as refused:
        asyncio.run(bot(web).send(letter()))
    assert refused.value.after_s == 5


@pytest.mark.parametrize("status", [401, 404])
def test_a_token_that_telegram_does_not_know_is_said(web: WebServer, status: int) -> None:
    web.replies.append(Reply(status))
    with pytest.raises(LetterRefusedError, match="does not know the bot's token"):
        asyncio.run(bot(web).send(letter()))


@pytest.mark.parametrize("body", [b"", b"[1]", b"[" * 60_000, b'{"parameters": 5}', b"\xff\xfe"])
def test_an_answer_that_is_no_json_is_an_answer_all_the_same(web: WebServer, body: bytes) -> None:
    web.replies.append(Reply(400, body))
    with pytest.raises(LetterRefusedError, match="answers 400"):
        asyncio.run(bot(web).send(letter()))


def test_a_message_fits_into_telegrams_limit_whatever_is_in_it() -> None:
    long = Alert("a", AlertKind.TROUBLE, Severity.INFO, "Trouble", "🙂" * 5_000, NOON)
    assert len(message(letter(long)).encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert message(letter(long)).endswith("🙂…")


def test_a_mail_comes_to_everyone_it_is_for(mail: MailServer) -> None:
    said = asyncio.run(MailSender(mail_choice(mail.port), "", CLOCK).send(letter()))
    (came,) = mail.mails
    assert (came.sender, came.recipients) == ("photon@example.org", ("ann@example.org", "bob@example.org"))
    assert came.mail["Subject"] == "BUY BTCUSDT 1"
    assert came.mail["Message-ID"] == "<trade-1@photon-desktop.invalid>"
    assert came.mail.get_content().startswith("0.5 at 97,000.")
    assert said == "The mail server 127.0.0.1 has taken it."


def test_a_title_with_a_line_break_makes_no_header(mail: MailServer) -> None:
    sly = Alert("a", AlertKind.TROUBLE, Severity.INFO, "Über\r\nBcc: eve@example.org", "−1 · ½", NOON)
    asyncio.run(MailSender(mail_choice(mail.port), "", CLOCK).send(letter(sly)))
    came = mail.mails[0].mail
    assert came["Subject"] == "Über Bcc: eve@example.org"
    assert came["Bcc"] is None
    assert came.get_content().startswith("−1 · ½")


@pytest.mark.parametrize("security", [MailSecurity.STARTTLS, MailSecurity.TLS])
def test_who_logs_in_does_so_on_an_encrypted_way(tmp_path: Path, security: MailSecurity) -> None:
    certificate = Certificate(tmp_path)
    with MailServer(certificate.server_context(), is_tls_at_once=security is MailSecurity.TLS) as mail:
        choice = mail_choice(mail.port, security, "ann")
        asyncio.run(MailSender(choice, "correct horse", CLOCK, trusting(certificate)).send(letter()))
        with pytest.raises(LetterRefusedError, match="does not take the user or the password"):
            asyncio.run(MailSender(choice, "wrong", CLOCK, trusting(certificate)).send(letter()))
        with pytest.raises(NotNowError, match="no certificate that this computer trusts"):
            asyncio.run(MailSender(choice, "correct horse", CLOCK).send(letter()))
    (came,) = mail.mails
    assert came.was_encrypted
    assert came.user == "ann"


def test_a_server_that_can_not_encrypt_gets_no_password(mail: MailServer) -> None:
    with pytest.raises(LetterRefusedError, match="choose another security"):
        asyncio.run(
            MailSender(mail_choice(mail.port, MailSecurity.STARTTLS, "ann"), "correct horse", CLOCK).send(letter())
        )
    assert mail.mails == []


@pytest.mark.parametrize(
    ("command", "answer", "kind"),
    [
        ("RCPT", "550 nobody here", LetterRefusedError),
        ("RCPT", "450 later", NotNowError),
        ("DATA", "554 spam", LetterRefusedError),
        ("DATA", "451 busy", NotNowError),
        ("MAIL", "421 going down", NotNowError),
    ],
)
def test_what_a_server_refuses_is_for_good_or_for_now(
    mail: MailServer, command: str, answer: str, kind: type[Exception]
) -> None:
    mail.refusals[command] = answer
    with pytest.raises(kind, match=r"The mail server 127\.0\.0\.1"):
        asyncio.run(MailSender(mail_choice(mail.port), "", CLOCK).send(letter()))


def test_a_way_without_its_secret_says_where_to_enter_it() -> None:
    with pytest.raises(LetterRefusedError, match="no secret to sign with; enter one under Settings, Alerts"):
        sender_of(WebhookChoice(True, "https://example.org"), "", CLOCK)
    with pytest.raises(LetterRefusedError, match="Enter the name of the mail server"):
        sender_of(MailChoice(True), "", CLOCK)
