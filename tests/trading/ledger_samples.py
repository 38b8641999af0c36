"""What may happen to an account: money paid in or out, and fills that open, add, close in part or whole, and turn."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hypothesis import strategies as st

from photon_desktop.trading.account import Account
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Side


class Way(StrEnum):
    """What a fill does to the position there is."""

    TRADE = "trade"
    CLOSE = "close"
    CLOSE_PART = "close part"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Step:
    """A deposit (negative when taken out), or a fill; one that closes needs the position to know its side."""

    symbol: str = "A"
    side: Side = Side.BUY
    quantity: Decimal = Decimal(1)
    price: Decimal = Decimal(1)
    commission: Decimal = ZERO
    way: Way = Way.TRADE
    deposit: Decimal | None = None

    def fill(self, account: Account, number: int) -> Fill:
        """The fill, in `account` as it is now; without a position to close, just a trade."""
        held = account.position(self.symbol).quantity
        side, quantity = self.side, self.quantity
        if held and self.way is not Way.TRADE:
            side = Side.SELL if held > 0 else Side.BUY
            quantity = _closing(abs(held), quantity, self.way)
        order = f"o{number}"
        return Fill(f"{order}-1", order, self.symbol, side, quantity, self.price, self.commission, ZERO, number)


def _closing(held: Decimal, quantity: Decimal, way: Way) -> Decimal:
    match way:
        case Way.CLOSE:
            return held
        case Way.CLOSE_PART:
            return min(held, quantity)
    return held + quantity


def fill_steps() -> st.SearchStrategy[Step]:
    """Fills, their quantities to a hundred-millionth and prices to a million-millionth, from dust to large."""
    quantities = st.decimals("0.00000001", "1000000", places=8) | st.decimals("0.01", "5", places=2)
    prices = st.decimals("0.000000000001", "100000", places=12) | st.decimals("0.01", "90000", places=2)
    return st.builds(
        Step,
        symbol=st.sampled_from("AB"),
        side=st.sampled_from(Side),
        quantity=quantities,
        price=prices,
        commission=st.decimals("-1", "500", places=8) | st.just(ZERO),  # a rebate is a negative one
        way=st.sampled_from(Way),
    )


def steps() -> st.SearchStrategy[Step]:
    """Fills, and now and then money paid in or taken out."""
    deposits = st.builds(Step, deposit=st.decimals("-10000", "1000000", places=8))
    return st.one_of(fill_steps(), fill_steps(), fill_steps(), deposits)
