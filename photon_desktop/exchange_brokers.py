"""Opens the brokers of accounts at an exchange, and reaches the open one from any thread."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial

from photon_desktop.broker.bybit.desk.broker import BybitBroker
from photon_desktop.broker.bybit.desk.open import cancel_everything, open_bybit
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.client import open_trading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.errors import OrderError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.store.store import Store
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.instrument import Instrument, InstrumentKind, kind_of
from photon_desktop.trading.orders import Order, OrderPurpose
from photon_desktop.trading.profile import Profile

KeysOf = Callable[[Profile], ApiKeys | None]
EndpointOf = Callable[[Profile], TradingEndpoint]

_NO_KEYS = (
    "The account {name} has no exchange keys on this computer; add them under Settings, Exchange keys, then start the"
    " Execution Agent."
)


def no_keys(_profile: Profile) -> ApiKeys | None:
    """Nobody has any."""
    return None


def bybit_of(profile: Profile) -> TradingEndpoint:
    """The exchange that the mode of `profile` names."""
    return TradingEndpoint(TradingMode(profile.mode.value))


class ExchangeBrokers:
    """`keys_of` may be replaced while no broker is open; it is called on the agent's thread and must not wait for a
    person. The `halt` and the `arming` are asked once more before each order of a decision leaves."""

    def __init__(
        self,
        store: Store,
        halt: TradingHalt,
        arming: Arming,
        keys_of: KeysOf = no_keys,
        endpoint_of: EndpointOf = bybit_of,
    ) -> None:
        self.keys_of = keys_of
        self._store = store
        self._halt = halt
        self._arming = arming
        self._endpoint_of = endpoint_of
        self._broker: BybitBroker | None = None

    def open(
        self,
        profile: Profile,
        waiting: Sequence[Order],
        symbols: Sequence[str],
        instrument_of: Callable[[str], Instrument],
    ) -> BybitBroker:
        """The broker of `profile`, not connected yet; OrderError, saying what to do, when there are no keys."""
        keys = self.keys_of(profile)
        if keys is None:
            raise OrderError(_NO_KEYS.format(name=profile.name))
        crypto = [symbol for symbol in symbols if kind_of(symbol) is InstrumentKind.CRYPTO]
        endpoint, why_not = self._endpoint_of(profile), partial(self._why_not, profile.account)
        broker = open_bybit(keys, endpoint, profile, self._store, waiting, crypto, instrument_of, why_not)
        self._broker = broker
        return broker

    def stream_age_s(self) -> float | None:
        """Seconds since the open account's stream last said anything; None while nothing listens. From any thread."""
        broker = self._broker
        return None if broker is None else broker.stream_age_s()

    def cancel_all(self, profile: Profile) -> None:
        """Have every open order of `profile` at its exchange cancelled, on the calling thread and whatever the agents
        do. Raises BrokerError when it is not known to have been done; does nothing for a paper account or one whose
        keys are not here."""
        if not profile.mode.is_exchange:
            return
        broker = self._broker
        if broker is not None and broker.is_open:
            broker.cancel_all()
        elif (keys := self.keys_of(profile)) is not None:
            category = Category(profile.product.value)
            with closing(open_trading(keys, self._endpoint_of(profile), category)) as client:
                cancel_everything(client, category)

    def _why_not(self, account: str, order: Order) -> str:
        """Why an order that a decision asked for may not leave any more; what closes a position always may."""
        if order.purpose is not OrderPurpose.SIGNAL:
            return ""
        if self._halt.is_set:
            return "Trading was halted before the order left; it was not sent."
        is_armed = self._arming.is_armed(account)
        return "" if is_armed else "The account was disarmed before the order left; it was not sent."
