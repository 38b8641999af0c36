"""Symbols are read out of anything that was typed or pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.dialogs.add_symbols.entries import (
    MOST_AT_ONCE,
    Fate,
    last_word,
    read_entries,
    with_last_word,
)


@pytest.mark.parametrize(
    "text",
    [
        "BTCUSDT, ETH/USDT aapl msft",
        "btcusdt\nethusdt\naapl\nmsft\n",
        '"BTCUSDT";"ETHUSDT";"AAPL";"MSFT"',
        "Symbol\r\nBYBIT:BTCUSDT\r\nETH-USDT\r\nNASDAQ:AAPL\r\nNASDAQ:MSFT",
        "\ufeff$BTCUSDT\tETH_USDT|['AAPL', 'MSFT', 'AAPL']",
    ],
)
def test_the_same_symbols_are_found_in_any_form(text: str) -> None:
    entries = read_entries(text, watched=())
    assert [entry.symbol for entry in entries] == ["BTCUSDT", "ETHUSDT", "AAPL", "MSFT"]
    assert [entry.kind.value for entry in entries] == ["crypto", "crypto", "stock", "stock"]


@pytest.mark.parametrize(
    ("word", "symbol"), [("BRK-B", "BRK-B"), ("rds.a", "RDS.A"), ("^gspc", "^GSPC"), ("0700.HK", "0700.HK")]
)
def test_marks_that_belong_to_a_stock_stay(word: str, symbol: str) -> None:
    assert read_entries(word, ())[0].symbol == symbol


def test_what_is_on_the_list_or_can_not_be_a_symbol_is_told_with_the_reason() -> None:
    entries = {entry.symbol: entry for entry in read_entries("aapl a*b DEMO-BTC nvda " + "x" * 65, ["AAPL"])}
    assert entries["AAPL"].fate is Fate.WATCHED
    assert entries["NVDA"].fate is Fate.NEW
    for name, reason in (("A*B", "can't be a symbol"), ("DEMO-BTC", "simulated market"), ("X" * 65, "1 to 64")):
        assert entries[name].fate is Fate.REFUSED
        assert reason in entries[name].note


def test_a_symbol_that_the_catalogue_lacks_is_added_with_a_suggestion() -> None:
    wrong, right = read_entries("BTCUSTD BTCUSDT", (), known=("BTCUSDT", "ETHUSDT"))
    assert wrong.fate is Fate.NEW
    assert "did you mean BTCUSDT" in wrong.note
    assert right.note == ""


def test_a_kind_of_the_users_own_counts() -> None:
    entry = read_entries("GBTC", (), kinds={"GBTC": InstrumentKind.CRYPTO})[0]
    assert (entry.kind, entry.chosen_kind) == (InstrumentKind.CRYPTO, InstrumentKind.CRYPTO)


def test_more_than_the_most_at_once_are_refused_with_the_bound() -> None:
    entries = read_entries(" ".join(f"S{number}" for number in range(MOST_AT_ONCE + 2)), ())
    assert [entry.fate for entry in entries[-3:]] == [Fate.NEW, Fate.REFUSED, Fate.REFUSED]
    assert str(MOST_AT_ONCE) in entries[-1].note


def test_the_word_being_typed_is_replaced_by_what_was_found() -> None:
    assert last_word("AAPL, app") == "app"
    assert last_word("AAPL, ") == ""
    assert with_last_word("AAPL, app", ["APP", "APPN"]) == "AAPL, APP, APPN, "


@given(st.text(max_size=300))
def test_no_text_makes_it_fail_and_what_is_new_can_name_a_file(text: str) -> None:
    entries = read_entries(text, ["AAPL"], ["BTCUSDT"])
    assert len({entry.symbol for entry in entries}) == len(entries)
    for entry in entries:
        if entry.fate is Fate.NEW:
            check_symbol(entry.symbol)
        else:
            assert entry.note
