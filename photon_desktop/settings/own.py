"""What one account has of its own among the settings; everything else is as for all accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import sound_and_faulty
from photon_desktop.settings.setting import Setting, Value
from photon_desktop.settings.table import (
    API_IS_ON,
    API_IS_OPEN,
    API_IS_OPEN_HERE,
    API_PORT,
    BY_KEY,
    MODEL_TYPE,
    SCHEDULER,
    SETTINGS,
    STARTING,
)
from photon_desktop.store.store import Store
from photon_desktop.trading.money import exact
from photon_desktop.trading.profile import Profile

# models belong to symbols, not to accounts; sweeps and the API to neither
_OF_ALL = (MODEL_TYPE, SCHEDULER, API_IS_ON, API_PORT, API_IS_OPEN_HERE, API_IS_OPEN)
_USED = "It was stored so for one account; the value for all accounts is used."


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """`values` by key, those that are as by default among them: an account's own value stays when the shared one
    changes. Made with `of`, which checks it."""

    values: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Value]) -> Self:
        """Raises ValueRefusedError for a setting that no account has of its own, or a value beyond its bounds."""
        if shared := [key for key in values if key not in BY_KEY or key in _OF_ALL]:
            raise ValueRefusedError(f"No account has a setting {shared[0]!r} of its own; set it for all accounts.")
        return cls({key: BY_KEY[key].accepted(value) for key, value in values.items()})

    def over(self, shared: Choices) -> Choices:
        """What counts for the account: its own values, and the shared ones of all else."""
        return Choices.of({**shared.own, **self.values})


def can_be_own(setting: Setting, profile: Profile) -> bool:
    """Whether `profile` can have this setting to itself; an exchange's account has no starting cash at all."""
    return setting.key not in _OF_ALL and not (setting.key == STARTING and profile.mode.is_exchange)


def keep_own(store: Store, profile: Profile, own: OwnChoices) -> Profile:
    """Keep exactly these as the account's own; the profile with its starting cash is returned. All or nothing."""
    prefix = own_prefix(profile)
    kept = [setting for setting in SETTINGS if setting.key in own.values and setting.key != STARTING]
    with store.transaction():
        values = {f"{prefix}{setting.key}": setting.to_json(own.values[setting.key]) for setting in kept}
        store.settings.replace_all(prefix, values)
        cash = own.values.get(STARTING)
        return store.profiles.set_starting_cash(profile, None if cash is None else exact(cash))


def own_of(store: Store, profile: Profile) -> tuple[OwnChoices, tuple[str, ...]]:
    """What is kept as the account's own, and a sentence for each value that can't be read: the shared one counts."""
    values, faults = sound_and_faulty(store.settings.texts(own_prefix(profile)), own_prefix(profile))
    sound = {key: value for key, value in values.items() if can_be_own(BY_KEY[key], profile)}
    if profile.starting_cash is not None and not profile.mode.is_exchange:
        sound[STARTING] = profile.starting_cash
    return OwnChoices.of(sound), tuple(f"{why} {_USED}" for _, why in faults)


def own_prefix(profile: Profile) -> str:
    """What the keys begin with under which the store keeps what is the account's own."""
    return f"account.{profile.key}.rules."
