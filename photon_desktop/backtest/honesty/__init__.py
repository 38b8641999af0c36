"""What a backtest is worth: beside chance, beside doing nothing, at higher costs, and after all that was tried."""
