"""The one clock of the running program, and its randomness."""

import secrets
import time


class SystemClock:
    """Wall time."""

    def now_ns(self) -> int:
        """Nanoseconds since 1970 UTC."""
        return time.time_ns()


def random_bytes(count: int) -> bytes:
    """Bytes nobody can guess."""
    return secrets.token_bytes(count)
