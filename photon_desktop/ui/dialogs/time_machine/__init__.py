"""The time machine: the market, the decision and the books as they were at a bar of the past."""
