"""What symbols are traded in, remembered between runs, so that nobody has to ask the network for it."""

from decimal import Decimal, InvalidOperation
from typing import Any

from photon_desktop.errors import PhotonError
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument

_STEPS = ("tick_size", "quantity_step", "minimum_quantity", "minimum_notional")


class KnownInstruments:
    """What an exchange told of each symbol, and until it did the usual steps of its kind. Usable from any thread."""

    def __init__(self, settings: SettingRepository) -> None:
        self._settings = settings
        self._known: dict[str, Instrument] = {}

    def of(self, symbol: str) -> Instrument:
        """What `symbol` is traded in, from memory or the store."""
        known = self._known.get(symbol)
        if known is None:
            known = _from_json(symbol, self._settings.get(_key(symbol))) or assumed_instrument(symbol)
            self._known[symbol] = known
        return known

    def learn(self, instrument: Instrument) -> None:
        """Take what a source says of its symbol from now on."""
        if self.of(instrument.symbol) != instrument:
            self._settings.put(_key(instrument.symbol), _as_json(instrument))
            self._known[instrument.symbol] = instrument


def _key(symbol: str) -> str:
    return f"instrument.{symbol}"


def _as_json(instrument: Instrument) -> dict[str, str]:
    steps = {name: str(getattr(instrument, name)) for name in _STEPS}
    return {"kind": instrument.kind.value, "quote": instrument.quote, **steps}


def _from_json(symbol: str, stored: Any) -> Instrument | None:
    """None for what is not there or was not written by `_as_json`: it will be told again."""
    if not isinstance(stored, dict):
        return None
    try:
        steps = {name: Decimal(stored[name]) for name in _STEPS}
        return Instrument(symbol, InstrumentKind(stored["kind"]), str(stored["quote"]), **steps)
    except (KeyError, TypeError, ValueError, InvalidOperation, PhotonError):
        return None
