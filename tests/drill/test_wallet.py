"""The wallet of the local exchange: money to a hundred-millionth, as the real one keeps it."""

from decimal import Decimal

from photon_desktop.drill.exchange.wallet import LocalPosition, LocalWallet
from photon_desktop.trading.money import to_money


def test_a_position_closed_in_thirds_realises_whole_hundred_millionths_and_nothing_is_lost() -> None:
    position, wallet = LocalPosition(), LocalWallet()
    position.trade(Decimal("0.003"), Decimal("2000.01"))
    position.trade(Decimal("0.004"), Decimal("2000.02"))
    prices = [Decimal(text) for text in ("2000.03", "2000.05", "2000.11")]
    traded = sum((Decimal("0.001") * price for price in prices), Decimal(0))
    for price in prices:
        realised = position.trade(Decimal("-0.001"), price)
        assert realised == to_money(realised)
        wallet.pay("USDT", -realised)
    spent = Decimal("0.003") * Decimal("2000.01") + Decimal("0.004") * Decimal("2000.02")
    assert wallet.coins["USDT"] - position.cost == 10_000 + traded - spent


def test_what_a_closed_position_cost_is_realised_to_the_last() -> None:
    position = LocalPosition()
    position.trade(Decimal("-0.007"), Decimal("2000.01"))
    realised = sum((position.trade(Decimal("0.001"), Decimal("2000.02")) for _ in range(7)), Decimal(0))
    assert realised == Decimal("-0.00007")
    assert position == LocalPosition()
