import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.learning.splits import BLOCKS, embargo_bars, purged, walk_forward


def test_a_label_settled_late_is_purged_though_its_row_is_early() -> None:
    assert purged(np.array([3, 30, 6]), 10).tolist() == [True, False, True]


def test_a_label_settled_in_the_first_tested_bar_is_purged() -> None:
    assert purged(np.array([9, 10]), 10).tolist() == [True, False]


@given(st.integers(1, 900), st.integers(0, 2**32 - 1))
def test_training_is_settled_before_testing_begins(count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = np.sort(random.choice(3_000, count, replace=False))
    touches = rows + random.integers(1, 25, count)
    for fold in walk_forward(rows, touches):
        start = rows[fold.test].min()
        assert touches[fold.train].max() < start
        assert rows[fold.train].max() < start - embargo_bars(count)


def test_each_row_but_the_first_block_is_tested_once() -> None:
    rows = np.arange(200, 900)
    folds = walk_forward(rows, rows + 24)
    assert len(folds) == BLOCKS
    assert np.concatenate([fold.test for fold in folds]).tolist() == list(range(100, 700))


def test_rows_without_a_past_are_not_tested() -> None:
    assert walk_forward(np.arange(20), np.arange(20) + 24) == []


def test_the_embargo_grows_with_the_rows() -> None:
    assert embargo_bars(700) == 24
    assert embargo_bars(8_760) == 88
