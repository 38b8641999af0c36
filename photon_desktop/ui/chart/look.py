"""How the user wants his charts: style of the bars, scale of the prices, studies. It holds for every symbol."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from photon_desktop.ui.chart.data.study import Study, StudyKind, usual_studies
from photon_desktop.ui.language import mark


class Style(StrEnum):
    """How bars are drawn. Hollow is the first choice: colour is then not the only sign of a rise."""

    HOLLOW = "hollow"
    CANDLES = "candles"
    HEIKIN_ASHI = "heikin_ashi"
    BARS = "bars"
    LINE = "line"


class Scale(StrEnum):
    """How prices stand on their axis; percent is the change on the first close in view."""

    LINEAR = "linear"
    LOG = "log"
    PERCENT = "percent"


STYLE_WORDS = {
    Style.HOLLOW: mark("Hollow candles"),
    Style.CANDLES: mark("Candles"),
    Style.HEIKIN_ASHI: mark("Heikin-Ashi"),
    Style.BARS: mark("Bars"),
    Style.LINE: mark("Line"),
}
SCALE_WORDS = {Scale.LINEAR: mark("Linear"), Scale.LOG: mark("Logarithmic"), Scale.PERCENT: mark("Percent")}


@dataclass(frozen=True, slots=True)
class Look:
    """All of it, with every study by its kind."""

    style: Style = Style.HOLLOW
    scale: Scale = Scale.LINEAR
    studies: Mapping[StudyKind, Study] = field(default_factory=usual_studies)

    def with_study(self, study: Study) -> Self:
        """The same look with this study in the place of its kind's."""
        return replace(self, studies={**self.studies, study.kind: study})

    def shows(self, kind: StudyKind) -> bool:
        """Whether a study is on the chart."""
        return self.studies[kind].is_shown

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold, for `from_json`."""
        studies = {
            kind.value: {"shown": study.is_shown, "lengths": list(study.lengths)}
            for kind, study in self.studies.items()
        }
        return {"style": self.style.value, "scale": self.scale.value, "studies": studies}

    @classmethod
    def from_json(cls, kept: Any) -> Self:
        """What `to_json` gave; whatever of it can't be read is as a new chart has it."""
        kept = kept if isinstance(kept, dict) else {}
        styles, scales = list(Style), list(Scale)
        look = cls(
            Style(kept["style"]) if kept.get("style") in styles else Style.HOLLOW,
            Scale(kept["scale"]) if kept.get("scale") in scales else Scale.LINEAR,
        )
        studies = kept.get("studies")
        for kind, usual in usual_studies().items() if isinstance(studies, dict) else ():
            look = look.with_study(_read_study(usual, studies.get(kind.value)))
        return look


def _read_study(usual: Study, kept: Any) -> Study:
    if not isinstance(kept, dict) or not isinstance(kept.get("shown"), bool):
        return usual
    lengths = kept.get("lengths")
    if isinstance(lengths, list) and all(type(length) is int for length in lengths):
        usual = usual.with_lengths(tuple(lengths))
    return usual.shown(kept["shown"])
