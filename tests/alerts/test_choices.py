"""What is chosen comes back; what can't be used says why; how patient a channel is; where secrets are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.alerts.alert import Alert, AlertKind, Severity
from photon_desktop.alerts.backoff import Pace
from photon_desktop.alerts.choices import AlertChoices, Channel, MailChoice, MailSecurity, TelegramChoice, WebhookChoice
from photon_desktop.alerts.fields import address_fault, chat_fault, host_fault, mail_fault, mails_fault, shown_address
from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.alerts.secrets import AlertSecrets, SecretError
from photon_desktop.errors import ValueRefusedError
from tests.alerts.samples import NOON, SECRET, TOKEN, alert, mail_choice
from tests.keyrings import NO_KEYRING, ForgetfulKeyring, LockedKeyring, MemoryKeyring, TellTaleKeyring, found


def test_choices_come_back() -> None:
    chosen = AlertChoices(
        WebhookChoice(True, "https://example.org/hook"),
        TelegramChoice(True, "@channel", "https://bots.example.org"),
        mail_choice(25, MailSecurity.TLS, "ann"),
        QuietHours(True, 60, 120),
        frozenset({(AlertKind.DECISION, Channel.MAIL)}),
        frozenset({AlertKind.TROUBLE}),
    )
    assert AlertChoices.from_json(chosen.to_json()) == chosen
    assert AlertChoices.from_json(AlertChoices().to_json()) == AlertChoices()


@pytest.mark.parametrize(
    "kept",
    [
        None,
        5,
        {},
        {"webhook": 5, "wanted": 7, "quiet": [], "on_desktop": 5},
        {"mail": {"port": "25", "security": "magic", "is_on": 1}},
    ],
)
def test_what_is_damaged_is_as_by_default(kept: object) -> None:
    assert AlertChoices.from_json(kept) == AlertChoices()


def test_nothing_goes_out_by_a_channel_that_is_off_or_faulty() -> None:
    grid = frozenset((AlertKind.TRADE, channel) for channel in Channel)
    choices = AlertChoices(
        WebhookChoice(True, "http://example.org"), TelegramChoice(False, "5"), mail_choice(25), wanted=grid
    )
    assert choices.channels_of(AlertKind.TRADE) == (Channel.MAIL,)
    assert choices.channels_of(AlertKind.HALT) == ()


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://127.0.0.1:8080/x", "http://[::1]/", "http://localhost"]
)
def test_these_can_be_posted_to(address: str) -> None:
    assert address_fault(address) == ""


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", "Enter the address"),
        ("http://example.org", "use https"),
        ("http://127.0.0.1.example.org", "use https"),
        ("https://ann:pass@example.org", "has a password in it"),
        ("ftp://example.org", "no address"),
        ("https://", "no address"),
        ("https://example.org:99999", "no address"),
        ("https://[::1", "no address"),
        ("https://exa mple.org", "blanks"),
        ("https://example.org/\n", "blanks"),
    ],
)
def test_these_can_not(address: str, fault: str) -> None:
    assert fault in address_fault(address)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_judged(text: str) -> None:
    for judge in (address_fault, chat_fault, host_fault, mail_fault):
        assert isinstance(judge(text), str)


@pytest.mark.parametrize("chat", ["123", "-1001234567890", "@some_channel"])
def test_chats(chat: str) -> None:
    assert chat_fault(chat) == ""
    assert chat_fault(f"{chat} ") != ""


def test_the_faults_of_mail_stand_by_its_fields() -> None:
    faults = MailChoice(True, "https://smtp", 0, MailSecurity.NONE, "", "nobody", "a@b, c").faults()
    assert set(faults) == {"host", "port", "security", "sender", "recipients"}
    assert mail_choice(25).faults() == {}
    assert mails_fault(("a@b\r\nBcc: c@d",)) != ""


def test_an_alert_comes_back_and_needs_an_id() -> None:
    assert Alert.from_json(alert().to_json()) == alert()
    with pytest.raises(ValueRefusedError, match="needs an id and a title"):
        Alert("", AlertKind.TRADE, Severity.INFO, "Title", "", NOON)


@given(st.integers(1, 200), st.floats(0, 1), st.floats(0, 1e9))
def test_a_wait_grows_to_its_bound_and_heeds_wishes_up_to_an_hour(failures: int, chance: float, wish: float) -> None:
    pace = Pace()
    wait = pace.wait_s(failures, chance, wish)
    full = min(900.0, 5.0 * 2 ** min(failures - 1, 30))
    assert max(full / 2, min(wish, 3_600.0)) <= wait <= max(full, min(wish, 3_600.0))


def test_waits_double() -> None:
    assert [Pace().wait_s(failures, 1.0) for failures in (1, 2, 3, 9, 20)] == [5, 10, 20, 900, 900]


def test_a_secret_is_in_the_keyring_and_comes_back_after_a_restart() -> None:
    ring = MemoryKeyring()
    assert AlertSecrets("store", lambda: found(ring)).keep(Channel.WEBHOOK, SECRET) == "Kept in the test's keyring."
    again = AlertSecrets("store", lambda: found(ring))
    assert again.held(Channel.WEBHOOK) == ""
    assert again.fetch(Channel.WEBHOOK) == SECRET == again.held(Channel.WEBHOOK)
    assert AlertSecrets("other", lambda: found(ring)).fetch(Channel.WEBHOOK) == ""
    again.forget(Channel.WEBHOOK)
    assert (ring.kept, again.fetch(Channel.WEBHOOK)) == ({}, "")


def test_without_a_keyring_a_secret_lasts_for_the_session_and_that_is_said() -> None:
    secrets = AlertSecrets("store", lambda: NO_KEYRING)
    assert secrets.keep(Channel.TELEGRAM, TOKEN).startswith("Kept for this session only: This system has no keyring.")
    assert secrets.fetch(Channel.TELEGRAM) == TOKEN


@pytest.mark.parametrize("ring", [LockedKeyring(), TellTaleKeyring(), ForgetfulKeyring()])
def test_a_keyring_that_fails_is_a_sentence_without_the_secret(ring: MemoryKeyring) -> None:
    secrets = AlertSecrets("store", lambda: found(ring))
    with pytest.raises(SecretError, match="The test's keyring") as failed:
        secrets.keep(Channel.WEBHOOK, SECRET)
    assert SECRET not in str(failed.value)
    assert secrets.held(Channel.WEBHOOK) == ""


@pytest.mark.parametrize(
    ("channel", "secret"),
    [
        (Channel.WEBHOOK, "short"),
        (Channel.WEBHOOK, "a-secret-with\na-break"),
        (Channel.TELEGRAM, "no token"),
        (Channel.TELEGRAM, "1:äää1234567"),
        (Channel.MAIL, ""),
    ],
)
def test_a_secret_that_can_not_be_one_is_refused_unshown(channel: Channel, secret: str) -> None:
    with pytest.raises(SecretError) as refused:
        AlertSecrets("store", lambda: NO_KEYRING).keep(channel, secret)
    assert not secret or secret not in str(refused.value)


def test_only_where_nothing_keeps_secrets_is_it_said_what_to_do() -> None:
    assert AlertSecrets("store", lambda: found(MemoryKeyring())).lack() == ""
    assert AlertSecrets("store", lambda: NO_KEYRING).lack().startswith("This system has no keyring. A secret lasts")


SLACK = "https://hooks.example.org:8443/services/T0/B0/very-secret?wait=1"
SHOWN = "https://hooks.example.org:8443/…"


def test_of_an_address_only_the_host_is_shown_and_the_keyring_has_the_rest() -> None:
    ring = MemoryKeyring()
    secrets = AlertSecrets("store", lambda: found(ring))
    assert secrets.keep_address(SLACK) == SHOWN
    assert SLACK in ring.kept.values()
    later = AlertSecrets("store", lambda: found(ring))
    choice = WebhookChoice(True, SHOWN)
    assert not choice.faults() and not later.is_whole(choice)
    assert later.whole(choice) == WebhookChoice(True, SLACK)
    assert later.is_whole(choice)
    later.forget_address()
    assert not ring.kept
    with pytest.raises(SecretError, match="not in the keyring; enter it again"):
        later.whole(choice)


def test_the_address_of_another_host_is_not_posted_to() -> None:
    secrets = AlertSecrets("store", lambda: found(MemoryKeyring()))
    secrets.keep_address(SLACK)
    with pytest.raises(SecretError, match="not in the keyring"):
        secrets.whole(WebhookChoice(True, "https://elsewhere.example.org/…"))


def test_without_a_keyring_the_whole_address_stays_and_a_locked_one_says_so() -> None:
    assert AlertSecrets("store", lambda: NO_KEYRING).keep_address(SLACK) == SLACK
    for ring in (LockedKeyring(), TellTaleKeyring(), ForgetfulKeyring()):
        with pytest.raises(SecretError) as refusal:
            AlertSecrets("store", lambda ring=ring: found(ring)).keep_address(SLACK)
        assert "very-secret" not in str(refusal.value)


@pytest.mark.parametrize("address", ["", "https://example.org", "http://[::1]/", "no address", "http://[", SHOWN])
def test_what_has_no_secret_part_is_shown_as_it_is(address: str) -> None:
    assert shown_address(address) == address
