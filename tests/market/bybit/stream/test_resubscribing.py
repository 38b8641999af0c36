from photon_desktop.market.bybit.stream.resubscribing import Resubscribing


def attempts(again: Resubscribing, spoke_at: float, seconds: range) -> list[int]:
    """When the symbol is subscribed again, by the silence since it spoke."""
    return [silent_s for silent_s in seconds if again.due({"A": spoke_at}, ["A"], spoke_at + silent_s)]


def test_a_silent_symbol_has_as_many_attempts_each_after_twice_the_silence() -> None:
    assert attempts(Resubscribing(120, 3), 50.0, range(5_000)) == [120, 240, 480]
    assert attempts(Resubscribing(120, 0), 50.0, range(5_000)) == []


def test_one_that_has_spoken_has_all_its_attempts_again() -> None:
    again = Resubscribing(10, 2)
    assert attempts(again, 0.0, range(100)) == [10, 20]
    assert attempts(again, 100.0, range(100)) == [10, 20]


def test_attempts_are_counted_for_each_symbol_and_only_the_silent_ones_are_looked_at() -> None:
    again = Resubscribing(10, 1)
    spoke_at = {"A": 0.0, "B": 5.0, "C": 0.0}
    assert again.due(spoke_at, ["A", "B"], 12.0) == ("A",)
    assert again.due(spoke_at, ["A", "B"], 16.0) == ("B",)
    assert again.due(spoke_at, ["A", "B"], 99.0) == ()
