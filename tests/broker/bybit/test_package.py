"""What importing the package costs."""

import subprocess
import sys


def test_nothing_of_pybit_is_imported_before_an_account_is_asked() -> None:
    code = (
        "import sys; import photon_desktop.broker.bybit.rest.client;"
        "print(sorted({'pybit', 'websocket', 'requests'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"
