"""The words that joblib starts processes with are understood by a program that has no interpreter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from photon_desktop.frozen_workers import work_if_asked

# a frozen program as joblib sees one: started alone, never with -m or -c of Python's own
PROGRAM = """
import sys
from photon_desktop.frozen_workers import forget_main_file, work_if_asked
if work_if_asked(sys.argv[1:]):
    sys.exit(0)
forget_main_file()
import os
from joblib import Parallel, delayed
sys.executable = sys.argv[1]
print(len({pid for pid in Parallel(n_jobs=2)(delayed(os.getpid)() for _ in range(20))} - {os.getpid()}) > 0)
"""


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["-c", "print(1)"],
        ["-m", "photon_desktop"],
        ["backtest", "-c", "from os import main; main(1, 2)"],
    ],
)
def test_a_users_words_are_not_a_workers(words: list[str]) -> None:
    assert not work_if_asked(words)


@pytest.mark.skipif(sys.platform == "win32", reason="joblib starts its processes in another way there")
def test_joblib_spreads_work_over_processes_of_the_program_itself(tmp_path: Path) -> None:
    script, starter = tmp_path / "program.py", tmp_path / "program"
    script.write_text(PROGRAM)
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    starter.chmod(0o700)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    ended = subprocess.run([starter, starter], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "True\n", "")
