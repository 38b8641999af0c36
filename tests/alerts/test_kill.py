"""A program that is killed while a letter is on its way sends the very same one after its next start."""

import subprocess
import sys
from pathlib import Path

from photon_desktop.store import Store
from tests.alerts.samples import opened, to_webhook
from tests.alerts.web_server import Reply, WebServer

_PROGRAM = """
import sys, threading
from pathlib import Path
from photon_desktop.store import Store
from tests.alerts.samples import alert, opened, patient, to_webhook

store = Store.open(Path(sys.argv[1]))
with opened(store, to_webhook(sys.argv[2]), pace=patient(gather_s=0.2)) as office:
    for number in range(7):
        office.offer(alert(number))
    threading.Event().wait(60)
"""


def test_a_kill_between_sending_and_marking_leads_to_the_same_letter(tmp_path: Path, web: WebServer) -> None:
    path = tmp_path / "photon.sqlite3"
    web.replies.append(Reply(hangs=True))
    with subprocess.Popen([sys.executable, "-c", _PROGRAM, str(path), web.address]) as program:
        web.wait_for(1)
        program.kill()
    store = Store.open(path)
    with opened(store, to_webhook(web.address)):
        first, again = web.wait_for(2)
    store.close()
    assert first.headers["Idempotency-Key"] == again.headers["Idempotency-Key"] == "digest-7-trade-0"
    assert first.body == again.body
