"""Models as files: arrays without pickle beside a description that holds their hash.

The trees are kept as plain numbers (numpy's .npz with pickle forbidden) and not as scikit-learn's objects in skops:
reading them can run no code and needs no list of trusted types, a prediction needs no scikit-learn, and a model stays
readable when scikit-learn changes. What an estimator object would add, fitting on from where it stopped, is never done:
a challenger is always fitted anew from bars, with the parameters and the seed that the description holds.
"""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ModelError, ValueRefusedError
from photon_desktop.learning.cases import PastCases
from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.ensemble import BoostingEnsemble, digest, ensemble_of
from photon_desktop.learning.manifest import ModelManifest, series_name
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.trading.features import FEATURE_VERSION
from photon_desktop.trading.interval import Interval
from photon_desktop.whole_files import written_whole

KEPT = 5
_LARGEST_FILE = 256 * 2**20
_HASH_KEY, _OWN_HASH_KEY = "file_sha256", "description_sha256"
_GUARD, _CASES = "guard_", "cases_"


def save_model(model: Model, folder: Path) -> Path:
    """As `write_model`; of the models of this symbol, interval and type only the 5 newest stay."""
    path = write_model(model, folder)
    drop_oldest(folder, model.manifest, model.manifest.version)
    return path


def write_model(model: Model, folder: Path) -> Path:
    """Write `<version>.npz` and `<version>.json` into `folder`, and return the first's path.

    Each appears whole or not at all, the description last. What interrupted writes have left is swept away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest = model.manifest
    for left in folder.glob(f".{series_name(manifest.model_type, manifest.symbol, manifest.interval)}-*.part"):
        left.unlink(missing_ok=True)
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **_arrays_of(model))
    path = folder / f"{manifest.version}.npz"
    with written_whole(path) as file:
        file.write(content.getbuffer())
    _write_description(manifest, hashlib.sha256(content.getbuffer()).hexdigest(), path)
    return path


def rewrite_manifest(manifest: ModelManifest, folder: Path) -> None:
    """Put `manifest` in the place of the one that the model of its version has in `folder`; its arrays stay.

    Raises ModelError when there is none, or it can't be read.
    """
    path = folder / f"{manifest.version}.npz"
    described = _read_description(path.with_suffix(".json"))
    if described.get("model_hash") != manifest.model_hash:
        raise ModelError(f"The model file {path.name} is another model than the one described; train it again.")
    _write_description(manifest, str(described.get(_HASH_KEY)), path)


def load_model(path: Path) -> Model:
    """The model whose arrays are in the file `path` (`<version>.npz`).

    Raises ModelError, in one sentence, when either file is missing, damaged, foreign, or of other features.
    """
    described = _read_description(path.with_suffix(".json"))
    manifest = ModelManifest.from_json(described)
    if manifest.feature_version != FEATURE_VERSION:
        raise ModelError(
            f"The model {path.stem} was trained on version {manifest.feature_version} of the features, this program"
            f" has version {FEATURE_VERSION}; train it again."
        )
    content = _read(path)
    if hashlib.sha256(content).hexdigest() != described.get(_HASH_KEY):
        raise ModelError(
            f"The model file {path.name} is damaged: its hash is not the one written down; train it again."
        )
    try:
        arrays = _arrays_in(content)
        guard, cases = _memory_in(arrays)
        ensemble = ensemble_of(arrays)
    except (ValueRefusedError, TypeError, ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"The file {path.name} holds no model ({error}); train it again.") from error
    is_boosting = manifest.model_type is ModelType.GRADIENT_BOOSTING
    if is_boosting != isinstance(ensemble, BoostingEnsemble) or digest(ensemble) != manifest.model_hash:
        raise ModelError(f"The model file {path.name} and its description do not belong together; train it again.")
    return Model(manifest, ensemble, guard, cases)


def newest_model(
    folder: Path, symbol: str, interval: Interval, model_type: str, trained_until: int | None = None
) -> Model | None:
    """The model of this symbol, interval and type that was made last and can be read; None when there is none.

    `trained_until` leaves out models that have seen a bar opened after it. Raises ModelError when there are models
    but none can be read.
    """
    kind = ModelType.parse(model_type)
    failure: ModelError | None = None
    for path in _newest_first(folder, kind, symbol, interval):
        try:
            model = load_model(path)
        except ModelError as error:
            failure = failure or error
            continue
        if model.manifest.symbol != symbol or model.manifest.interval is not interval:
            continue
        if trained_until is None or model.manifest.trained_to <= trained_until:
            return model
    if failure is not None:
        raise failure
    return None


def _newest_first(folder: Path, model_type: ModelType, symbol: str, interval: Interval) -> list[Path]:
    """Paths of the models' arrays by when they were made; those whose description can't be read come last."""
    paths = [
        path.with_suffix(".npz") for path in sorted(folder.glob(f"{series_name(model_type, symbol, interval)}-*.json"))
    ]
    return sorted(paths, key=_made_at, reverse=True)


def _made_at(path: Path) -> tuple[int, int]:
    try:
        manifest = ModelManifest.from_json(_read_description(path.with_suffix(".json")))
    except ModelError:
        return (-1, -1)
    return (manifest.created_at, manifest.trained_to)


def drop_oldest(folder: Path, kind: ModelManifest, champion: str) -> tuple[str, ...]:
    """Remove all but the 5 newest models of the symbol, interval and type of `kind`, and return the versions that are
    gone; the version `champion` is one of the 5, however old it is."""
    name = series_name(kind.model_type, kind.symbol, kind.interval)
    ordered = _newest_first(folder, kind.model_type, kind.symbol, kind.interval)
    others = [path for path in ordered if path.stem != champion and _is_version_of(path.stem, name)]
    dropped = others[KEPT - 1 :]
    for path in dropped:
        path.with_suffix(".json").unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    return tuple(path.stem for path in dropped)


def _is_version_of(stem: str, name: str) -> bool:
    """Whether `stem` is `name`, a stamp and a hash: "DEMO" must not drop what belongs to "DEMO-1h-X"."""
    return stem.removeprefix(f"{name}-").count("-") == 1


def _write_description(manifest: ModelManifest, file_hash: str, path: Path) -> None:
    described = {**manifest.to_json(), _HASH_KEY: file_hash}
    described[_OWN_HASH_KEY] = _hash_of(described)
    with written_whole(path.with_suffix(".json")) as file:
        file.write(json.dumps(described, indent=1, sort_keys=True).encode())


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ModelError(f"The model file {path.name} is larger than any model; remove it and train again.")
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"The model file {path.name} can't be read ({error.strerror}); train it again.") from error


def _read_description(path: Path) -> dict[str, Any]:
    try:
        described = json.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"The model's description {path.name} is damaged; train the model again.") from error
    if not isinstance(described, dict):
        raise ModelError(f"The file {path.name} does not describe a model; train the model again.")
    if described.get(_OWN_HASH_KEY) != _hash_of(described):
        raise ModelError(
            f"The model's description {path.name} was changed after it was written; train the model again."
        )
    return described


def _hash_of(described: dict[str, Any]) -> str:
    """SHA-256 over the description, this hash itself left out."""
    content = {name: value for name, value in described.items() if name != _OWN_HASH_KEY}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _arrays_of(model: Model) -> dict[str, npt.NDArray[Any]]:
    arrays = dict(model.ensemble.arrays())
    for prefix, part in ((_GUARD, model.guard), (_CASES, model.cases)):
        if part is not None:
            arrays.update({prefix + name: column for name, column in part.arrays().items()})
    return arrays


def _memory_in(arrays: dict[str, npt.NDArray[Any]]) -> tuple[DriftGuard | None, PastCases | None]:
    """The drift guard and the past cases, whose arrays are taken out of `arrays`."""
    guard, cases = (
        {name.removeprefix(prefix): arrays.pop(name) for name in list(arrays) if name.startswith(prefix)}
        for prefix in (_GUARD, _CASES)
    )
    if cases and (not guard or len(cases.get("closes", ())) != len(guard.get("rows", ()))):
        raise ValueRefusedError("its past cases are not those of its training rows")
    return DriftGuard(**guard) if guard else None, PastCases(**cases) if cases else None


def _arrays_in(content: bytes) -> dict[str, npt.NDArray[Any]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST_FILE:
            raise ValueRefusedError("its arrays are larger than any model's")
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return {name: np.asarray(arrays[name]) for name in arrays.files}
