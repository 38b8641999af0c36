"""Orders that wait for their fill, as a table."""

from PySide6.QtCore import QObject

from photon_desktop.trading.messages import Action
from photon_desktop.trading.orders import Order, OrderPurpose
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.panels.words import action_words
from photon_desktop.ui.tables.row_table import Column, RowTable

ORDER_LIMIT = 500
_PURPOSES = {
    OrderPurpose.SIGNAL: mark("decided"),
    OrderPurpose.STOP: mark("stop loss"),
    OrderPurpose.TARGET: mark("take profit"),
    OrderPurpose.FLATTEN: mark("kill switch"),
    OrderPurpose.CLOSED_BY_HAND: mark("closing by hand"),
}


def order_table(instruments: InstrumentBook, parent: QObject | None = None) -> RowTable[Order]:
    """Waiting orders, oldest first, with the digits of their instruments."""
    columns = [
        Column[Order](tr("Waiting since"), lambda o: formats.short_time(o.created_at), tooltip=_moment),
        Column[Order](tr("Symbol"), lambda o: o.symbol),
        Column[Order](tr("Action"), lambda o: action_words(Action(o.side.value))),
        Column[Order](tr("Quantity"), lambda o: formats.quantity(o.quantity, instruments.of(o.symbol)), is_number=True),
        Column[Order](
            tr("Asked at"), lambda o: formats.price(o.requested_price, instruments.of(o.symbol)), is_number=True
        ),
        Column[Order](tr("Why"), lambda o: tr(_PURPOSES.get(o.purpose, o.purpose.value))),
    ]
    return RowTable(columns, lambda order: order.client_order_id, ORDER_LIMIT, parent)


def _moment(order: Order) -> str:
    return f"{formats.full_time(order.created_at)} ({formats.utc_time(order.created_at)})"
