"""A recorded paper session, replayed through the backtest, decides and fills as it did; what was changed is found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from photon_desktop.cli import main
from photon_desktop.commands.session_bars import KEPT_SESSIONS, keep_bars
from photon_desktop.errors import PhotonError, StoreError
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import generated_bars
from tests.store.samples import decision, message

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


def replayed(store: Store, number: int) -> None:
    """A session in which something was decided on bars of a replay."""
    instruments = {"DEMO-BTC": assumed_instrument("DEMO-BTC")}
    store.sessions.begin(f"{number:02}", "paper", "replay", number, instruments)
    store.messages.add(message(number, decision("DEMO-BTC")))
    store.bars.put("DEMO-BTC", Interval.HOUR_1, "replay", generated_bars(3))


def changed(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / STORE_NAME)) as connection, connection:
        assert connection.execute(statement).rowcount > 0


@pytest.mark.slow
def test_a_session_comes_out_the_same_and_what_is_changed_in_its_record_is_found(
    session: str, printed: Printed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, content = printed("backtest", "--from-session", session[-12:])
    assert (code, content["differences"], content["parity"]) == (0, [], 1.0)
    assert content["decisions"] == 100
    assert content["fills"] == content["equal_fills"] > 2  # type: ignore[operator]

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
        ("order", "order"),  # the sale that the changed decision asks for was never made
    }
    assert main(["backtest", "--from-session", session, "--data-dir", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("decision action: recorded SELL, replayed HOLD" in line for line in lines)


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_session_comes_out_the_same_after_another_one_replayed_other_bars(
    session: str, printed: Printed, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = printed("agents", "--symbol", "DEMO-BTC", "--bars", 30)
    assert code == 0
    _, listed = printed("backtest", "--sessions")
    ids = [each["id"] for each in listed["sessions"]]  # type: ignore[attr-defined]
    assert ids[1] == session
    for each, decisions in zip(ids, (30, 100), strict=True):
        code, content = printed("backtest", "--from-session", each)
        assert (code, content["differences"], content["decisions"]) == (0, [], decisions)
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        assert store.bars.sources("DEMO-BTC", Interval.HOUR_1) == (f"replay {session}", f"replay {ids[0]}")
        store.bars.remove("DEMO-BTC", Interval.HOUR_1, f"replay {session}")
    code, content = printed("backtest", "--from-session", session)  # the other run was of the same bars, and more
    assert (code, content["equal_decisions"]) == (0, 100)
    assert "100 of the session's 100 bars are not in the store any more" in str(content["open_points"])
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        store.bars.remove("DEMO-BTC", Interval.HOUR_1, f"replay {ids[0]}")
    assert main(["backtest", "--from-session", session, "--data-dir", str(tmp_path)]) == 1
    assert "100 of the session's 100 bars are not in the store any more" in capsys.readouterr().err


def test_the_bars_of_twenty_sessions_are_kept(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        for number in range(KEPT_SESSIONS + 2):
            replayed(store, number)
            keep_bars(store, "paper", Interval.HOUR_1)
        kept = store.bars.sources("DEMO-BTC", Interval.HOUR_1)
        assert kept == tuple(f"replay {number:02}" for number in range(2, KEPT_SESSIONS + 2))
        store.bars.put("DEMO-BTC", Interval.HOUR_1, "replay", generated_bars(3))
        keep_bars(store, "another account", Interval.HOUR_1)  # nothing was decided in it
        assert store.bars.sources("DEMO-BTC", Interval.HOUR_1) == ("replay", *kept)
