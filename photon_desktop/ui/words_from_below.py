"""Words that the floors below have for small closed sets: marked here, and said by `tr` where they are shown."""

from photon_desktop.ui.language import mark

RSI_STATES = (mark("overbought"), mark("oversold"), mark("neutral"))
DIFFERING = (mark("decision"), mark("fill"), mark("order"))
PERIODS = (
    mark("1d"), mark("5d"), mark("1w"), mark("1mo"), mark("3mo"), mark("6mo"), mark("1y"), mark("2y"), mark("5y"),
    mark("10y"), mark("max"),
)  # fmt: skip
ADJUSTMENTS = (mark("none"), mark("splits"), mark("splits and dividends"), mark("unknown"))
COLUMN_ROLES = (
    mark("time"), mark("time of day"), mark("open"), mark("high"), mark("low"), mark("close"), mark("volume"),
    mark("symbol"),
)  # fmt: skip
REASONS_TO_DROP = (
    mark("header line inside the data"), mark("unreadable date"), mark("date out of range"),
    mark("price not a number"), mark("price missing"), mark("price not finite"), mark("price <= 0"),
    mark("high < low"), mark("open or close outside low..high"), mark("volume not a number"),
    mark("volume not finite"), mark("negative volume"),
)  # fmt: skip
ACCOUNT_MODES = (mark("paper"), mark("demo"), mark("testnet"), mark("live"))
AGENTS = (mark("MarketMonitor"), mark("DecisionMaker"), mark("ExecutionAgent"))
DECISION_GROUPS = (
    mark("Action"), mark("Confidence"), mark("Outcome"), mark("open"), mark("fell"), mark("neither"), mark("rose"),
)  # fmt: skip
EVIDENCE = (mark("untested"), mark("no evidence"), mark("edge"))
INSTRUMENT_KINDS = (mark("crypto"), mark("stock"), mark("demo"))
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
