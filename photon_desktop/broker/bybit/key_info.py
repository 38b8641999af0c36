"""What the exchange says a key may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from photon_desktop.broker.bybit.orders.exchange_orders import bad_row
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import KEY_INFO

_ANYWHERE = "*"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """A key's rights by group ("Spot": SpotTrade), the addresses it is tied to (none: usable from anywhere), and when
    it ends (ms UTC; None for one that is tied to addresses, which does not)."""

    is_read_only: bool
    permissions: Mapping[str, frozenset[str]]
    addresses: tuple[str, ...]
    expires_at_ms: int | None

    @property
    def can_withdraw(self) -> bool:
        """Whether it can take money out of the account, in whatever group the right stands."""
        return any("withdraw" in right.lower() for rights in self.permissions.values() for right in rights)

    def may(self, group: str, right: str) -> bool:
        """Whether it has `right` of `group`."""
        return right in self.permissions.get(group, frozenset())


def read_key_info(client: TradingClient) -> KeyInfo:
    """What the client's key may do. Raises BrokerError, also when the answer does not say."""
    answer = client.read(KEY_INFO, {})
    try:
        addresses = tuple(str(one) for one in answer["ips"] or () if one not in ("", _ANYWHERE))
        return KeyInfo(
            is_read_only=int(answer["readOnly"]) != 0,
            permissions=_permissions(answer["permissions"]),
            addresses=addresses,
            expires_at_ms=None if addresses else _milliseconds(answer["expiredAt"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise bad_row("the rights of the key", error) from None


def _permissions(shown: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """A right that can't be read must not look like one that is not there."""
    if not shown or not all(isinstance(rights, list) for rights in shown.values()):
        raise ValueError("no permissions in it")
    return {str(group): frozenset(str(right) for right in rights) for group, rights in shown.items()}


def _milliseconds(text: str) -> int:
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return int(when.timestamp() * 1_000)
