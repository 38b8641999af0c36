"""A refusal is certain only when the exchange says so."""

import pytest

from photon_desktop.broker.bybit.rest.certainty import broker_error, not_sent
from photon_desktop.broker.errors import (
    AmbiguousError,
    BadKeyError,
    BrokerError,
    ClockSkewError,
    IdUsedError,
    OrderGoneError,
    RateLimitedError,
    RefusedError,
)
from photon_desktop.market.bybit.faults import http_failure, refusal, unreachable, unreadable


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (10001, RefusedError),
        (10002, ClockSkewError),
        (10003, BadKeyError),
        (10004, BadKeyError),
        (10005, BadKeyError),
        (10010, BadKeyError),
        (10006, RateLimitedError),
        (10000, AmbiguousError),
        (10016, AmbiguousError),
        (170007, AmbiguousError),
        (170146, AmbiguousError),
        (10014, AmbiguousError),
        (170001, AmbiguousError),
        (170147, AmbiguousError),
        (99999, AmbiguousError),
        (10009, RefusedError),
        (110001, OrderGoneError),
        (170213, OrderGoneError),
        (110007, RefusedError),
        (170131, RefusedError),
        (110094, RefusedError),
        (110072, IdUsedError),
        (170141, IdUsedError),
        (110090, RefusedError),
        (170193, RefusedError),
    ],
)
def test_each_code_has_its_kind(code: int, kind: type[BrokerError]) -> None:
    error = broker_error(refusal(code, "words"))
    assert type(error) is kind
    assert error.code == code


def test_what_came_without_the_exchanges_word_is_ambiguous() -> None:
    for error in (unreachable("no answer in time"), unreadable("not JSON"), http_failure(500), http_failure(404)):
        assert type(broker_error(error)) is AmbiguousError
    assert type(broker_error(http_failure(429))) is RateLimitedError
    assert type(broker_error(http_failure(403))) is RefusedError


def test_what_stopped_a_request_before_it_left_is_certain_whatever_it_was() -> None:
    error = not_sent(unreachable("no answer in time"))
    assert type(error) is RefusedError
    assert str(error).startswith("Nothing was sent to Bybit: ")


def test_a_refused_parameter_is_said_of_an_order_not_of_bars() -> None:
    assert "check its symbol, quantity and prices" in str(broker_error(refusal(10001, "Qty invalid")))
