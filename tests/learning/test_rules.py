import pytest

from photon_desktop.learning.rules import judge
from photon_desktop.trading.analysis import MarketAnalysis
from photon_desktop.trading.messages import Action


@pytest.mark.parametrize(
    ("analysis", "action", "score"),
    [
        (MarketAnalysis("sideways", 0.2, "neutral", 1), Action.BUY, 0.45),
        (MarketAnalysis("sideways", 0.2, "neutral", -1), Action.SELL, 0.45),
        (MarketAnalysis("sideways", 0.2, "oversold", 0), Action.BUY, 0.45),
        (MarketAnalysis("sideways", 0.2, "overbought", 0), Action.SELL, 0.45),
        (MarketAnalysis("bull", 1.0, "neutral", 0), Action.BUY, 0.45),
        (MarketAnalysis("bear", 1.0, "neutral", 0), Action.SELL, 0.45),
        (MarketAnalysis("bull", 0.8, "oversold", 1), Action.BUY, 1.0),
        (MarketAnalysis("bull", 0.5, "neutral", 0), Action.HOLD, 0.775),
        (MarketAnalysis("sideways", 0.5, "neutral", 0), Action.HOLD, 1.0),
        (MarketAnalysis("bear", 1.0, "oversold", 0), Action.HOLD, 1.0),
    ],
)
def test_rules_add_up_to_an_action_and_a_score(analysis: MarketAnalysis, action: Action, score: float) -> None:
    verdict = judge(analysis)
    assert verdict.action is action
    assert verdict.score == pytest.approx(score)


def test_only_rules_that_spoke_are_named() -> None:
    verdict = judge(MarketAnalysis("bull", 0.82, "neutral", 1))
    assert verdict.sentences == ("a bull trend of strength 0.82 for buying", "SMA10 crossing above SMA20 for buying")
    assert judge(MarketAnalysis("sideways", 0.1, "neutral", 0)).sentences == ()
