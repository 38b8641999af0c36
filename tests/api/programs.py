"""The whole program without a window, served on a free port, and a client that is logged in."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
from PySide6.QtWidgets import QApplication

from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.api.headless import Headless
from photon_desktop.api.server import Place
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.rates import Rate
from photon_desktop.application import Rules
from photon_desktop.markets import Venues
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.trading.risk import RiskLimits
from tests.api.clients import Client

EAGER = Rules(TradingRules(limits=RiskLimits(minimum_confidence=0.3)))
HERE = Place(port=0)
UNLIMITED = Rate(1e6, 10**6)
Scenario = Callable[[Client, Headless], Coroutine[Any, Any, None]]


def run_headless(
    qapp: QApplication,
    folder: Path,
    scenario: Scenario,
    venues: Callable[[], Venues] = dict,
    usual: Rate = UNLIMITED,
    patience: Patience = PATIENCE,
    place: Place = HERE,
) -> None:
    """Run a scenario against the program."""

    async def run() -> None:
        program = Headless(folder, place, EAGER, venues, usual=usual, unknown=UNLIMITED, patience=patience)
        try:
            await program.start()
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as session:
                client = Client(session, program.service.address)
                await client.log_in()
                await scenario(client, program)
        finally:
            assert await program.stop() == ()

    with PromptEventLoop(qapp, already_running=False) as loop:
        loop.run_until_complete(run())
