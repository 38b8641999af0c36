"""The user's price alerts, kept as one setting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from photon_desktop.errors import ValueRefusedError
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.alerts import AlertCondition, PriceAlert, Standing
from photon_desktop.trading.money import exact, plain

_KEY = "alerts.price"
_ASIDE_KEY = "alerts.price.unreadable"


@dataclass(frozen=True, slots=True)
class KeptAlerts:
    """What could be read, and one sentence for each alert that could not."""

    alerts: tuple[PriceAlert, ...]
    faults: tuple[str, ...] = ()


class AlertRepository:
    """Alerts with how far each has come, so that one goes off at the first price after a start when it was passed
    meanwhile, and none goes off twice."""

    def __init__(self, settings: SettingRepository) -> None:
        self._settings = settings

    def read(self) -> KeptAlerts:
        """The alerts as they were kept. What can't be read is first put with `unreadable`, so that it is not lost when
        the others are kept again. Raises what the store raises."""
        stored = self._stored(_KEY)
        if not isinstance(stored, list):
            self._set_aside([stored])
            fault = f"The price alerts in the store are a {type(stored).__name__}, not a list"
            return KeptAlerts((), (f"{fault}; they were set aside, set them again.",))
        alerts: dict[str, PriceAlert] = {}
        faults, unreadable = [], []
        for number, entry in enumerate(stored, start=1):
            try:
                alert = _alert_of(entry)
            except (ValueRefusedError, KeyError, TypeError, ValueError) as error:
                faults.append(f"Price alert {number} in the store can't be read ({error}); set it again.")
                unreadable.append(entry)
                continue
            alerts[alert.id] = alert
        self._set_aside(unreadable)
        return KeptAlerts(tuple(alerts.values()), tuple(faults))

    def unreadable(self) -> list[Any]:
        """What could not be read as an alert, each thing once, as it was found."""
        aside = self._stored(_ASIDE_KEY)
        return aside if isinstance(aside, list) else [aside]

    def keep(self, alerts: Iterable[PriceAlert]) -> None:
        """Keep exactly these."""
        self._settings.put(_KEY, [_json_of(alert) for alert in alerts])

    def _stored(self, key: str) -> Any:
        """The value under `key`, its bare text when that is no JSON, an empty list when there is none."""
        try:
            return self._settings.get(key, [])
        except ValueError:
            return self._settings.text(key)

    def _set_aside(self, entries: list[Any]) -> None:
        known = self.unreadable() if entries else []
        new = [entry for entry in entries if entry not in known]
        if new:
            self._settings.put(_ASIDE_KEY, [*known, *new])


def _json_of(alert: PriceAlert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "symbol": alert.symbol,
        "condition": alert.condition.value,
        "level": plain(alert.level),
        "window_s": alert.window_s,
        "note": alert.note,
        "repeats": alert.repeats,
        "standing": alert.standing.value,
        "created_at_ns": alert.created_at_ns,
        "last_triggered_ns": alert.last_triggered_ns,
    }


def _alert_of(entry: Mapping[str, Any]) -> PriceAlert:
    return PriceAlert(
        id=_text(entry, "id"),
        symbol=_text(entry, "symbol"),
        condition=AlertCondition(entry["condition"]),
        level=exact(_text(entry, "level")),
        created_at_ns=_whole(entry, "created_at_ns"),
        window_s=_whole(entry, "window_s"),
        note=str(entry["note"]),
        repeats=entry["repeats"] is True,
        standing=Standing(entry["standing"]),
        last_triggered_ns=None if entry["last_triggered_ns"] is None else _whole(entry, "last_triggered_ns"),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry[name]
    if not isinstance(value, str) or not value:
        raise ValueRefusedError(f"its {name} is {value!r}, not a text")
    return value


def _whole(entry: Mapping[str, Any], name: str) -> int:
    value = entry[name]
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueRefusedError(f"its {name} is {value!r}, not a whole number")
    return value
