"""What a backtest comes to: see `backtest.run`, and `backtest.honesty` for its verdict and the lines beside it."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("Nothing to judge: {reason}."),
    mark("No evidence of an edge: {reason}."),
    mark("Weak evidence of an edge: {reason}."),
    mark(
        "Evidence of an edge: {strategy} made {made} after costs, better than {share} of the same positions at random"
        " times, and its Sharpe ratio is more than the luck of {tries} (probability {probability})."
    ),
    mark("That holds for these bars, not for those to come."),
    mark("{strategy} never traded; buying and holding made {held} over the same bars."),
    mark("{strategy} made {made}, the same as buying and holding over the same bars."),
    mark(
        "{strategy} made {made}, buying and holding {held} over the same bars: it did better by {points} percentage"
        " points."
    ),
    mark(
        "{strategy} made {made}, buying and holding {held} over the same bars: it did worse by {points} percentage"
        " points."
    ),
    mark("On bars it had not seen the model told no more than how often each class comes: no skill was measured."),
    mark("On bars it had not seen the model told {gain} nats more than how often each class comes."),
)

HALF = (
    mark("{strategy} never traded"),
    mark(
        "on {bars} bars it had not seen the model's log-loss was {loss} nats, knowing only how often each class comes"
        " gives {prior}, and the difference may be chance"
    ),
    mark("{strategy} made {made} after costs"),
    mark("buying and holding made {held}, {strategy} {made} and no better for its risk"),
    mark("{strategy} held one position all the time, so there is no choice of times to judge"),
    mark("{share} of {draws} draws of the same positions at random times did as well or better"),
    mark("one trade is too few to tell skill from luck; {least} are the least"),
    mark("{trades} trades are too few to tell skill from luck; {least} are the least"),
    mark("its Sharpe ratio is not above zero, however long the track"),
    mark("its Sharpe ratio of {sharpe} a year takes {needed} bars to be told from zero, there are {bars}"),
    mark(
        "the best of {tries} without skill is expected to have a Sharpe ratio of {luck} a year; that this one's"
        " {sharpe} is more has a probability of {probability}"
    ),
    mark(
        "the best of {variations} variations on one half of the bars was among the worse half on the other in {share}"
        " of {halvings} ways to halve them"
    ),
    mark("at twice the costs it made {made}"),
    mark("{other}, a textbook rule, made {best} and {strategy} {made}"),
    mark("one variation"),
    mark("{count} variations"),
)

LINES = (
    mark("The same bars and money, other ways"),
    mark("Costs, luck and length"),
    mark("The model on {bars} bars it had not seen"),
    mark("Accuracy"),
    mark("majority class {shares}"),
    mark("Balanced accuracy"),
    mark("chance 33.3%"),
    mark("Log-loss"),
    mark("class prior {nats}"),
    mark("Log-loss gain"),
    mark("more than chance"),
    mark("may be chance"),
    mark("This run"),
    mark("Buy and hold"),
    mark("SMA cross"),
    mark("Random entries"),
    mark("Sharpe {ratio}"),
    mark("At random times"),
    mark("{low} to {high}"),
    mark("better than {share} of {draws}"),
    mark("At 1×, 2×, 3× the costs"),
    mark("Variations tried"),
    mark("luckiest of them {ratio}"),
    mark("this one"),
    mark("Deflated Sharpe ratio"),
    mark("of Sharpe {ratio}"),
    mark("Minimum track length"),
    mark("no length"),
    mark("{count} bars"),
    mark("there are {count}"),
    mark("Overfitting"),
    mark("of {count} halvings"),
    mark("In brackets the 5% and 95% bounds of a block bootstrap in blocks of {bars} bars."),
    mark("The share of the outcomes told right; the majority class is what came most often before."),
    mark("The mean over buy, hold and sell of the share of each that was told."),
    mark("In nats: the less the better."),
    mark("The class prior knows only how often each outcome comes."),
    mark("What the model's log-loss is better by than that of the class prior; under 0 it is worse."),
    mark("The same money at the same costs, and the annual Sharpe ratio, both from the first decision's bar on."),
    mark(
        "The same positions, as long, as large, on the same side and at the same costs, at random times: the 5th to the"
        " 95th percentile of the draws, and the share of them that made less than this run."
    ),
    mark("The same decisions at one, two and three times the costs."),
    mark(
        "Runs on these bars that traded differently, kept variations and each choice of a sweep among them, and the"
        " annual Sharpe ratio that the best of as many is expected to have without any skill."
    ),
    mark("The probability that the Sharpe ratio is more than the luck of that many tries."),
    mark("How many bars it takes to be 95% sure that the Sharpe ratio is above zero."),
    mark("How often the best of a sweep on one half of the bars was among the worse half on the other."),
)

NOTES = (
    mark("SMA cross on {symbol} {interval}"),
    mark("RSI on {symbol} {interval}"),
    mark("Buy and hold on {symbol} {interval}"),
    mark("Random entries on {symbol} {interval}"),
    mark("Random forest on {symbol} {interval}"),
    mark("Gradient boosting on {symbol} {interval}"),
    mark("Sweep of {run}"),
    mark("A bar is missing between {first} and {last}: nothing was traded there, and stops fill at the next open."),
    mark(
        "{count} bars are missing between {first} and {last}: nothing was traded there, and stops fill at the next"
        " open."
    ),
    mark(
        "{count} bars are missing between {first} and {last}, and {rest} elsewhere: nothing was traded there, and"
        " stops fill at the next open."
    ),
    mark("None of the {bars} bars has a volume: whether anything could have been traded there is not known."),
    mark("{count} of the {bars} bars have no volume: whether anything could have been traded there is not known."),
    mark("A loss ate all the equity at the bar of {time}, and the position was closed there."),
)
