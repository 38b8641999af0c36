"""What a worker process is asked to do. Importing this module is light; scikit-learn is imported when fitting."""

import multiprocessing
import multiprocessing.connection
import os
import threading
from pathlib import Path

from photon_desktop.learning.files import write_model
from photon_desktop.learning.training import TrainingRequest, train
from photon_desktop.priority import let_others_go_first
from photon_desktop.trading.bars import Bars


def prepare_worker() -> None:
    """What a worker process is started with: it lets everything else go first, and never outlives its parent."""
    let_others_go_first()
    end_with_parent()


def end_with_parent() -> None:
    """End this process as soon as its parent is gone."""
    threading.Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent can't tell its workers, and they would wait for ever for what it sends next."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def fit_and_save(bars: Bars, request: TrainingRequest, folder: Path) -> str:
    """Train on `bars`, save the model in `folder`, and return its file's path. Raises what `train` raises."""
    return str(write_model(train(bars, request), folder))
