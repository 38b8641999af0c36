import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.files import load_model
from photon_desktop.learning.fitting import fit_and_save, prepare_worker
from photon_desktop.learning.model import Model
from tests.learning.conftest import request_for
from tests.learning.markets import fair_bars


@pytest.mark.slow
def test_a_fit_in_a_process_of_its_own_saves_the_same_model(forest_model: Model, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=prepare_worker) as pool:
        path = pool.submit(fit_and_save, fair_bars(920), request_for("random_forest"), tmp_path).result()
        refused = pool.submit(fit_and_save, fair_bars(300), request_for("random_forest"), tmp_path).exception()
        niceness = pool.submit(os.nice, 0).result() if hasattr(os, "nice") else None
    assert load_model(Path(path)).manifest == forest_model.manifest
    assert isinstance(refused, NotEnoughDataError)
    if niceness is not None:
        assert niceness > os.nice(0) or niceness == 19


def test_a_refused_fit_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotEnoughDataError):
        fit_and_save(fair_bars(300), request_for("random_forest"), tmp_path)
    assert list(tmp_path.iterdir()) == []
