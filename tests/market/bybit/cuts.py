"""Cuts of the stream at random moments, after which the bars must be those of an uncut one."""

import random

from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import WatchedFeed, subscribed, true_bars

STEPS_A_BAR = 12


def bars_through_cuts(server: BybitServer, watched: WatchedFeed, cuts: int, seed: int) -> int:
    """Cut the stream `cuts` times while the market goes on; how many bars came. AssertionError when they are not the
    market's own, each once and in order."""
    choose = random.Random(seed)
    ways = (server.stream_cut, server.stream_dismiss)
    steps = 0
    for _ in range(cuts):
        subscribed(server, watched)
        before = choose.randrange(1, 30)
        server.advance(before)
        choose.choice(ways)()
        during = choose.randrange(0, 30)
        server.advance(during)
        steps += before + during
    server.set_now_ms(server.now_ms + 2_500)  # what ended just now may be fetched two seconds later
    count = steps // STEPS_A_BAR
    watched.until(lambda: len(watched.bars()) >= count)
    assert watched.bars() == true_bars(server, OPENING_MS, count)
    return count
