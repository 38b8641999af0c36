"""What the chart draws: bars at every zoom, and their indicators."""
