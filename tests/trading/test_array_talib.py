"""TA-Lib is loaded without pandas, and nobody else is kept from loading it meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

ALONE = """
import sys
import numpy as np
from photon_desktop.trading.array_talib import talib
print("pandas" in sys.modules, talib.SMA(np.arange(4.0), 2)[-1])
"""
# stands for TA-Lib: while it is being loaded, another thread imports pandas
LOADING = """
from threading import Thread
try:
    from pandas import Series
except ModuleNotFoundError as error:
    Series = None
    assert error.name == "pandas"
found = []
other = Thread(target=lambda: found.append(__import__("importlib").import_module("pandas")))
other.start()
other.join()
"""
MEANWHILE = """
from photon_desktop.trading.array_talib import talib
print([module.__name__ for module in talib.found], talib.Series)
"""


def printed(program: str, path: Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(path)}, cwd=Path(__file__).parents[2],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.stderr == ""
    return ended.stdout.strip()


def test_it_works_without_pandas(tmp_path: Path) -> None:
    assert printed(ALONE, tmp_path) == "False 2.5"


def test_a_thread_that_imports_pandas_meanwhile_gets_it(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text("class Series:\n    pass\n")
    (tmp_path / "talib.py").write_text(LOADING)
    assert printed(MEANWHILE, tmp_path) == "['pandas'] None"
