"""The states an account went through, as its fills make them."""

from collections.abc import Iterable
from decimal import Decimal

from photon_desktop.backtest.self_check.told import Holdings
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import Fill


class Books:
    """Each state that `fills`, oldest first, lead an account of `capital` through, empty ones at first."""

    def __init__(self, capital: Decimal, fills: Iterable[Fill]) -> None:
        account = Account()
        self._states = {_key(Holdings.of(account)): account}
        account, _ = account.deposited(capital)
        self._states[_key(Holdings.of(account))] = account
        for fill in fills:
            account, _ = account.after(fill)
            self._states[_key(Holdings.of(account))] = account

    def state(self, holdings: Holdings) -> Account | None:
        """The account that held this; None when it never did."""
        return self._states.get(_key(holdings))


def _key(holdings: Holdings) -> tuple[Decimal, tuple[tuple[str, Decimal], ...]]:
    return holdings.cash, tuple((symbol, quantity) for symbol, quantity, _ in holdings.held)
