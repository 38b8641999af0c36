"""A simulated market to try the program on: prices out of a seed, with no edge to be found in them."""

DEMO_SOURCE = "demo"
DEMO_LABEL = "simulated market"
