"""Those who may use the local API: an address and a hash of a password, which itself is kept nowhere."""

from dataclasses import dataclass

from photon_desktop.errors import DuplicateError, StoreError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import ApiUser as ApiUserRow

MOST_USERS = 20


@dataclass(frozen=True, slots=True)
class ApiUser:
    """One user; `email` in small letters, `password_hash` as argon2 writes it, `created_at` ns UTC wall time."""

    id: int
    email: str
    password_hash: str
    created_at: int


class ApiUserRepository:
    """Users by their address."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, email: str, password_hash: str, at_ns: int) -> ApiUser:
        """Store a new user. Raises DuplicateError when the address has one, StoreError beyond the twentieth."""
        with self._connections.transaction():
            if self.count() >= MOST_USERS:
                raise StoreError(f"There are {MOST_USERS} users of the API already; nobody else can register.")
            try:
                number = self._connections.insert(
                    ApiUserRow, {"email": email, "password_hash": password_hash, "created_at": at_ns}
                )
            except DuplicateError:
                raise DuplicateError(f"{email} is registered already; log in, or choose another address.") from None
        return ApiUser(number, email, password_hash, at_ns)

    def count(self) -> int:
        """How many have registered."""
        return int(self._connections.tuples("SELECT count(*) FROM api_users")[0][0])

    def named(self, email: str) -> ApiUser | None:
        """The user of this address, or None."""
        return _user(self._connections.row(ApiUserRow.select().where(ApiUserRow.email == email)))

    def find(self, number: int) -> ApiUser | None:
        """The user of this number, or None."""
        return _user(self._connections.row(ApiUserRow.select().where(ApiUserRow.id == number)))


def _user(row: Row | None) -> ApiUser | None:
    return None if row is None else ApiUser(row["id"], row["email"], row["password_hash"], row["created_at"])
