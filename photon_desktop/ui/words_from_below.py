"""Words that the floors below have for small closed sets: marked here, and said by `tr` where they are shown."""

from photon_desktop.ui.language import mark

RSI_STATES = (mark("overbought"), mark("oversold"), mark("neutral"))
DIFFERING = (mark("decision"), mark("fill"), mark("order"))
PERIODS = (
    mark("1d"), mark("5d"), mark("1w"), mark("1mo"), mark("3mo"), mark("6mo"), mark("1y"), mark("2y"), mark("5y"),
    mark("10y"), mark("max"),
)  # fmt: skip
ADJUSTMENTS = (mark("none"), mark("splits"), mark("splits and dividends"), mark("unknown"))
REASONS_TO_DROP = (
    mark("header line inside the data"), mark("unreadable date"), mark("date out of range"),
    mark("price not a number"), mark("price missing"), mark("price not finite"), mark("price <= 0"),
    mark("high < low"), mark("open or close outside low..high"), mark("volume not a number"),
    mark("volume not finite"), mark("negative volume"), mark("unbalanced quote"), mark("too many columns"),
    mark("too few columns"),
    mark("duplicate, identical to an earlier row"),
    mark("duplicate timestamp with different values, the first one kept"),
)  # fmt: skip
EXIT_REASONS = (mark("signal"), mark("stop"), mark("target"), mark("end"), mark("ruin"))
PARAMETERS = (
    mark("fast"),
    mark("slow"),
    mark("period"),
    mark("oversold"),
    mark("overbought"),
    mark("chance"),
    mark("seed"),
    mark("minimum confidence"),
    mark("stop loss"),
    mark("take profit"),
    mark("size"),
)
ACCOUNT_MODES = (mark("paper"), mark("demo"), mark("testnet"), mark("live"))
DECISION_GROUPS = (
    mark("Action"), mark("Confidence"), mark("Outcome"), mark("open"), mark("fell"), mark("neither"), mark("rose"),
)  # fmt: skip
STRATEGIES = (
    mark("SMA cross"), mark("RSI"), mark("Buy and hold"), mark("Random entries"), mark("Random forest"),
    mark("Gradient boosting"),
)  # fmt: skip
EVIDENCE = (mark("untested"), mark("no evidence"), mark("edge"))
INSTRUMENT_KINDS = (mark("crypto"), mark("stock"), mark("demo"), mark("Crypto"), mark("Stock"), mark("Demo"))
KEYRINGS = (
    mark("the system's Secret Service"),
    mark("KWallet"),
    mark("the macOS Keychain"),
    mark("the Windows Credential Manager"),
    mark("This system has no keyring."),
)
MESSAGE_STATES = (mark("queued"), mark("done"), mark("failed"), mark("expired"))
METRIC_TITLES = (
    mark("Return"), mark("CAGR"), mark("Volatility"), mark("Sharpe"), mark("Sortino"), mark("Maximum drawdown"),
    mark("Longest under water"), mark("Calmar"), mark("Ulcer index"), mark("Value at risk 95%"),
    mark("Expected shortfall 95%"), mark("Exposure"), mark("Closed trades"), mark("Win rate"), mark("Profit factor"),
    mark("Payoff ratio"), mark("Expectancy"), mark("Fees"), mark("Slippage"), mark("Turnover"),
)  # fmt: skip
METRIC_FORMULAS = (
    mark("last equity / first equity − 1"),
    mark("product of (1 + r) ^ (1 / years) − 1"),
    mark("standard deviation of r × √(bars a year)"),
    mark("mean of r / standard deviation of r × √(bars a year), risk-free rate 0"),
    mark("mean of r / √(mean of min(r, 0)²) × √(bars a year)"),
    mark("least of (equity / highest equity so far − 1)"),
    mark("longest run of bars that end under the highest equity so far"),
    mark("CAGR / |maximum drawdown|"),
    mark("√(mean of drawdown²)"),
    mark("return that one bar in twenty falls short of"),
    mark("mean return of the worst bar in twenty"),
    mark("bars in which a position was held, entry and exit included / all bars"),
    mark("positions closed, from flat to flat"),
    mark("trades with a profit above 0, net of fees / all trades"),
    mark("sum of what was won / sum of what was lost"),
    mark("mean of what was won / mean of what was lost"),
    mark("mean of a trade's profit / the money put in, net of fees"),
    mark("sum of all commissions, in quote money"),
    mark("sum of what fills cost beyond the prices asked for, in quote money"),
    mark("sum of |quantity × price|, buys and sells / mean equity"),
)
METRIC_SOURCES = (
    mark("counted here"),
    mark("Bacon, Practical Portfolio Performance Measurement, 2008, who halves it"),
)
ORIGINS = (
    mark("Bybit's public history"),
    mark("Yahoo Finance's public history"),
    mark("a CSV file"),
    mark("the simulated market"),
)
SETTING_GROUPS = (
    mark("Model"),
    mark("Risk: orders"),
    mark("Risk: account"),
    mark("Costs and account"),
    mark("Paper orders"),
    mark("Sizing"),
    mark("Policy"),
    mark("Backtests"),
    mark("Local API"),
)
SETTING_LABELS = (
    mark("Kind of model"),
    mark("Least confidence"),
    mark("Largest position"),
    mark("Largest exposure"),
    mark("Largest order"),
    mark("Highest risk score"),
    mark("Price collar"),
    mark("Orders a minute"),
    mark("Oldest price"),
    mark("Daily loss"),
    mark("Drawdown"),
    mark("Cooldown"),
    mark("Cooldown after a loss"),
    mark("Short selling"),
    mark("Commission"),
    mark("Slippage"),
    mark("Starting cash"),
    mark("Maker's share"),
    mark("Least commission"),
    mark("Slippage model"),
    mark("Weight of swings"),
    mark("Impact"),
    mark("Share of volume"),
    mark("Sizing method"),
    mark("Fixed quantity"),
    mark("Fixed notional"),
    mark("Share of equity"),
    mark("Kelly fraction"),
    mark("Position cap"),
    mark("At risk"),
    mark("Daily swing"),
    mark("Evidence"),
    mark("Drift guard"),
    mark("Explore after"),
    mark("Dask scheduler"),
    mark("Serve the API"),
    mark("Port"),
    mark("Let programs here register"),
    mark("Let other computers register"),
)
SETTING_DESCRIPTIONS = (
    mark("What learns and decides; rules decide for the seconds in which the first model of another kind is trained."),
    mark("A decision that is less sure than this opens no position."),
    mark("An order that would make one position worth more than this share of equity is refused."),
    mark("An order that would make all positions together worth more than this share of equity is refused."),
    mark("An order that would be worth more than this share of equity is refused."),
    mark("A decision that is riskier than this opens no position."),
    mark("An order whose price is farther than this from the last one is refused."),
    mark("How many orders may go out within a minute of the market's time; a fault can't trade without end."),
    mark("How old the last price may be when a position is opened."),
    mark("Once this share of equity is lost since the UTC day began, nothing is opened until the next one."),
    mark("Once equity is this far under its peak, nothing is opened until trading is released."),
    mark("How long after a position was closed none is opened in its symbol; 1 waits for the next bar."),
    mark("The same after a position that lost money; the longer of the two counts."),
    mark("Whether more may be sold than is held, to gain when the price falls."),
    mark("What every fill costs, as a share of the money it moves."),
    mark("How much worse than the price that comes next a paper order is filled."),
    mark("What a new paper account begins with; one that exists keeps its money."),
    mark("How much of the commission an order pays that rested at its price, as a target does."),
    mark("What an order pays at least, however little it moves."),
    mark("What slippage grows with; the last two take the slippage rate for half the spread and add to it."),
    mark("How much of the bar's volatility is added to the slippage by spread and volatility."),
    mark("What an order as large as all that is traded adds to the slippage by share of volume."),
    mark("The most that paper orders take of what is traded; the rest of an order waits."),
    mark(
        "What a position's size comes from; balanced is the least of cap, risk, swing and a quarter of Kelly's stake."
    ),
    mark("How many units of whatever is traded every position has."),
    mark("What every position is worth when it is opened."),
    mark("What share of equity every position is worth when it is opened."),
    mark("How much of the stake under which wealth would grow fastest, were the model right; half or less is usual."),
    mark("The most of equity that one position is sized to; rules without a model get a quarter of it."),
    mark("The most of equity that one position may lose when its stop is hit."),
    mark("How much one position may move equity on a usual day, as a standard deviation: the volatility target."),
    mark("Whether any model may open positions, or only one that has shown an edge on bars it had not seen."),
    mark(
        "What follows when the market is unlike anything the model was trained on: nothing, a warning, or no position."
    ),
    mark("How long nothing is held in a simulated market until a little is bought to learn from; 0 never does."),
    mark(
        "Sweeps work on the cluster of this scheduler, like tcp://192.168.1.20:8786; empty, on this computer's cores."
    ),
    mark("Whether other programs on this computer may watch and drive this one, once they have logged in."),
    mark("Where they find it: 127.0.0.1 and this port."),
    mark("Whether programs on this computer may register more users, 20 in all; switch it off where others work here."),
    mark("The same for other computers, which reach only serve --host with a certificate; the first user always may."),
)
SETTING_CHOICES = (
    mark("Random forest"),
    mark("Gradient boosting"),
    mark("None"),
    mark("A fixed rate"),
    mark("Spread and volatility"),
    mark("Share of volume"),
    mark("Balanced"),
    mark("Fixed quantity"),
    mark("Fixed notional"),
    mark("Share of equity"),
    mark("Volatility target"),
    mark("Capped Kelly"),
    mark("Follow the model"),
    mark("Only with evidence"),
    mark("Do nothing"),
    mark("Warn"),
    mark("Open no position"),
)
SETTING_UNITS = (
    mark("orders"),
    mark("bars"),
    mark("units"),
)
CHECKS = (
    mark("Keys"),
    mark("Withdrawal"),
    mark("Permissions"),
    mark("Expiry"),
    mark("Clock"),
    mark("Stream"),
    mark("Balance"),
    mark("Minimum"),
    mark("Limits"),
    mark("Books"),
    mark("Halt"),
)
