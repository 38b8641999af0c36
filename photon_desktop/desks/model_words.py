"""The model in a few words, for the status bar: which one decides, and what it has shown so far."""

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.learning.manifest import ModelManifest

_SHORT = {"random_forest": "Random forest", "gradient_boosting": "Gradient boosting"}


def model_words(news: ModelNews) -> tuple[str, str]:
    """A short text, and a sentence or two that explain it."""
    if news.manifest is None:
        return f"{news.symbol}: {'training' if news.is_pending else 'rules, no model'}", f"{news.note}."
    return _summary(news.manifest), _details(news.manifest)


def _summary(manifest: ModelManifest) -> str:
    score = manifest.out_of_sample
    gain = score.prior_log_loss - score.log_loss
    return f"{_SHORT[manifest.model_type.value]} · {manifest.evidence} · {gain:+.3f} nats"


def _details(manifest: ModelManifest) -> str:
    score = manifest.out_of_sample
    return (
        f"{manifest.version}\n"
        f"Out of sample, on {score.n} bars it had not seen: accuracy {score.accuracy:.1%},"
        f" always the likeliest class {score.majority_accuracy:.1%};"
        f" log loss {score.log_loss:.3f}, knowing only how often each comes {score.prior_log_loss:.3f}.\n"
        f"Evidence of an edge: {manifest.evidence}. A gain under zero means it knows less than nothing."
    )
