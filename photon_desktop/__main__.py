"""`python -m photon_desktop` is `photon-desktop`."""

import sys

from photon_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
