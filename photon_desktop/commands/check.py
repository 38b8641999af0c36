"""`photon-desktop check`: what this installation can do, and whether the store is sound."""

import argparse
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from photon_desktop import __version__
from photon_desktop.commands.check_drill import BOTH, EXCHANGE, PAPER, USUAL_KILLS, drill
from photon_desktop.commands.output import print_json
from photon_desktop.display import missing_libraries, platform_name, require_display
from photon_desktop.errors import PhotonError
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.paths import STORE_NAME, resources_folder, shipped_data_folder, user_data_folder
from photon_desktop.store.health import StoreHealth
from photon_desktop.store.store import Store
from photon_desktop.system_keyring import find_system_keyring
from photon_desktop.trading.messages import Json

_LIBRARIES = (
    "PySide6-Essentials", "pyqtgraph", "numpy", "pandas", "scikit-learn", "TA-Lib", "peewee", "qasync", "pybit",
    "yfinance", "platformdirs", "keyring", "exchange_calendars",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--drill", action="store_true", help="kill a trading program again and again, and examine it")
    parser.add_argument("--kills", type=int, default=USUAL_KILLS, metavar="N", help=f"how often, each ({USUAL_KILLS})")
    parser.add_argument(
        "--drill-against",
        choices=(PAPER, EXCHANGE, BOTH),
        default=BOTH,
        help="where it trades meanwhile: on paper, at a local exchange that misbehaves, or both (both)",
    )
    parser.add_argument("--seed", type=int, metavar="N", help="of the instants at which it is killed")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Examine everything and print it. 1 when something that is needed is missing or unsound."""
    if options.drill:
        return drill(options.kills, options.seed, options.drill_against, options.json)
    findings = examine(user_data_folder(options.data_dir))
    if options.json:
        print_json(findings)
    else:
        _print_readable(findings)
    return 0 if findings["ok"] else 1


def examine(data_folder: Path) -> Json:
    """What `--json` prints. Raises PhotonError when the store can't be opened."""
    store = Store.open(data_folder / STORE_NAME)
    try:
        health = store.health()
    finally:
        store.close()
    libraries = {name: _version_of(name) for name in _LIBRARIES}
    resources_found = (resources_folder() / "icons").is_dir()
    return {
        "ok": None not in libraries.values() and resources_found and _is_sound(health),
        "version": __version__,
        "python": sys.version.split()[0],
        "libraries": libraries,
        "qt": {"platform": _qt_platform(), "missing_libraries": list(missing_libraries())},
        "keyring": _keyring(),
        "resources": "found" if resources_found else "missing",
        "sources": _sources(data_folder),
        "store": _store_json(health),
    }


def _is_sound(health: StoreHealth) -> bool:
    return (
        health.integrity == "ok"
        and health.duplicate_fills == 0
        and health.ledger_equals_cash
        and health.damaged_bar_blocks == 0
    )


def _store_json(health: StoreHealth) -> Json:
    return {
        "path": str(health.path),
        "schema": health.schema,
        "integrity": health.integrity,
        "messages_queued": health.messages_queued,
        "messages_failed": health.messages_failed,
        "orders_unknown": health.orders_unknown,
        "duplicate_fills": health.duplicate_fills,
        "ledger_equals_cash": health.ledger_equals_cash,
        "damaged_bar_blocks": health.damaged_bar_blocks,
    }


def _version_of(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _qt_platform() -> str:
    """The platform a window would use here, or why there is none."""
    try:
        require_display()
    except PhotonError as error:
        return f"none: {error}"
    return platform_name()


def _keyring() -> str:
    found = find_system_keyring()
    return found.name if found.backend else f"none: {found.why_none} Keys are kept for the session only."


def _sources(data_folder: Path) -> Json:
    return {
        "demo": list(DEMO_SYMBOLS),
        "csv": list(CsvSource([data_folder, shipped_data_folder()]).symbols()),
    }


def _print_readable(findings: Json) -> None:
    print(f"Photon Desktop {findings['version']} on Python {findings['python']}")
    for name, found in findings["libraries"].items():
        print(f"  {name:<20} {found or 'MISSING: run pip install .'}")
    qt, store = findings["qt"], findings["store"]
    print(f"Window     {qt['platform']}")
    if qt["missing_libraries"]:
        print(f"           missing: apt-get install {' '.join(qt['missing_libraries'])}")
    print(f"Keyring    {findings['keyring']}")
    print(
        f"Sources    demo: {', '.join(findings['sources']['demo'])}; files: {len(findings['sources']['csv'])} symbols"
    )
    print(f"Store      {store['path']}, schema {store['schema']}, integrity {store['integrity']}")
    print(f"           {store['messages_queued']} messages queued, {store['messages_failed']} failed;"
          f" {store['orders_unknown']} orders unknown; {store['duplicate_fills']} duplicate fills")  # fmt: skip
    print(f"           the ledger {'adds up to' if store['ledger_equals_cash'] else 'DIFFERS FROM'} the cash;"
          f" {store['damaged_bar_blocks']} damaged blocks of bars")  # fmt: skip
    print("All is well." if findings["ok"] else "Something needs attention; see above.")
