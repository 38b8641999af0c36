"""The model in a few words, for the status bar: which one decides, and what it has shown so far."""

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.ui import formats
from photon_desktop.ui.language import mark, tr

_SHORT = {"random_forest": mark("Random forest"), "gradient_boosting": mark("Gradient boosting")}


def model_words(news: ModelNews) -> tuple[str, str]:
    """A short text, and a sentence or two that explain it."""
    if news.manifest is None:
        words = tr("{symbol}: training") if news.is_pending else tr("{symbol}: rules, no model")
        return words.format(symbol=news.symbol), f"{news.note}."
    return _summary(news.manifest), _details(news.manifest)


def _summary(manifest: ModelManifest) -> str:
    score = manifest.out_of_sample
    gain = score.prior_log_loss - score.log_loss
    return tr("{model} · {evidence} · {gain} nats").format(
        model=tr(_SHORT[manifest.model_type.value]), evidence=tr(manifest.evidence), gain=formats.signed(gain, 3)
    )


def _details(manifest: ModelManifest) -> str:
    score = manifest.out_of_sample
    out_of_sample = tr(
        "Out of sample, on {count} bars it had not seen: accuracy {accuracy}, always the likeliest class {majority};"
        " log loss {loss}, knowing only how often each comes {prior}."
    ).format(
        count=score.n,
        accuracy=f"{score.accuracy:.1%}",
        majority=f"{score.majority_accuracy:.1%}",
        loss=f"{score.log_loss:.3f}",
        prior=f"{score.prior_log_loss:.3f}",
    )
    evidence = tr("Evidence of an edge: {evidence}. A gain under zero means it knows less than nothing.").format(
        evidence=tr(manifest.evidence)
    )
    return f"{manifest.version}\n{out_of_sample}\n{evidence}"
