"""Alerts of the whole program: chosen on their page, sent, tested, and told when they can't be."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import KEY, AlertChoices, Channel
from photon_desktop.desks.exchange.exchange_desks import ExchangeAccess
from photon_desktop.desktop import Desktop
from photon_desktop.paths import STORE_NAME
from photon_desktop.store import Store
from tests.alerts.samples import SECRET, to_webhook
from tests.alerts.web_server import Reply, WebServer
from tests.gui.desktops import run_shown, until
from tests.keyrings import NO_KEYRING, MemoryKeyring, found


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


def desktop_with(folder: Path, ring: MemoryKeyring | None) -> Desktop:
    keyring = NO_KEYRING if ring is None else found(ring)
    return Desktop(folder, exchange=ExchangeAccess(find_keyring=lambda: keyring))


def only_halts(address: str) -> AlertChoices:
    return AlertChoices(to_webhook(address).webhook, wanted=frozenset({(AlertKind.HALT, Channel.WEBHOOK)}))


def test_a_webhook_is_entered_tested_and_told_of_the_kill_switch(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, web: WebServer
) -> None:
    ring = MemoryKeyring()

    async def scenario(desktop: Desktop) -> None:
        page = desktop.alert_channels.page
        desktop.settings_desk.open_page("Alerts")
        form = page.forms[Channel.WEBHOOK]
        await until(lambda: form.secret.state.text() == "None is kept yet.")
        qtbot.keyClicks(form.rows["address"].field, f"{web.address}/hook")
        qtbot.keyClick(form.test, Qt.Key.Key_Space)
        await until(lambda: form.result.text().startswith("✕ There is no secret to sign with"))
        qtbot.keyClicks(form.secret.field, SECRET)
        qtbot.keyClick(form.secret.field, Qt.Key.Key_Return)
        await until(lambda: form.secret.state.text() == "Kept in the test's keyring.")
        qtbot.keyClick(form.test, Qt.Key.Key_Space)
        await until(lambda: form.result.text() == "✓ The webhook at 127.0.0.1 has taken it (200).")
        assert web.posts[0].told["title"] == "A test from Photon Desktop"
        page.show_choices(only_halts(web.address))
        desktop.alert_channels.take_choices(only_halts(web.address))
        desktop.kill_switch.press()
        desktop.kill_switch.press()
        await until(lambda: len(web.posts) == 2)
        assert [one["sentence"] for one in web.posts[1].told["alerts"]] == ["The kill switch was pressed."]
        desktop.kill_switch.release()

    async def after_a_restart(desktop: Desktop) -> None:
        assert desktop.alerting.office.choices == only_halts(web.address).without_rest()
        desktop.settings_desk.open_page("Alerts")
        form = desktop.alert_channels.page.forms[Channel.WEBHOOK]
        assert form.switch.isChecked()
        await until(lambda: form.secret.state.text() == "Kept in the test's keyring.")
        assert desktop.application.store.settings.get(KEY, None)["webhook"]["address"] == f"{web.address}/…"
        assert form.rows["address"].field.text() == f"{web.address}/…"
        qtbot.keyClick(form.test, Qt.Key.Key_Space)
        await until(lambda: form.result.text() == "✓ The webhook at 127.0.0.1 has taken it (200).")
        assert web.posts[-1].path == "/hook"

    run_shown(qapp, lambda: desktop_with(tmp_path, ring), scenario)
    run_shown(qapp, lambda: desktop_with(tmp_path, ring), after_a_restart)
    assert SECRET in ring.kept.values()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not any(secret in path.read_bytes() for path in kept for secret in (SECRET.encode(), b"/hook"))


def test_a_letter_that_was_given_up_is_a_problem_on_screen_until_one_is_taken(
    qapp: QApplication, tmp_path: Path, web: WebServer
) -> None:
    ring = MemoryKeyring()
    web.replies.append(Reply(410))

    async def scenario(desktop: Desktop) -> None:
        desktop.alerting.secrets.keep(Channel.WEBHOOK, SECRET)
        desktop.alert_channels.take_choices(only_halts(web.address))
        desktop.kill_switch.press()
        title = "An alert by Webhook was not delivered"
        await until(lambda: any(problem.title == title for problem in desktop.window.banner.problems))
        (problem,) = (one for one in desktop.window.banner.problems if one.title == title)
        assert problem.sentence == "“Trading is halted” was given up. The webhook at 127.0.0.1 answers 410." + (
            " Look at what is entered here."
        )
        desktop.alert_channels.tell_delivery("webhook", "")
        assert not any(problem.title == title for problem in desktop.window.banner.problems)

    run_shown(qapp, lambda: desktop_with(tmp_path, ring), scenario)


@pytest.mark.slow
def test_a_window_that_closes_waits_for_nobody(qapp: QApplication, tmp_path: Path, web: WebServer) -> None:
    ring = MemoryKeyring()
    web.replies.extend([Reply(hangs=True)] * 2)

    async def scenario(desktop: Desktop) -> None:
        desktop.alerting.secrets.keep(Channel.WEBHOOK, SECRET)
        desktop.alert_channels.take_choices(only_halts(web.address))
        desktop.alert_channels.test(to_webhook(web.address).webhook)
        desktop.kill_switch.press()
        await until(lambda: len(web.posts) == 2)

    run_shown(qapp, lambda: desktop_with(tmp_path, ring), scenario)
    web.replies.clear()
    run_shown(qapp, lambda: desktop_with(tmp_path, ring), lambda _desktop: _posts(web, 3))
    halts = [post.headers["Idempotency-Key"] for post in web.posts if "halt" in post.told["id"]]
    assert len(halts) == 2
    assert len(set(halts)) == 1  # it came again after the restart, as the same one


async def _posts(web: WebServer, count: int) -> None:
    await until(lambda: len(web.posts) >= count)


def test_f1_on_the_page_opens_the_guide_about_alerts(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def ask(desktop: Desktop) -> None:
        dialog = desktop.settings_desk.open_page("Alerts")
        await until(dialog.isActiveWindow)
        switch = desktop.alert_channels.page.forms[Channel.WEBHOOK].switch
        switch.setFocus()
        qtbot.keyClick(switch, Qt.Key.Key_F1)
        assert desktop.comfort.help_desk.help is not None
        assert desktop.comfort.help_desk.help.name == "alerts"
        desktop.comfort.help_desk.help.close()
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), ask)


@pytest.mark.parametrize("is_on", [True, False])
def test_an_address_that_an_earlier_version_kept_in_the_store_goes_into_the_keyring(
    qapp: QApplication, tmp_path: Path, web: WebServer, is_on: bool
) -> None:
    ring, chosen = MemoryKeyring(), only_halts(web.address)
    chosen = replace(chosen, webhook=replace(chosen.webhook, is_on=is_on))
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        store.settings.put(KEY, chosen.to_json())

    async def scenario(desktop: Desktop) -> None:
        row = desktop.alert_channels.page.forms[Channel.WEBHOOK].rows["address"]
        await until(lambda: row.field.text() == f"{web.address}/…")
        assert desktop.alerting.office.choices == chosen.without_rest()

    run_shown(qapp, lambda: desktop_with(tmp_path, ring), scenario)
    assert chosen.webhook.address in ring.kept.values()
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        assert store.settings.get(KEY) == chosen.without_rest().to_json()


def test_without_a_keyring_the_address_is_kept_whole_whatever_else_changes(
    qapp: QApplication, tmp_path: Path, web: WebServer
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desk, chosen = desktop.alert_channels, only_halts(web.address)
        desk.take_choices(chosen)
        await until(lambda: desktop.application.store.settings.get(KEY, None) == chosen.to_json())
        desk.take_choices(replace(chosen, on_desktop=frozenset({AlertKind.TROUBLE})))

    run_shown(qapp, lambda: desktop_with(tmp_path, None), scenario)
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        kept = AlertChoices.from_json(store.settings.get(KEY))
    assert kept.webhook.address == f"{web.address}/hook" and kept.on_desktop == {AlertKind.TROUBLE}
