"""Thousands of damaged files through the importer: none may crash it, and none may be stored in part.

python -m tests.benchmarks.bench_fuzz SHARED_FOLDER [FILES]

SHARED_FOLDER holds vendor_samples/ and bad_samples/, whose files are damaged by chance. Prints one JSON object; a file
that breaks the promise ends it with an AssertionError that names it.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.market.importer.test_fuzz import FILES_A_TEST, check_files

FIRST_SEED = 1_000  # other files than those of the tests


def main(shared_folder: Path, files: int) -> None:
    rounds = max(1, files // FILES_A_TEST)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        taken = sum(check_files(FIRST_SEED + seed, shared_folder, Path(folder)) for seed in range(rounds))
    tried = rounds * FILES_A_TEST
    spent_ms = (time.perf_counter() - begun) * 1_000
    figures = {"files": tried, "imported": taken, "refused": tried - taken, "crashed": 0, "in_part": 0}
    print(json.dumps({**figures, "ms_a_file": round(spent_ms / tried, 1)}))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name the folder that holds vendor_samples and bad_samples: bench_fuzz SHARED_FOLDER [FILES].")
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
