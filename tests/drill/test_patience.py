"""The drill waits as long as books and exchange come closer, and no longer."""

from photon_desktop.drill.at_exchange.patience import Patience


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_patience_begins_anew_only_when_less_is_apart_than_ever_before() -> None:
    clock = Clock()
    patience = Patience(10, clock)
    found = []
    for now_s, left in ((0, 9), (9, 8), (18, 9), (19, 8), (19.5, 8), (20, 7), (29, 70), (30, 7), (31, 7)):
        clock.now_s = now_s
        found.append(patience.is_over(left))
    assert found == [False, False, False, False, True, False, False, False, True]
