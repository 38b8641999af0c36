"""The rules of a session in the window, before the user's settings."""

from photon_desktop.application import Rules
from photon_desktop.learning.labels import HORIZON
from photon_desktop.trading.indicators import WARM_UP_BARS

# a month of labelled hours gives a first model within seconds; a better one follows
WINDOW_RULES = Rules(provisional_bars=720 + WARM_UP_BARS + HORIZON, tests_evidence=True)
