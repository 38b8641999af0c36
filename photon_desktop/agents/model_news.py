"""What the window is told of a series' model."""

from dataclasses import dataclass

from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True)
class ModelNews:
    """The model now used for a symbol, or why there is none; `is_pending` while one is being trained. `wanted_type`:
    the kind of model that is to decide, where none does."""

    symbol: str
    interval: Interval
    manifest: ModelManifest | None
    note: str
    is_pending: bool = False
    wanted_type: str = ""

    @property
    def model_type(self) -> str:
        """The kind of model that decides, or is to; empty where that is not known."""
        return self.wanted_type if self.manifest is None else self.manifest.model_type.value
