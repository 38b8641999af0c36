"""The wizard that runs a backtest and shows what came of it."""
