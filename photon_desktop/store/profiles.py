"""The accounts that the user has named, and the books each of them has had."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal

from photon_desktop.errors import DuplicateError, StoreError, ValueRefusedError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import Profile as ProfileRow
from photon_desktop.store.models import Round as RoundRow
from photon_desktop.trading.profile import AccountMode, Product, Profile


@dataclass(frozen=True, slots=True)
class Round:
    """Books of a profile under the key `account`: the `number`th, kept from `began_at` to `ended_at` (ns UTC, wall
    time; None while the profile trades in them)."""

    account: str
    number: int
    began_at: int
    ended_at: int | None = None


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """A profile, whether it is put away, and the books it has had, oldest first."""

    profile: Profile
    is_archived: bool
    rounds: tuple[Round, ...]


class ProfileRepository:
    """Profiles, oldest first. A store has one paper profile for each market from its beginning.

    What happens to a profile's books is in `rounds.py`.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of_market(self, market: str) -> list[Profile]:
        """The profiles that can be traded in `market`, each with the books it trades in now."""
        return self._found((ProfileRow.market == market) & (ProfileRow.is_archived == 0))

    def all(self) -> list[StoredProfile]:
        """Every profile, archived or not."""
        with self._connections.snapshot():
            archived = {row["key"] for row in self._connections.rows(ProfileRow.select().where(ProfileRow.is_archived))}
            return [
                StoredProfile(profile, profile.key in archived, tuple(self.rounds(profile)))
                for profile in self._found(True)
            ]

    def find(self, key: str) -> Profile | None:
        """The profile whose first books have this key, archived or not, or None."""
        found = self._found(ProfileRow.key == key)
        return found[0] if found else None

    def create(
        self,
        name: str,
        mode: AccountMode,
        market: str,
        at_ns: int,
        starting_cash: Decimal | None = None,
        product: Product = Product.LINEAR,
    ) -> Profile:
        """Store a new profile whose first round begins at `at_ns` (ns UTC, wall time), with books of its own.

        Raises ValueRefusedError for a name that can't be one, or is taken in this market.
        """
        wanted = Profile(name, "new", mode, market, starting_cash, product)
        with self._connections.transaction():
            number = self._add(wanted)
            made = replace(wanted, account=f"{mode.value}-{number}")
            self._connections.write(ProfileRow.update(key=made.account).where(ProfileRow.id == number))
            self._connections.write(
                RoundRow.insert(account=made.account, profile=made.account, number=1, began_at=at_ns)
            )
        return made

    def rename(self, profile: Profile, name: str) -> Profile:
        """Call `profile` by another name. Raises ValueRefusedError as `create`, and it keeps its own."""
        renamed = replace(profile, name=name)
        with _taken(name):
            self._change(profile, name=name)
        return renamed

    def set_archived(self, profile: Profile, is_archived: bool) -> None:
        """Put `profile` away, so that it can't be chosen, or take it out again; its books stay as they are."""
        self._change(profile, is_archived=int(is_archived))

    def set_starting_cash(self, profile: Profile, cash: Decimal | None) -> Profile:
        """Begin the next round with `cash` (quote money), None with what the settings say."""
        changed = replace(profile, starting_cash=cash)
        self._change(profile, starting_cash=cash)
        return changed

    def rounds(self, profile: Profile) -> list[Round]:
        """The books that `profile` has had, oldest first; it trades in the last."""
        chosen = RoundRow.select().where(RoundRow.profile == profile.key).order_by(RoundRow.number)
        return [
            Round(row["account"], row["number"], row["began_at"], row["ended_at"])
            for row in self._connections.rows(chosen)
        ]

    def _found(self, condition: object) -> list[Profile]:
        chosen = (
            ProfileRow.select(ProfileRow, RoundRow.account)
            .join(RoundRow, on=(RoundRow.profile == ProfileRow.key))
            .where(condition, RoundRow.ended_at.is_null())
            .order_by(ProfileRow.id)
        )
        return [_profile(row) for row in self._connections.rows(chosen)]

    def _change(self, profile: Profile, **values: object) -> None:
        if self._connections.write(ProfileRow.update(**values).where(ProfileRow.key == profile.key)) != 1:
            raise StoreError(f"The account {profile.name} is not in the store any more; open the accounts again.")

    def _add(self, profile: Profile) -> int:
        with _taken(profile.name):
            return self._connections.write(
                ProfileRow.insert(
                    key=profile.account,
                    name=profile.name,
                    mode=profile.mode.value,
                    market=profile.market,
                    starting_cash=profile.starting_cash,
                    product=profile.product.value,
                )
            )


@contextmanager
def _taken(name: str) -> Iterator[None]:
    """Within, a row that is there already means that the name is taken."""
    try:
        yield
    except DuplicateError:
        raise ValueRefusedError(f"There is an account called {name} in this market; choose another name.") from None


def _profile(row: Row) -> Profile:
    return Profile(
        name=row["name"],
        account=row["account"],
        mode=AccountMode(row["mode"]),
        market=row["market"],
        starting_cash=row["starting_cash"],
        product=Product(row["product"]),
    )
