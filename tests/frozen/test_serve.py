"""The API of the built program: a user registers, logs in and is known by the token."""

import json
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.request import Request, urlopen

USER = {"email": "ann@example.org", "password": "a long password"}
PATIENCE_S = 60


def answered(address: str, body: object = None, token: str = "") -> dict[str, str]:
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    sent = None if body is None else json.dumps(body).encode()
    with urlopen(Request(address, sent, headers), timeout=PATIENCE_S) as answer:
        found = json.load(answer)
    assert isinstance(found, dict)
    return found


def test_it_serves_until_it_is_asked_to_end(program: Path, clean: Mapping[str, str], tmp_path: Path) -> None:
    serving = subprocess.Popen(
        [program, "serve", "--port", "0"], env=clean, cwd=tmp_path / "home",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert serving.stdout is not None
        found = re.search(r"http://\S+/api/", serving.stdout.readline())
        assert found is not None, serving.communicate()[1]
        answered(f"{found[0]}auth/register/", USER)
        token = answered(f"{found[0]}auth/login/", USER)["access"]
        assert answered(f"{found[0]}auth/me/", token=token)["email"] == USER["email"]
        serving.send_signal(signal.SIGTERM)
        _, err = serving.communicate(timeout=PATIENCE_S)
    finally:
        serving.kill()
        serving.wait()
    assert (serving.returncode, err) == (0, "")
