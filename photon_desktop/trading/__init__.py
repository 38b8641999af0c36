"""Floor 1: values and rules. No Qt, no file, no network, no clock and no randomness that was not handed in."""
