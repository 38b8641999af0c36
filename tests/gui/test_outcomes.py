"""What became of a decision's order, shown on the decision also after a restart."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import Action, ExecutionReport, MessageStatus, ReportStatus
from tests.gui.desktops import run_shown, until
from tests.ui.examples import chain, decision, report

REST = "The rest was not filled within a bar."


def left_by_a_session(folder: Path) -> None:
    """Two decisions, one refused by two rules, one filled in two parts of which the rest expired."""
    parts: list[ExecutionReport] = [
        replace(report(), status=ReportStatus.PARTIALLY_EXECUTED, quantity=Decimal(quantity))
        for quantity in ("0.0010", "0.0020")
    ]
    rest = replace(report(ReportStatus.EXPIRED), blocked_by=("EXPIRED",), message=REST)
    refused = replace(report(ReportStatus.REJECTED), blocked_by=("MAX_ORDER", "NO_CASH"), message="Too much. No cash.")
    first, second = chain(1, decision(Action.BUY), refused), chain(2, decision(Action.BUY), parts[0])
    later = [
        replace(second[2].message, id=f"report-{number}", payload=made) for number, made in enumerate((parts[1], rest))
    ]
    store = Store.open(folder / STORE_NAME)
    for message in (*(view.message for view in (*first, *second)), *later):
        store.messages.add(message, MessageStatus.DONE)
    store.close()


def test_refusals_and_parts_are_on_their_decisions_after_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    left_by_a_session(tmp_path)

    async def scenario(desktop: Desktop) -> None:
        model, why = desktop.window.feed.model, desktop.window.why
        ids = [chain(number, decision(Action.BUY))[1].message.id for number in (1, 2)]

        def told(number: int) -> str:
            row = model.find(ids[number])
            return "" if row is None else model.outcome(row)[0]

        await until(lambda: REST in told(1))
        assert told(0) == "✕ rejected: Too much. No cash."
        assert told(1).startswith("✕ expired after 0.0030 of 0.0104 at 96,548.2 in 2 parts: ")
        desktop.window.feed.select(ids[0])
        assert "⊘ MAX_ORDER: " in why.outcome.text()
        assert why.outcome.text().endswith("Too much. No cash.")
        desktop.window.feed.select(ids[1])
        assert len(why.outcome.text().splitlines()) == 3

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)
