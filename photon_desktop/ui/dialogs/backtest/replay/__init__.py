"""The replay's window: a backtest's bars on the chart, decided on by the agents as one looks on."""
