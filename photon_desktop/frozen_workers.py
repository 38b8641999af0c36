"""A frozen program has no interpreter to start processes with: what joblib asks of one it does itself."""

import re
import runpy
import sys
from collections.abc import Sequence

_WORKER = "joblib.externals.loky.backend.popen_loky_posix"
_TRACKER = re.compile(
    r"from joblib\.externals\.loky\.backend\.resource_tracker import main; main\((\d+), (False|True|\d+)\)"
)


def work_if_asked(words: Sequence[str]) -> bool:
    """Whether `words`, the program's arguments, are those that joblib starts a worker or its tracker with; that is over
    when this returns."""
    if list(words[:2]) == ["-m", _WORKER]:
        sys.argv[1:] = words[2:]
        runpy.run_module(_WORKER, run_name="__main__")
        return True
    if tracked := _tracked(words):
        from joblib.externals.loky.backend.resource_tracker import main  # noqa: PLC0415 - for this process only

        main(*tracked)
        return True
    return False


def forget_main_file() -> None:
    """Have workers not look for the file of the program's first module: there is none."""
    vars(sys.modules["__main__"]).pop("__file__", None)


def _tracked(words: Sequence[str]) -> tuple[int, int] | None:
    """The tracker's pipe and how much it tells, from `... -c "from ... import main; main(7, False)"`."""
    if len(words) < 2 or words[-2] != "-c" or not (found := _TRACKER.fullmatch(words[-1])):
        return None
    return int(found[1]), int({"False": "0", "True": "1"}.get(found[2], found[2]))
