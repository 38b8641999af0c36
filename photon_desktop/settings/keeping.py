"""How the choices are kept: what differs from the defaults, as JSON by key, so that a better default still comes in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from photon_desktop.errors import StoreError, ValueRefusedError
from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.setting import Setting, Value
from photon_desktop.settings.table import SETTINGS
from photon_desktop.store.settings import SettingRepository
from photon_desktop.store.texts_in_file import texts_in_file

PREFIX = "rules."


@dataclass(frozen=True, slots=True)
class KeptChoices:
    """What is kept, and a sentence for each setting that could not be read and is as by default."""

    choices: Choices = DEFAULTS
    faults: tuple[str, ...] = ()


def keep_choices(settings: SettingRepository, choices: Choices) -> None:
    """Keep exactly these. Raises StoreError, and what was kept stays."""
    own = {s.key: s.to_json(choices.own[s.key]) for s in SETTINGS if s.key in choices.own}
    settings.replace_all(PREFIX, {f"{PREFIX}{key}": value for key, value in own.items()})


def kept_choices(store_path: Path) -> KeptChoices:
    """What is kept in the store's file, which is only read; the defaults when there is none or it can't be read."""
    try:
        return read_choices(texts_in_file(store_path, PREFIX))
    except StoreError as error:
        return KeptChoices(faults=(f"{error} The default settings are used.",))


def read_choices(texts: Mapping[str, str]) -> KeptChoices:
    """What was kept as `texts`, JSON by stored key. One that is damaged or beyond its bounds is as by default."""
    values, faults = sound_and_faulty(texts, PREFIX)
    return KeptChoices(Choices.of(values), tuple(_fault(setting, why) for setting, why in faults))


def sound_and_faulty(texts: Mapping[str, str], prefix: str) -> tuple[dict[str, Value], list[tuple[Setting, str]]]:
    """Of what is kept under `prefix`: the values by key, and the settings that can't be read, each with why."""
    values: dict[str, Value] = {}
    faults = []
    for setting in SETTINGS:
        text = texts.get(f"{prefix}{setting.key}")
        if text is None:
            continue
        try:
            values[setting.key] = setting.from_json(json.loads(text))
        except (ValueError, RecursionError) as error:
            is_known = isinstance(error, ValueRefusedError)
            faults.append((setting, str(error) if is_known else f"{setting.label} is no readable value."))
    return values, faults


def _fault(setting: Setting, why: str) -> str:
    return f"{why} It was stored so; the default, {setting.words(setting.default)}, is used."
