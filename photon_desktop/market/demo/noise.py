"""Randomness that can be made again for any day without the days before it."""

from enum import IntEnum

import numpy as np


class Stream(IntEnum):
    """What a day's random numbers are for; a symbol's own streams stand beside each other."""

    WEATHER = 0
    MARKET = 1
    OWN = 2
    VOLUME = 3


def generator(seed: int, stream: Stream, day: int, listing: int = 0) -> np.random.Generator:
    """Random numbers that depend on nothing but these four: the film's seed, what they are for, the day counted from
    1970, and the place of the symbol among the listings.

    Independent streams by numpy's SeedSequence: https://numpy.org/doc/stable/reference/random/parallel.html
    """
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(stream, listing, day))))
