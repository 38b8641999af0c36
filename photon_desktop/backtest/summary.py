"""A run as the JSON object that is printed, stored and shown."""

from dataclasses import asdict
from typing import Any

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import BacktestResult, verdict
from photon_desktop.backtest.simulation import OpenTrade
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.timestamps import to_iso


def summary(result: BacktestResult, bars: Bars, rules: Rules) -> dict[str, Any]:
    """Figures by name; shares are fractions, times ISO 8601 UTC, what is not defined is null. `oos` only for models."""
    content: dict[str, Any] = {
        "strategy": result.plan.strategy,
        "engine": result.simulation.engine.value,
        "first": to_iso(int(bars.times[0])),
        "last": to_iso(int(bars.times[-1])),
        "first_decision": to_iso(int(bars.times[result.plan.first_decision])),
        **asdict(result.figures),
        "buy_and_hold_return": result.buy_and_hold_return,
        "open_position": _open_position(result.simulation.open_trade),
        "digest": result.digest,
        "verdict": verdict(result),
        "rules": parameters(rules),
    }
    if result.plan.out_of_sample is not None:
        content["oos"] = asdict(result.plan.out_of_sample)
    if result.plan.told is not None:
        content["model"] = result.plan.told
    return content


def parameters(rules: Rules) -> dict[str, Any]:
    """The rules as they are written on the command line, stop and target in percent."""
    return {
        "initial_balance": rules.initial_balance,
        "commission": float(rules.costs.commission_rate),
        "slippage": float(rules.costs.slippage_rate),
        "slippage_model": rules.costs.slippage_model.value,
        "maker_share": float(rules.costs.maker_share),
        "minimum_commission": float(rules.costs.minimum_commission),
        "volume_share": rules.volume_share,
        "ticks": rules.instrument is not None,
        "stop_loss": None if rules.stop_loss is None else round(100 * rules.stop_loss, 10),
        "take_profit": None if rules.take_profit is None else round(100 * rules.take_profit, 10),
        "size": rules.sizing.text,
        "entry": rules.entry.text,
        "stop_basis": rules.stop_basis.value,
        "whole_units": rules.sizing.steps_per_unit == 1,
        "short": rules.short_allowed,
        "finalize": rules.finalize.value,
        "cooldown": rules.cooldown.bars,
        "cooldown_after_loss": rules.cooldown.after_loss,
    }


def _open_position(held: OpenTrade | None) -> dict[str, Any] | None:
    if held is None:
        return None
    return {
        "entry_time": to_iso(held.entry_time),
        "quantity": held.quantity,
        "entry_price": held.entry_price,
        "unrealised": held.unrealised,
    }
