"""yfinance's HTTP session: every request it makes, its cookies and crumbs too, waits its turn and has a time limit."""

import time
from collections.abc import Callable
from typing import Any

from curl_cffi.requests import Session

from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.faults import Trouble, YahooError, rate_limited
from photon_desktop.market.yahoo.ask.rates import Rates

CHART_PATH = "/v8/finance/chart/"
_COOKIE_URL = "https://fc.yahoo.com"
_DATA_PATHS = (CHART_PATH, "/v1/finance/search")
_TOO_MANY = (429, 999)


class PoliteSession(Session[Any]):
    """Looks like a browser to Yahoo; `pause` waits that many seconds and says whether the door was closed meanwhile.

    Yahoo's word that it was asked too often ends a question here: yfinance would ask five times more to make sure.
    """

    def __init__(self, endpoint: Endpoint, rates: Rates, pause: Callable[[float], bool]) -> None:
        proxies: Any = {"https": endpoint.proxy} if endpoint.proxy else None
        verify: Any = endpoint.authority_file or True
        super().__init__(impersonate="chrome", verify=verify, proxies=proxies)
        self._endpoint = endpoint
        self.rates = rates
        self._pause = pause
        self._deadline = 0.0
        self._cookie_answer: Any = None
        self.chart_status = 0

    def begin(self) -> None:
        """A question begins: all its requests together have `patience_s`."""
        self._deadline = time.monotonic() + self._endpoint.patience_s
        self.chart_status = 0

    def request(self, method: Any, url: str, *args: Any, **kwargs: Any) -> Any:
        """As in curl_cffi; YahooError when it may not be sent, or when the answer says not to ask on."""
        if url == _COOKIE_URL and self._cookie_answer is not None:
            return self._cookie_answer  # yfinance would fetch the cookie anew for each question
        self._wait_for_turn()
        kwargs["timeout"] = max(0.05, min(self._endpoint.timeout_s, self._deadline - time.monotonic()))
        answer = super().request(method, url, *args, **kwargs)
        if url == _COOKIE_URL:
            self._cookie_answer = answer
        if any(path in url for path in _DATA_PATHS):
            self._judge(url, answer.status_code)
        return answer

    def _wait_for_turn(self) -> None:
        wait_s = self.rates.reserve()
        if self._pause(wait_s):
            raise YahooError(Trouble.CLOSED, "the connection was closed here")
        self._deadline += wait_s
        if time.monotonic() >= self._deadline:
            raise YahooError(Trouble.NETWORK, "no answer in time")

    def _judge(self, url: str, status: int) -> None:
        if CHART_PATH in url:
            self.chart_status = status
        if status in _TOO_MANY:
            raise rate_limited(self.rates.refused())
        if status >= 500 or status == 403:
            raise YahooError(Trouble.REFUSED, f"HTTP {status}")
        self.rates.answered()
