"""`python -m photon_desktop` is `photon-desktop`."""

import multiprocessing
import sys

from photon_desktop.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in a frozen program a worker process starts here, with words of its own
    sys.exit(main())
