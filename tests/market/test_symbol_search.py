"""Finding symbols in several catalogues."""

from collections.abc import Sequence

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.bybit.venue import BybitVenue
from photon_desktop.market.symbol_search import ListedContracts, SymbolSearch
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.listing import Listing
from tests.fakes.bybit_server import BybitServer
from tests.market.bybit.conftest import endpoint_of

APPLE = Listing("AAPL", "Apple Inc.", InstrumentKind.STOCK, "NMS")
ROWS = [
    {"symbol": symbol, "baseCoin": symbol[:-4], "quoteCoin": "USDT"}
    for symbol in ("WBTCUSDT", "BTCUSDT", "BTCDOMUSDT", "ETHUSDT")
]


def apple(_text: str) -> Sequence[Listing]:
    return (APPLE,)


def away(_text: str) -> Sequence[Listing]:
    raise DataError("Yahoo can't be reached; check the connection.")


def test_symbols_that_begin_with_the_text_come_first_and_short_ones_before_long_ones() -> None:
    found = ListedContracts(lambda: ROWS, "Bybit")("btc")
    assert [one.symbol for one in found] == ["BTCUSDT", "BTCDOMUSDT", "WBTCUSDT"]
    assert found[0] == Listing("BTCUSDT", "BTC / USDT", InstrumentKind.CRYPTO, "Bybit")


def test_what_is_listed_is_asked_for_once_and_what_is_no_listing_left_out() -> None:
    asked: list[int] = []

    def listings() -> Sequence[object]:
        asked.append(1)
        return [*ROWS, "nonsense", {"symbol": 7}]

    contracts = ListedContracts(listings, "Bybit")
    assert [one.symbol for one in contracts("eth/usdt")] == ["ETHUSDT"]
    assert contracts("zzz") == contracts(" - ") == ()
    assert asked == [1]


def test_every_catalogue_is_asked_and_one_that_is_away_leaves_the_others() -> None:
    contracts = ListedContracts(lambda: ROWS, "Bybit")
    assert [one.symbol for one in SymbolSearch([contracts, apple])("eth")] == ["ETHUSDT", "AAPL"]
    assert SymbolSearch([away, apple])("aapl") == (APPLE,)


def test_when_no_catalogue_can_be_asked_the_first_reason_is_told() -> None:
    with pytest.raises(DataError, match="Yahoo can't be reached"):
        SymbolSearch([away, away])("aapl")


def test_what_bybit_lists_is_found_over_the_real_client() -> None:
    with BybitServer() as server:
        source = BybitVenue(endpoint_of(server)).open_source()
        try:
            contracts = ListedContracts(lambda: source.client.listings(source.category), "Bybit")
            assert next(one.symbol for one in contracts("coin1")) == "COIN1USDT"
        finally:
            source.close()
