import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.backtest.schedule import Block, Schedule
from photon_desktop.errors import NotEnoughDataError, ValueRefusedError

schedules = st.builds(
    Schedule, window=st.integers(50, 90), step=st.integers(1, 40), least=st.integers(1, 50), embargo=st.integers(0, 9)
)


def test_blocks_by_hand() -> None:
    schedule = Schedule(window=100, step=30, least=60, embargo=5)
    assert list(schedule.blocks(170)) == [
        Block(0, 60, 65, 95),
        Block(0, 90, 95, 125),
        Block(20, 120, 125, 155),
        Block(50, 150, 155, 170),
    ]


@given(schedules, st.integers(61, 400))
def test_each_bar_is_predicted_once_by_a_model_that_ends_an_embargo_before_it(schedule: Schedule, count: int) -> None:
    blocks = list(schedule.blocks(count))
    assert [bar for block in blocks for bar in range(block.start, block.stop)] == list(
        range(schedule.first_prediction, count)
    )
    for block in blocks:
        assert block.train_stop == block.start - schedule.embargo
        assert schedule.least <= block.train_stop - block.train_start <= schedule.window


@given(schedules, st.integers(61, 400), st.integers(61, 400))
def test_more_bars_leave_the_blocks_before_them_as_they_were(schedule: Schedule, one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    short, long = list(schedule.blocks(fewer)), list(schedule.blocks(more))
    assert short[:-1] == long[: len(short) - 1]
    assert (short[-1].train_start, short[-1].train_stop) == (
        long[len(short) - 1].train_start,
        long[len(short) - 1].train_stop,
    )


def test_too_few_bars_are_refused_with_the_bound() -> None:
    with pytest.raises(NotEnoughDataError, match=r"at least 986 bars .* there are 985"):
        Schedule().blocks(985)
    assert len(list(Schedule().blocks(986))) == 1


@pytest.mark.parametrize("values", [{"least": 0}, {"least": 5_000}, {"step": 0}, {"embargo": -1}])
def test_a_schedule_that_cannot_be_kept_is_refused(values: dict[str, int]) -> None:
    with pytest.raises(ValueRefusedError):
        Schedule(**values)
