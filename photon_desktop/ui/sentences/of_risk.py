"""Why an order is refused: see `trading.risk`."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("{loss} of equity was lost since the UTC day began; from {limit} on nothing is opened."),
    mark("Equity is {share} under its peak; from {limit} on nothing is opened until trading is released."),
    mark("{count} orders went out within a minute; {limit} are allowed."),
    mark("This bar of {symbol} has led to a {action} already."),
    mark("The last price of {symbol} is {bars} bars old; {limit} are allowed."),
    mark("The market of {symbol} is closed; an order would wait for its next session's first price."),
    mark("A position in {symbol} was closed just now; no new one is opened for {bars} more bar."),
    mark("A position in {symbol} was closed just now; no new one is opened for {bars} more bars."),
    mark("{symbol} is a real market's; only a simulated one may be explored."),
    mark("Confidence {confidence} is under the least allowed, {least}."),
    mark("The risk score {score} is above the most allowed, {most}."),
    mark("The order's price {price} is {share} away from the last one, {last}; {limit} are allowed."),
    mark("Selling {quantity} {symbol} would open a short position, which is not allowed."),
    mark("The order is worth {worth}, above the limit of {limit} ({share} of equity)."),
    mark("The position would be worth {worth}, above the limit of {limit} ({share} of equity)."),
    mark("All positions together would be worth {worth}, above the limit of {limit} ({share} of equity)."),
    mark("The order needs {needed} and the free cash is {cash}."),
)
