"""`python -m photon_desktop` is `photon-desktop`."""

import multiprocessing
import sys


def start() -> int:
    """Be the program, or in a frozen one the worker process that it was started as; the exit code."""
    multiprocessing.freeze_support()  # in a frozen program a worker process starts here, with words of its own
    if getattr(sys, "frozen", False):
        from photon_desktop.frozen_workers import forget_main_file, work_if_asked  # noqa: PLC0415 - for those only

        if work_if_asked(sys.argv[1:]):
            return 0
        forget_main_file()
    from photon_desktop.cli import main  # noqa: PLC0415 - a worker needs none of it

    return main()


if __name__ == "__main__":
    sys.exit(start())
