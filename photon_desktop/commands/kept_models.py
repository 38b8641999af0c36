"""The models of a data folder, as a command finds and keeps them: what it trains never takes the place of one that
decides in the window, and the store knows of every file."""

from contextlib import closing
from pathlib import Path

from photon_desktop.agents.champions import Champions
from photon_desktop.commands.output import note
from photon_desktop.errors import StoreError
from photon_desktop.learning.files import load_model, newest_model, save_model
from photon_desktop.learning.model import Model
from photon_desktop.learning.training import learnt_from
from photon_desktop.paths import STORE_NAME, models_folder
from photon_desktop.store.model_versions import ModelRecord
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval


def keep_trained(model: Model, data_folder: Path) -> Path:
    """Keep a model that a command has trained, beside the champion of its series or, if there is none, as it; the path
    of its file is returned.

    Where the store can't be opened the file is kept all the same, and a line on stderr says so.
    """
    try:
        with closing(Store.open(data_folder / STORE_NAME)) as store:
            return Champions(store, models_folder(data_folder), model.manifest.model_type.value).keep(model)
    except StoreError as error:
        note(f"The store does not know of the model: {error}")
        return save_model(model, models_folder(data_folder))


def find_kept(symbol: str, interval: Interval, model_type: str, bars: Bars, data_folder: Path) -> Model | None:
    """The champion of this series if it was trained on `bars`, else the newest model that was; None when there is none.

    Raises ModelError when the champion, or all models where there is none, can't be read.
    """
    folder = models_folder(data_folder)
    record = _champion(symbol, interval, model_type, data_folder)
    if record is not None and (folder / record.path).is_file():
        champion = load_model(folder / record.path)
        if learnt_from(champion.manifest, bars):
            return champion
    newest = newest_model(folder, symbol, interval, model_type, int(bars.times[-1]))
    return newest if newest is not None and learnt_from(newest.manifest, bars) else None


def _champion(symbol: str, interval: Interval, model_type: str, data_folder: Path) -> ModelRecord | None:
    if not (data_folder / STORE_NAME).is_file():
        return None
    try:
        with closing(Store.open(data_folder / STORE_NAME)) as store:
            return store.models.champion(symbol, interval, model_type)
    except StoreError as error:
        note(f"The store can't tell which model of {symbol} is the champion: {error}")
        return None
