"""The program without a window tells alerts by the same settings."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.alerting import Alerting
from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import KEY, AlertChoices, Channel, TelegramChoice
from photon_desktop.api import headless
from photon_desktop.api.headless import Headless
from photon_desktop.paths import STORE_NAME
from photon_desktop.store import Store
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing
from tests.alerts.samples import NOON, SECRET, TOKEN, alert, to_webhook
from tests.alerts.web_server import WebServer
from tests.api.clients import Client
from tests.api.programs import run_headless
from tests.gui.desktops import until
from tests.keyrings import NO_KEYRING, MemoryKeyring, found


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


def test_a_price_alert_goes_out_and_is_kept_as_gone_off(qapp: QApplication, tmp_path: Path, web: WebServer) -> None:
    store = Store.open(tmp_path / STORE_NAME)
    chosen = AlertChoices(to_webhook(web.address).webhook, wanted=frozenset({(AlertKind.PRICE, Channel.WEBHOOK)}))
    store.settings.put(KEY, chosen.to_json())
    wanted = PriceAlert("a1", "DEMO-BTC", AlertCondition.ABOVE, Decimal("0.5"), NOON, standing=Standing.UNDER)
    store.alerts.keep([wanted])
    store.close()

    async def scenario(_client: Client, program: Headless) -> None:
        program.alerting.secrets.keep(Channel.WEBHOOK, SECRET)
        await until(lambda: web.posts)
        (told,) = web.posts[0].told["alerts"]
        assert told["title"].startswith("DEMO-BTC at ")
        kept = program.application.store.alerts.read().alerts[0]
        assert kept.last_triggered_ns is not None

    run_headless(qapp, tmp_path, scenario)


def test_without_a_keyring_it_is_said_at_once_which_alerts_can_not_go_out_and_why(
    qapp: QApplication,
    tmp_path: Path,
    web: WebServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = Store.open(tmp_path / STORE_NAME)
    chosen = replace(to_webhook(web.address), telegram=TelegramChoice(True, "-100123", web.address))
    store.settings.put(KEY, chosen.to_json())
    store.close()
    monkeypatch.setattr(
        headless, "Alerting", lambda application, clock: Alerting(application, clock, lambda: NO_KEYRING)
    )

    async def scenario(client: Client, program: Headless) -> None:
        await until(lambda: len(program.alerting.troubles) == 2)
        told = (await client.get("/api/trading/agents/detail/"))["alert_troubles"]
        assert [each["channel"] for each in told] == ["webhook", "telegram"]
        assert all("has no keyring" in each["detail"] and "Settings, Alerts" in each["detail"] for each in told)
        program.alerting.secrets.keep(Channel.WEBHOOK, SECRET)
        program.alerting.secrets.keep(Channel.TELEGRAM, TOKEN)
        kept = program.application.store.connections.tuples("SELECT value FROM settings")
        assert SECRET not in str(kept) and TOKEN not in str(kept)
        await until(lambda: sum("has no keyring" in record.message for record in caplog.records) == 2)

    run_headless(qapp, tmp_path, scenario)


def test_an_address_in_the_store_of_an_earlier_version_goes_into_the_keyring_and_is_posted_to(
    qapp: QApplication, tmp_path: Path, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, chosen = MemoryKeyring(), to_webhook(web.address)
    store = Store.open(tmp_path / STORE_NAME)
    store.settings.put(KEY, chosen.to_json())
    store.close()
    monkeypatch.setattr(
        headless, "Alerting", lambda application, clock: Alerting(application, clock, lambda: found(ring))
    )

    async def scenario(_client: Client, program: Headless) -> None:
        settings = program.application.store.settings
        await until(lambda: settings.get(KEY) == chosen.without_rest().to_json())
        program.alerting.secrets.keep(Channel.WEBHOOK, SECRET)
        program.alerting.office.offer(alert())
        await until(lambda: web.posts)
        assert web.posts[0].path == "/hook" and chosen.webhook.address in ring.kept.values()

    run_headless(qapp, tmp_path, scenario)
