"""What a worker process is asked to do. Importing this module is light; scikit-learn is imported when fitting."""

import contextlib
import os
from pathlib import Path

from photon_desktop.learning.files import save_model
from photon_desktop.learning.training import TrainingRequest, train
from photon_desktop.trading.bars import Bars

_NICENESS = 10


def lower_priority() -> None:
    """Let everything else on the machine go first; a worker process is started with it."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICENESS)


def fit_and_save(bars: Bars, request: TrainingRequest, folder: Path) -> str:
    """Train on `bars`, save the model in `folder`, and return its file's path. Raises what `train` raises."""
    return str(save_model(train(bars, request), folder))
