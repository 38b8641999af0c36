"""Where the stop and the target of a position stand."""

from math import exp, isfinite

from photon_desktop.backtest.rules import Rules, StopBasis


def levels(
    rules: Rules, side: int, entry_price: float, signal_close: float, barrier: float | None
) -> tuple[float | None, float | None]:
    """Stop and target of a long (+1) or short (-1) position: the rules' where they have them, otherwise the strategy's.

    The strategy's lie the log distance `barrier` from `signal_close`; a barrier that is not finite sets none.
    """
    basis = entry_price if rules.stop_basis is StopBasis.ENTRY else signal_close
    stop, target = None, None
    if barrier is not None and isfinite(barrier):
        stop, target = signal_close * exp(-side * barrier), signal_close * exp(side * barrier)
    if rules.stop_loss is not None:
        stop = basis * (1 - side * rules.stop_loss)
    if rules.take_profit is not None:
        target = basis * (1 + side * rules.take_profit)
    return stop, target
