import math

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.commands.latencies import Latencies

TIMES = st.lists(st.integers(0, 50_000), min_size=1, max_size=50)  # tenths of a millisecond


def of(*milliseconds: float) -> Latencies:
    latencies = Latencies()
    for one in milliseconds:
        latencies.add(one)
    return latencies


@given(TIMES, st.sampled_from([0.0, 0.5, 0.9, 0.99, 1.0]))
def test_a_percentile_is_the_time_of_the_nearest_rank(tenths: list[int], share: float) -> None:
    latencies = of(*(tenth / 10 for tenth in tenths))
    expected = sorted(tenths)[max(1, math.ceil(share * len(tenths))) - 1] / 10
    assert latencies.percentile(share) == expected


def test_times_are_rounded_up_and_none_is_below_zero() -> None:
    assert [of(one).percentile(0.5) for one in (-3.0, 0.0, 0.01, 0.1, 0.10001)] == [0.0, 0.0, 0.1, 0.1, 0.2]


def test_nothing_has_no_percentile() -> None:
    assert (len(of()), of().percentile(0.99)) == (0, None)


def test_a_million_alike_take_the_room_of_one() -> None:
    latencies = of(*[7.0] * 1_000)
    assert (len(latencies), len(latencies._counts)) == (1_000, 1)
