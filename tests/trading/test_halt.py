from photon_desktop.trading.halt import Halt, TradingHalt


def test_trading_is_halted_until_it_is_released() -> None:
    halt = TradingHalt()
    assert not halt.is_set
    halt.set(Halt("The books differ."))
    assert halt.now == Halt("The books differ.")
    halt.release()
    assert halt.now is None


def test_the_first_reason_stays_but_a_persons_goes_before_it() -> None:
    halt = TradingHalt(Halt("The books differ."))
    halt.set(Halt("Another."))
    assert halt.now == Halt("The books differ.")
    halt.set(Halt("Pressed.", by_user=True))
    halt.set(Halt("Pressed again.", by_user=True))
    assert halt.now == Halt("Pressed.", by_user=True)
