"""What the model desk is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.language import mark

OTHER_KIND = mark("other kind")


@dataclass(frozen=True, slots=True)
class VersionView:
    """A model that was made: `status` is "champion" for the one that decides, "rejected" for a challenger that was
    turned down and "other kind" for one of a kind that is not set to decide; `is_there` while its file is kept."""

    manifest: ModelManifest
    status: str
    is_there: bool = True

    @property
    def is_champion(self) -> bool:
        """Whether it is the one that decides."""
        return self.status == "champion"


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the learning: `time_ns` UTC, its kind in a word, and what came of it in a sentence."""

    number: int
    time_ns: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ModelDeskView:
    """The models of one symbol and interval and the steps of its learning, both newest first; `note` says how it stands
    where no model decides; `psi`: each input's drift as last looked at, empty while too few bars tell."""

    symbol: str
    interval: Interval
    versions: tuple[VersionView, ...] = ()
    steps: tuple[StepView, ...] = ()
    note: str = ""
    psi: Mapping[str, float] = field(default_factory=dict)

    @property
    def champion(self) -> VersionView | None:
        """The model that decides, or None."""
        return next((version for version in self.versions if version.is_champion), None)

    def find(self, version: str) -> VersionView | None:
        """The model of this version, or None."""
        return next((each for each in self.versions if each.manifest.version == version), None)
