"""What became of an order or of a decision: see `agents.reports` and the execution agent."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("Trade executed successfully: {side} {quantity} {symbol} at {price}."),
    mark("The stop loss closed the position: {side} {quantity} {symbol} at {price}."),
    mark("The take profit closed the position: {side} {quantity} {symbol} at {price}."),
    mark("The kill switch closed the position: {side} {quantity} {symbol} at {price}."),
    mark("The position was closed by hand: {side} {quantity} {symbol} at {price}."),
    mark("Trade executed successfully in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet."),
    mark(
        "The stop loss closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet."
    ),
    mark(
        "The take profit closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet."
    ),
    mark(
        "The kill switch closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet."
    ),
    mark("The position was closed by hand in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet."),
    mark("No price came within a bar; the order was dropped, not sent again."),
    mark("The rest was not filled within a bar; it was dropped, not sent again."),
    mark("The decision is older than its bar's interval; nothing was ordered."),
    mark("Trading was halted before a price came; the order was taken back."),
    mark("The decision was left by a session on another market; nothing was ordered."),
    mark("Trading is halted: {reason}"),
    mark("An order in {symbol} is still waiting for its fill."),
)
