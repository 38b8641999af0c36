"""The program without a window tells alerts by the same settings."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import KEY, AlertChoices, Channel
from photon_desktop.api.headless import Headless
from photon_desktop.paths import STORE_NAME
from photon_desktop.store import Store
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing
from tests.alerts.samples import NOON, SECRET, to_webhook
from tests.alerts.web_server import WebServer
from tests.api.clients import Client
from tests.api.programs import run_headless
from tests.gui.desktops import until


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
