"""How joblib ends workers where there is no pgrep: it asks that for their children, and without it ends none."""

import os
import shutil
import signal
from typing import Any


def end_workers_without_pgrep() -> None:
    """Have joblib kill each worker by itself from now on, if this system has no pgrep on the path.

    The process of a user's own rule, which a worker may have started, ends when it next tells how far it is.
    """
    if os.name != "posix" or shutil.which("pgrep") is not None:
        return
    from joblib.externals.loky import process_executor  # noqa: PLC0415 - for those who spread work only

    process_executor.kill_process_tree = _killed


def _killed(process: Any) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.join()
