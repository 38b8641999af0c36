"""pybit's HTTP client without its retries and sleeps, its errors turned into ours."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from pybit import _helpers
from pybit.exceptions import FailedRequestError, InvalidRequestError
from pybit.unified_trading import HTTP

from photon_desktop.market.bybit.endpoint import Endpoint
from photon_desktop.market.bybit.faults import ExchangeError, http_failure, refusal, unreachable, unreadable
from photon_desktop.market.bybit.rest.door import INSTRUMENTS, KLINE, SERVER_TIME, Answer, Query

# An empty set of codes would be replaced by those on which pybit sleeps, hides the code and sends again.
SEND_ONCE: Mapping[str, Any] = {"retry_codes": {-999_999}, "max_retries": 1, "force_retry": False}
_NOT_JSON = 409  # pybit's own status for an answer that is no JSON
_pybits_own_ms = _helpers.generate_timestamp
_signing: list[Callable[[], int]] = []  # pybit has one clock for the whole process

logging.getLogger("pybit").addHandler(logging.NullHandler())


class PybitHttp:
    """One pybit HTTP object; one thread uses it at a time. `timeout_s` bounds connecting and each wait for bytes."""

    def __init__(self, endpoint: Endpoint, timeout_s: float) -> None:
        self._http = quietly(lambda: HTTP(testnet=endpoint.testnet, timeout=timeout_s, **SEND_ONCE))
        if endpoint.rest_url:
            self._http.endpoint = endpoint.rest_url
        self._methods: dict[str, Callable[..., Answer]] = {
            KLINE: self._http.get_kline,
            INSTRUMENTS: self._http.get_instruments_info,
            SERVER_TIME: self._http.get_server_time,
        }

    def ask(self, path: str, query: Query) -> Answer:
        """As HttpDoor says."""
        return result_of(self._methods[path], path, query)

    def close(self) -> None:
        """Let go of its connections."""
        self._http.client.close()


def sign_by(now_ms: Callable[[], int]) -> Callable[[], None]:
    """Let everything pybit signs in this process take its time from `now_ms`; call the answer to undo it.

    Of several the newest counts that knows the time: a client that has not measured its clock yet, or was closed,
    leaves the others theirs.
    """
    _signing.append(now_ms)
    _helpers.generate_timestamp = _signing_ms

    def undo() -> None:
        if now_ms in _signing:
            _signing.remove(now_ms)
        if not _signing:
            _helpers.generate_timestamp = _pybits_own_ms

    return undo


def _signing_ms() -> int:
    """The time of the newest that knows it; ExchangeError when none does."""
    unknown: ExchangeError | None = None
    for now_ms in reversed(tuple(_signing)):
        try:
            return now_ms()
        except ExchangeError as error:
            unknown = unknown or error
    if unknown is not None:
        raise unknown
    return int(_pybits_own_ms())


def quietly(make: Callable[[], Any]) -> Any:
    """The pybit HTTP object that `make` makes, without the handler by which it writes to the terminal."""
    logger = logging.getLogger("pybit._http_manager")
    handlers = list(logger.handlers)
    http = make()
    for handler in [handler for handler in logger.handlers if handler not in handlers]:
        logger.removeHandler(handler)
    return http


def result_of(method: Callable[..., Answer], path: str, query: Query) -> Answer:
    """The `result` of what pybit's `method` answers to `query`; ExchangeError for everything else."""
    try:
        result: Answer = method(**query)["result"]
    except InvalidRequestError as error:
        raise refusal(error.status_code, error.message, _reset_ms(error.resp_headers)) from None
    except FailedRequestError as error:
        raise _failure(error) from None
    except OSError as error:  # every error of requests is one
        raise unreachable(_in_short(error)) from None
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise unreadable(f"{path} gave no result: {type(error).__name__}") from None
    if not isinstance(result, dict):
        raise unreadable(f"{path} gave a result that is no object")
    return result


def _failure(error: Any) -> ExchangeError:
    return unreadable("not JSON") if error.status_code == _NOT_JSON else http_failure(error.status_code)


def _reset_ms(headers: Mapping[str, str] | None) -> int | None:
    text = (headers or {}).get("X-Bapi-Limit-Reset-Timestamp", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _in_short(error: OSError) -> str:
    """The kind of failure: a request's own text holds its address with every parameter."""
    name = type(error).__name__
    words = {"ConnectTimeout": "no connection in time", "ReadTimeout": "no answer in time"}
    return words.get(name, f"no connection, {name}")
