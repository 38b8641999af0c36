"""`photon-desktop serve`: the agents without a window, and the API by which other programs watch and drive them."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from photon_desktop.api.headless import Headless
from photon_desktop.api.server import LOCAL, USUAL_PORT, Place
from photon_desktop.computing_turns import TURNS
from photon_desktop.errors import UsageError
from photon_desktop.event_loop import Interruption, core_application
from photon_desktop.paths import user_data_folder
from photon_desktop.prompt_loop import PromptEventLoop

HANGING = 70
_MOST_PORTS = 65_535
# Answering takes Python's lock many times over, and waits this long for it each time while an agent computes.
_SWITCH_S = 0.001


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--port", type=int, default=USUAL_PORT, metavar="N", help=f"where to listen ({USUAL_PORT})")
    parser.add_argument(
        "--host", default=LOCAL, metavar="NAME", help="another address of this computer; takes a certificate"
    )
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="serve https with this certificate (PEM)")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="its key, when it is not in the same file")


def run(options: argparse.Namespace) -> int:
    """Trade and answer until SIGINT or SIGTERM; `HANGING` when an agent had to be left behind."""
    if not 0 <= options.port <= _MOST_PORTS:
        raise UsageError(f"--port is {options.port}; it lies between 0, any that is free, and {_MOST_PORTS}.")
    place = Place(options.port, options.host, options.tls_cert, options.tls_key)
    folder = user_data_folder(options.data_dir)
    sys.setswitchinterval(_SWITCH_S)
    TURNS.begin()
    program = core_application()
    with PromptEventLoop(program, already_running=False) as loop:
        late = loop.run_until_complete(_serve(folder, place))
    if late:
        print(f"photon-desktop: {', '.join(late)} did not stop in time and was ended.", file=sys.stderr)
        sys.stderr.flush()
        os._exit(HANGING)
    return 0


async def _serve(folder: Path, place: Place) -> tuple[str, ...]:
    interruption, enough = Interruption(), asyncio.Event()
    interruption.asked.connect(enough.set)
    try:
        headless = Headless(folder, place)
        try:
            await headless.start()
            print(f"Photon Desktop answers at {headless.service.address}/api/ until it is interrupted.", flush=True)
            await enough.wait()
        finally:
            late = await headless.stop()
    finally:
        interruption.end()
    return late
