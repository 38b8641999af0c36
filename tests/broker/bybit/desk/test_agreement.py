"""Agreeing on a connection: what is not to the last digit is looked at again, a few times."""

from photon_desktop.broker.bybit.desk.agreement import AGAIN_S, DOUBT_PAUSES_S, STOCK_AGAIN_S, Agreement
from photon_desktop.broker.bybit.stream.link import Link, LinkState
from photon_desktop.broker.obstacles import NOT_RECONCILED


def test_cash_that_is_not_exact_is_looked_at_again_soon_and_not_for_ever() -> None:
    agreement = Agreement()
    pauses = [agreement.agree(1, is_exact=False) for _ in range(7)]
    assert pauses == [*DOUBT_PAUSES_S, STOCK_AGAIN_S, STOCK_AGAIN_S]


def test_another_connection_is_looked_at_as_often_again() -> None:
    agreement = Agreement()
    for _ in range(9):
        agreement.agree(1, is_exact=False)
    assert agreement.agree(2, is_exact=False) == DOUBT_PAUSES_S[0]
    assert agreement.agree(2, is_exact=True) == STOCK_AGAIN_S


def test_what_is_heard_has_it_looked_at_soon_but_only_looking_names_a_difference() -> None:
    agreement = Agreement()
    agreement.agree(1, is_exact=True)
    assert [agreement.suspect() for _ in range(20)] == [DOUBT_PAUSES_S[0]] * 20
    assert not agreement.is_different
    live = LinkState(Link.LIVE, generation=1)
    assert (found := agreement.obstacle(live, 0.0)) is not None and found.code == NOT_RECONCILED
    for pause in (*DOUBT_PAUSES_S, AGAIN_S):
        assert not agreement.is_different
        assert agreement.doubt(("Bybit shows a BUY.",)) == pause
        agreement.suspect()
    assert agreement.is_different
    assert agreement.suspect() == DOUBT_PAUSES_S[-1]
