"""The built program knows which certificates to trust: it refuses a stranger's as such, not for want of a list."""

from pathlib import Path

import pytest

from tests.frozen.conftest import Run
from tests.frozen.liar import lying_proxy

WITHOUT_A_LIST = "SSLError"  # what curl's side says instead when it finds no file of certificates


@pytest.mark.parametrize(("symbol", "said"), [("BTCUSDT", "SSLError"), ("AAPL", "CertificateVerifyError")])
def test_a_certificate_that_nobody_signed_is_refused(run: Run, tmp_path: Path, symbol: str, said: str) -> None:
    with lying_proxy(tmp_path) as liar:
        proxies = {"HTTPS_PROXY": liar.address, "https_proxy": liar.address}
        ended = run("download", "--symbol", symbol, "--period", "1mo", "--interval", "1d", **proxies)
    assert (ended.code, ended.out.strip(), ended.err.count("\n")) == (1, "", 1)
    assert f"(no connection, {said})" in ended.err
    if said == WITHOUT_A_LIST:  # requests says the same of both, but tells the server only of the one
        assert set(liar.refusals) == {"TLSV1_ALERT_UNKNOWN_CA"}
