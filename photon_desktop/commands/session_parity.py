"""`photon-desktop backtest --from-session ID`: a recorded paper session through the backtest, and where they differ."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from typing import Any

from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.stretch import StretchCheck, check_stretch
from photon_desktop.commands.output import print_json, print_rows
from photon_desktop.commands.whole_replay import whole_replay
from photon_desktop.errors import DataError
from photon_desktop.paths import STORE_NAME, models_folder, user_data_folder
from photon_desktop.self_check import rules_of
from photon_desktop.store.sessions import Session
from photon_desktop.store.store import Store
from photon_desktop.trading.timestamps import to_iso

_SHOWN = 50


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
    """Do again what the session named did, and print the differences; 0 when there is none, 1 otherwise.

    Each decision, order and fill is made again from what it was made from. A replay of one symbol that nobody touched
    is also played through as a whole, from its bars alone. Raises PhotonError, in one sentence, for a session of which
    nothing can be compared.
    """
    data_folder = user_data_folder(options.data_dir)
    with closing(_store_of(options)) as store:
        session = store.sessions.named(options.from_session)
        until_ns = store.sessions.ended_at(session)
        models = models_folder(data_folder)
        checked = check_stretch(store, models, session.began_at, until_ns, rules_of, session.account)
        whole, why_not = whole_replay(store, session, models, rules_of)
    if checked.score.decisions == 0:
        points = [*checked.open_points, *(point for each in checked.accounts for point in each.open_points), why_not]
        raise DataError(f"No decision of this session could be compared. {' '.join(filter(None, points))}")
    content = _content(session, checked, whole, why_not)
    if options.json:
        print_json(content)
    else:
        _print_table(content)
    return 1 if content["differences"] else 0


def _content(session: Session, checked: StretchCheck, whole: Sequence[Difference], why_not: str) -> dict[str, Any]:
    found = {(one.at, one.what, one.field): one for one in whole}
    for one in (one for each in checked.accounts for one in each.differences):
        found.setdefault((one.at, one.what, one.field), one)
    score = checked.score
    return {
        **_about(session),
        "decisions": score.decisions,
        "equal_decisions": score.equal_decisions,
        "fills": score.fills,
        "equal_fills": score.equal_fills,
        "largest_money": float(score.largest_money),
        "parity": score.share,
        "score": score.sentence,
        "differences": [asdict(one) for one in found.values()],
        "open_points": [
            *filter(None, [why_not]),
            *checked.open_points,
            *(point for each in checked.accounts for point in each.open_points),
        ],
    }


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


def _print_table(content: Mapping[str, Any]) -> None:
    print_rows(
        [
            ("Session", f"{content['id']}, begun {content['began']}"),
            ("Traded", f"{content['symbols']} in {content['account']}"),
            ("Parity", f"{content['parity']:.2%}"),
            ("Compared", content["score"]),
        ]
    )
    found = content["differences"]
    for each in found[:_SHOWN]:
        print(f"{each['at']}  {each['what']} {each['field']}: recorded {each['recorded']}, replayed {each['replayed']}")
    if len(found) > _SHOWN:
        print(f"and {len(found) - _SHOWN:,} more (--json shows all)")
    for point in content["open_points"]:
        print(f"Open: {point}")
    print("The replay differs from the session." if found else "The replay decided and filled as the session did.")
