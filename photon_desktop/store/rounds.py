"""What happens to the books of a profile: a new round is begun, or one that nothing was traded in is forgotten."""

from dataclasses import replace

from photon_desktop.errors import StoreError, ValueRefusedError
from photon_desktop.store.connections import Connections
from photon_desktop.store.models import EquityPoint, LedgerEntry
from photon_desktop.store.models import Order as OrderRow
from photon_desktop.store.models import Profile as ProfileRow
from photon_desktop.store.models import Round as RoundRow
from photon_desktop.store.orders import OrderBook
from photon_desktop.trading.profile import ROUND_MARK, Profile

_NOTE = "The account was reset before the order was filled."


class RoundRepository:
    """Every change is one transaction: after a kill the profile is as it was before, or as it is to be."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._orders = OrderBook(connections)

    def begin(self, profile: Profile, at_ns: int) -> Profile:
        """End the profile's round at `at_ns` (ns UTC, wall time), whose open orders are cancelled and whose books stay
        as they are, and begin the next with empty ones; the profile with these is returned.

        Raises ValueRefusedError for an exchange's account, and StoreError when the round has ended already.
        """
        if profile.mode.is_exchange:
            raise ValueRefusedError(f"{profile.name} is an exchange's account; only a paper account can be reset.")
        with self._connections.transaction():
            number = self._end(profile, at_ns)
            self._orders.cancel_all(profile.account, _NOTE)
            begun = replace(profile, account=f"{profile.key}{ROUND_MARK}{number + 1}")
            self._connections.write(
                RoundRow.insert(account=begun.account, profile=begun.key, number=number + 1, began_at=at_ns)
            )
        return begun

    def has_traded(self, profile: Profile) -> bool:
        """Whether an order was made in any of its rounds."""
        made = OrderRow.select(OrderRow.sequence).where(OrderRow.account.in_(self._accounts(profile))).limit(1)
        return self._connections.row(made) is not None

    def forget(self, profile: Profile) -> None:
        """Delete a profile with what was paid into it. Raises ValueRefusedError for one that has traded."""
        with self._connections.transaction():
            if self.has_traded(profile):
                raise ValueRefusedError(f"{profile.name} has traded; archive it, and its history is kept.")
            accounts = self._accounts(profile)
            for table in (LedgerEntry, EquityPoint):
                self._connections.write(table.delete().where(table.account.in_(accounts)))
            self._connections.write(RoundRow.delete().where(RoundRow.profile == profile.key))
            self._connections.write(ProfileRow.delete().where(ProfileRow.key == profile.key))

    def _end(self, profile: Profile, at_ns: int) -> int:
        is_it = (RoundRow.account == profile.account) & RoundRow.ended_at.is_null()
        row = self._connections.row(RoundRow.select(RoundRow.number).where(is_it))
        if row is None:
            raise StoreError(f"The account {profile.name} was reset meanwhile; open the accounts again.")
        self._connections.write(RoundRow.update(ended_at=at_ns).where(is_it))
        return int(row["number"])

    def _accounts(self, profile: Profile) -> list[str]:
        rows = self._connections.rows(RoundRow.select(RoundRow.account).where(RoundRow.profile == profile.key))
        return [row["account"] for row in rows]
