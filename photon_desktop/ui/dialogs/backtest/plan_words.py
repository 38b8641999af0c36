"""What is about to be run, and what came of it, in a few words."""

from collections.abc import Mapping
from typing import Any

from photon_desktop.backtest.trial import Trial
from photon_desktop.ui import formats


def plan_lines(trial: Trial, bars: str) -> list[str]:
    """The trial on `bars`, which says how many there are."""
    rules = trial.rules
    protection = [
        f"{name} {formats.percent(share, 1)}"
        for name, share in (("stop", rules.stop_loss), ("target", rules.take_profit))
        if share is not None
    ]
    costs = (float(rules.costs.commission_rate), float(rules.costs.slippage_rate))
    commission, slippage = (formats.percent(rate, 3) for rate in costs)
    return [
        f"{trial.name}, {bars}.",
        f"{formats.money(rules.initial_balance)} to begin with, size {rules.sizing.text}, commission {commission},"
        f" slippage {slippage}.",
        f"Protection: {', '.join(protection)}." if protection else "No stop and no target but the strategy's own.",
    ]


def outcome_words(summary: Mapping[str, Any]) -> str:
    """What a run came to, in half a line."""
    trades = "1 trade" if summary["trades"] == 1 else f"{summary['trades']:,} trades"
    change = formats.signed_percent(summary["total_return"])
    return f"equity {formats.money(summary['final_equity'])} ({change}), {trades}."
