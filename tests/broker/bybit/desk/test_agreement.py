"""Agreeing on a connection: what is not to the last digit is looked at again, a few times."""

from photon_desktop.broker.bybit.desk.agreement import DOUBT_PAUSES_S, STOCK_AGAIN_S, Agreement


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
