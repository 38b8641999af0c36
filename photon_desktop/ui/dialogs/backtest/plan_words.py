"""What is about to be run, and what came of it, in a few words."""

from collections.abc import Mapping
from typing import Any

from photon_desktop.backtest.trial import Trial
from photon_desktop.ui import formats
from photon_desktop.ui.language import tr, tr_many
from photon_desktop.ui.sentences.said import said


def plan_lines(trial: Trial, bars: str) -> list[str]:
    """The trial on `bars`, which says how many there are."""
    rules = trial.rules
    protection = [
        words.format(share=formats.percent(share, 1))
        for words, share in ((tr("stop {share}"), rules.stop_loss), (tr("target {share}"), rules.take_profit))
        if share is not None
    ]
    costs = (float(rules.costs.commission_rate), float(rules.costs.slippage_rate))
    commission, slippage = (formats.percent(rate, 3) for rate in costs)
    return [
        f"{said(trial.name)}, {bars}.",
        tr("{money} to begin with, size {size}, commission {commission}, slippage {slippage}.").format(
            money=formats.money(rules.initial_balance),
            size=tr("all", "size") if rules.sizing.text == "all" else rules.sizing.text,
            commission=commission,
            slippage=slippage,
        ),
        tr("Protection: {protection}.").format(protection=", ".join(protection))
        if protection
        else tr("No stop and no target but the strategy's own."),
    ]


def outcome_words(summary: Mapping[str, Any]) -> str:
    """What a run came to, in half a line."""
    count, equity = summary["trades"], formats.money(summary["final_equity"])
    told = tr_many("equity {equity} ({change}), {count} trades.", "equity {equity} ({change}), {count} trade.", count)
    return told.format(equity=equity, change=formats.signed_percent(summary["total_return"]), count=f"{count:,}")
