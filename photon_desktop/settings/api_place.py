"""Whether the window serves the local API, on which port, and who may register there."""

from dataclasses import dataclass

from photon_desktop.errors import ValueRefusedError

LEAST_PORT, MOST_PORT = 1_024, 65_535


@dataclass(frozen=True, slots=True)
class ApiPlace:
    """Only ever on this computer's own address. The first user may always register, others only where `is_open`."""

    is_on: bool = False
    port: int = 6_660
    is_open: bool = False

    @property
    def where(self) -> tuple[bool, int]:
        """What takes a new server when it changes; who may register does not."""
        return self.is_on, self.port

    def __post_init__(self) -> None:
        if not LEAST_PORT <= self.port <= MOST_PORT:
            raise ValueRefusedError(f"The API's port is {self.port}; it lies between {LEAST_PORT} and {MOST_PORT}.")
