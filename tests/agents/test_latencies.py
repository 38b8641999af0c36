"""p50 and p99 of the handling times."""

import pytest

from photon_desktop.agents.agent import percentiles


@pytest.mark.parametrize(
    ("values", "expected"),
    [((), (0.0, 0.0)), ((3.0,), (3.0, 3.0)), (range(1, 101), (50, 99)), ((9.0, 1.0, 2.0), (2.0, 9.0))],
)
def test_percentiles_are_of_the_nearest_rank(values: tuple[float, ...], expected: tuple[float, float]) -> None:
    assert percentiles(values) == expected
