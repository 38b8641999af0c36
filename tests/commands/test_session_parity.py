"""A recorded paper session, replayed through the backtest, decides and fills as it did; what was changed is found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from photon_desktop.cli import main
from photon_desktop.errors import PhotonError, StoreError
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store

pytestmark = pytest.mark.slow
Printed = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Printed:
    def run(*words: object) -> tuple[int, dict[str, object]]:
        code = main([*map(str, words), "--data-dir", str(tmp_path), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def session(printed: Printed, qapp: object) -> str:
    """A session of a hundred bars of the simulated market, and its id."""
    code, _ = printed("agents", "--symbol", "DEMO-BTC", "--bars", 100)
    assert code == 0
    _, listed = printed("backtest", "--sessions")
    (only,) = listed["sessions"]  # type: ignore[misc]
    return str(only["id"])


def changed(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / STORE_NAME)) as connection, connection:
        assert connection.execute(statement).rowcount > 0


def test_a_session_comes_out_the_same_and_what_is_changed_in_its_record_is_found(
    session: str, printed: Printed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, content = printed("backtest", "--from-session", session[-12:])
    assert (code, content["differences"], content["parity"]) == (0, [], 1.0)
    assert content["decisions"] == 100
    assert content["fills"] == content["replayed_fills"] > 2  # type: ignore[operator]

    changed(tmp_path, "UPDATE fills SET price = price + 0.01 WHERE sequence = (SELECT max(sequence) FROM fills)")
    code, content = printed("backtest", "--from-session", session)
    assert code == 1
    assert [each["field"] for each in content["differences"]] == ["price"]  # type: ignore[attr-defined]
    assert 0.98 < content["parity"] < 1  # type: ignore[operator]

    changed(
        tmp_path,
        """UPDATE messages SET payload = replace(payload, '"action":"HOLD"', '"action":"SELL"') WHERE sequence =
        (SELECT max(sequence) FROM messages WHERE payload LIKE '%"action":"HOLD"%')""",
    )
    code, content = printed("backtest", "--from-session", session)
    assert code == 1
    assert {(each["what"], each["field"]) for each in content["differences"]} == {  # type: ignore[attr-defined]
        ("fill", "price"),
        ("decision", "action"),
    }
    assert main(["backtest", "--from-session", session, "--data-dir", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("decision action: recorded SELL, replayed HOLD" in line for line in lines)


def test_a_session_whose_bars_or_model_are_gone_is_refused_in_a_sentence(
    session: str, printed: Printed, tmp_path: Path
) -> None:
    for file in (tmp_path / "models").iterdir():
        file.unlink()
    assert main(["backtest", "--from-session", session, "--data-dir", str(tmp_path)]) == 1
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        (found,) = store.sessions.all()
        one = next(iter(found.instruments))
        assert found.instruments[one].symbol == "DEMO-BTC"
        with pytest.raises(StoreError, match="no session 'nothing'"):
            store.sessions.named("nothing")
        assert issubclass(StoreError, PhotonError)
