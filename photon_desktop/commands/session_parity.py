"""`photon-desktop backtest --from-session ID`: a recorded paper session through the backtest, and where they differ."""

import argparse
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from photon_desktop.backtest.parity import differences, score
from photon_desktop.backtest.session_replay import RecordedDecision, RecordedSession, SessionRules, replay
from photon_desktop.commands.output import print_json, print_rows
from photon_desktop.commands.session_bars import bars_of
from photon_desktop.errors import DataError, ModelError, PhotonError
from photon_desktop.learning.files import load_model
from photon_desktop.learning.model import Model
from photon_desktop.paths import STORE_NAME, models_folder, user_data_folder
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.parts import costs_of, limits_of, policy_of, sizing_of
from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.sessions import Session
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.profile import AccountMode
from photon_desktop.trading.timestamps import to_iso

_SHOWN = 50
_ALL = 2**31


def list_sessions(options: argparse.Namespace) -> int:
    """Print the sessions of the data folder's store, newest first."""
    with closing(_store_of(options)) as store:
        found = [_about(session) for session in store.sessions.all()]
    if options.json:
        print_json({"sessions": found})
    else:
        print_rows([(about["id"], f"{about['began']}  {about['account']}  {about['symbols']}") for about in found])
    return 0


def compare_session(options: argparse.Namespace) -> int:
    """Replay the session named, and print the differences; 0 when there is none, 1 otherwise.

    Raises PhotonError, in one sentence, for a session that can't be replayed.
    """
    data_folder = user_data_folder(options.data_dir)
    with closing(_store_of(options)) as store:
        session = store.sessions.named(options.from_session)
        recorded = _recorded(store, session, data_folder)
    done = replay(recorded)
    found = differences(recorded, done)
    content = {
        **_about(session),
        "decisions": len(recorded.decisions),
        "fills": len(recorded.fills),
        "replayed_fills": len(done.fills),
        "parity": score(recorded, done, found),
        "differences": [asdict(difference) for difference in found],
    }
    if options.json:
        print_json(content)
    else:
        _print_table(content)
    return 1 if found else 0


def _store_of(options: argparse.Namespace) -> Store:
    return Store.open(user_data_folder(options.data_dir) / STORE_NAME)


def _about(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "began": to_iso(session.began_at),
        "account": session.account,
        "market": session.market,
        "symbols": ", ".join(session.instruments),
    }


def _recorded(store: Store, session: Session, data_folder: Path) -> RecordedSession:
    decisions = _decisions(store.sessions.messages(session))
    one = decisions[0].snapshot
    if len({(told.snapshot.ticker, told.snapshot.interval) for told in decisions}) > 1:
        raise PhotonError("The session decided on more than one symbol; only sessions of one can be replayed yet.")
    first, last = (decisions[place].decision.decided_at for place in (0, -1))
    series = bars_of(store, session, one, last)
    lead = DECISION_BARS * one.interval.nanoseconds
    before_ids, ids = store.sessions.fill_ids(session)
    stored = store.trades.fills(_ALL, session.account)
    if any(told.mode != AccountMode.PAPER for told in stored):
        raise PhotonError(f"The session traded in {session.account} at an exchange; only paper sessions are replayed.")
    fills = {told.fill.fill_id: told.fill for told in stored}
    account, _ = Account().deposited(store.trades.deposits(session.account))
    for name in before_ids:
        account, _ = account.after(fills[name])
    return RecordedSession(
        instrument=session.instruments[one.ticker],
        bars=series.between(first - 2 * lead, None),
        decisions=decisions,
        fills=[fills[name] for name in ids],
        account=account,
        earlier=[fills[name] for name in before_ids],
        peak=store.trades.deposits(session.account),
        model_of=cache(lambda version: _model(models_folder(data_folder), version)),
        rules_of=_rules_of,
    )


def _decisions(messages: list[StoredMessage]) -> list[RecordedDecision]:
    snapshots = {
        told.message.trace_id: told.message.payload
        for told in messages
        if isinstance(told.message.payload, MarketSnapshot)
    }
    found = [
        RecordedDecision(told.message.id, told.message.payload, snapshots[told.message.trace_id])
        for told in messages
        if isinstance(told.message.payload, TradeDecision) and told.message.trace_id in snapshots
    ]
    if not found:
        raise DataError("Nothing was decided in this session; name another one.")
    return found


def _model(folder: Path, version: str) -> Model:
    try:
        return load_model(folder / f"{version}.npz")
    except ModelError as error:
        raise ModelError(f"The session's model {version} is not to be had any more: {error}") from None


def _rules_of(settings: Mapping[str, Any]) -> SessionRules:
    choices = Choices.of(settings)
    return SessionRules(costs_of(choices), limits_of(choices), sizing_of(choices), policy_of(choices))


def _print_table(content: Mapping[str, Any]) -> None:
    print_rows(
        [
            ("Session", f"{content['id']}, begun {content['began']}"),
            ("Traded", f"{content['symbols']} in {content['account']}"),
            ("Decisions, fills", f"{content['decisions']:,}, {content['fills']:,}"),
            ("Parity", f"{content['parity']:.2%}"),
        ]
    )
    found = content["differences"]
    for each in found[:_SHOWN]:
        print(f"{each['at']}  {each['what']} {each['field']}: recorded {each['recorded']}, replayed {each['replayed']}")
    if len(found) > _SHOWN:
        print(f"and {len(found) - _SHOWN:,} more (--json shows all)")
    print("The replay differs from the session." if found else "The replay decided and filled as the session did.")
