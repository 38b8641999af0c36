import hashlib
import struct

import numpy as np
import pytest

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import data_hash

BARS = Bars.of([1, 2, 3], [1.5, 2.5, 3.5], [2, 3, 4], [1, 2, 3], [2, 3, 4], [0.0, 1e-300, 7])


def test_the_hash_is_over_the_columns_little_endian_bytes() -> None:
    packed = struct.pack("<3q", 1, 2, 3)
    packed += b"".join(struct.pack("<3d", *column.tolist()) for column in BARS.columns()[1:])
    assert data_hash(BARS) == hashlib.sha256(packed).hexdigest()


def test_a_slice_has_the_hash_of_a_copy() -> None:
    table = np.arange(60, dtype=np.float64).reshape(10, 6)
    strided = Bars(np.arange(10), *(np.ones(10) + 0 * table[:, 0] for _ in range(5))).part(2, 7)
    copied = Bars.of(*(column.copy() for column in strided.columns()))
    assert data_hash(strided) == data_hash(copied)
    every_second = Bars(*(column[::2] for column in BARS.columns()))
    assert data_hash(every_second) == data_hash(Bars.of(*(column[::2].copy() for column in BARS.columns())))


@pytest.mark.parametrize("column", range(6))
def test_the_least_change_of_any_value_changes_it(column: int) -> None:
    changed = [values.copy() for values in BARS.columns()]
    changed[column].view(np.int64)[1] += 1
    assert data_hash(Bars(*changed)) != data_hash(BARS)  # type: ignore[arg-type]


def test_no_bars_have_a_hash_too() -> None:
    assert data_hash(Bars.empty()) == hashlib.sha256().hexdigest()
