from photon_desktop.trading.arming import Arming


def test_nothing_is_armed_at_first_and_an_empty_name_never_is() -> None:
    arming = Arming()
    assert not arming.is_armed("live-1") and not arming.is_armed("")


def test_arming_one_account_disarms_the_other() -> None:
    arming = Arming()
    arming.arm("live-1")
    arming.arm("testnet-1")
    assert arming.account == "testnet-1"
    assert arming.is_armed("testnet-1") and not arming.is_armed("live-1")


def test_disarming_lets_nothing_leave() -> None:
    arming = Arming()
    arming.arm("live-1")
    arming.disarm()
    assert not arming.is_armed("live-1") and arming.account == ""
