"""Open positions as a table, valued at the last prices."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from photon_desktop.trading.account import Position
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.row_table import Column, RowTable, Tone, tone_of_sign

POSITION_LIMIT = 200


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position, its instrument, and the last price, None while there is none."""

    position: Position
    instrument: Instrument
    last: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """Signed market value."""
        return None if self.last is None else self.position.value(self.last)

    @property
    def unrealised(self) -> Decimal | None:
        """Profit if closed at the last price, before costs."""
        return None if self.last is None else self.position.unrealised(self.last)


def position_rows(portfolio: Portfolio, instruments: InstrumentBook) -> list[PositionRow]:
    """One row for each open position, by symbol."""
    positions = sorted(portfolio.account.open_positions(), key=lambda position: position.symbol)
    return [PositionRow(p, instruments.of(p.symbol), portfolio.prices.get(p.symbol)) for p in positions]


def position_table(parent: QObject | None = None) -> RowTable[PositionRow]:
    """Open positions with the digits of their instruments."""
    columns = [
        Column[PositionRow](tr("Symbol"), lambda row: row.position.symbol),
        Column[PositionRow](tr("Side"), _side, tone=lambda row: tone_of_sign(row.position.quantity)),
        Column[PositionRow](tr("Quantity"), _quantity, is_number=True),
        Column[PositionRow](tr("Average"), lambda row: _price(row, row.position.average_price), is_number=True),
        Column[PositionRow](tr("Last"), lambda row: _price(row, row.last), is_number=True),
        Column[PositionRow](tr("Value"), lambda row: formats.money(row.value), is_number=True),
        Column[PositionRow](tr("Unrealised"), _unrealised, is_number=True, tooltip=_return, tone=_profit_tone),
        Column[PositionRow](tr("Stop"), lambda row: _price(row, row.position.stop_loss), is_number=True),
        Column[PositionRow](tr("Target"), lambda row: _price(row, row.position.take_profit), is_number=True),
    ]
    return RowTable(columns, lambda row: row.position.symbol, POSITION_LIMIT, parent)


def _side(row: PositionRow) -> str:
    return tr("▲ long") if row.position.quantity > 0 else tr("▼ short")


def _quantity(row: PositionRow) -> str:
    return formats.quantity(abs(row.position.quantity), row.instrument)


def _price(row: PositionRow, value: Decimal | None) -> str:
    return formats.price(value, row.instrument)


def _unrealised(row: PositionRow) -> str:
    return formats.signed_money(row.unrealised)


def _return(row: PositionRow) -> str:
    if row.unrealised is None or row.position.cost == 0:
        return ""
    share = formats.signed_percent(row.unrealised / abs(row.position.cost))
    return tr("{share} of its cost").format(share=share)


def _profit_tone(row: PositionRow) -> Tone:
    return tone_of_sign(row.unrealised)
