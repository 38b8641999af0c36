"""What the user draws on the chart: kept by symbol, in times and prices, so that it stands at every interval."""
