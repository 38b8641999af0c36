"""Whether the window serves the local API, on which port, and who may register there."""

from dataclasses import dataclass

from photon_desktop.errors import ValueRefusedError

LEAST_PORT, MOST_PORT = 1_024, 65_535


@dataclass(frozen=True, slots=True)
class ApiPlace:
    """The window serves on this computer's own address only. The first user may always register; further ones where
    `is_open_here`, or where `is_open` if other computers reach the server, which takes `serve --host`."""

    is_on: bool = False
    port: int = 6_660
    is_open_here: bool = True
    is_open: bool = False

    def lets_register(self, *, is_here: bool) -> bool:
        """Whether further users may register, at a server that only this computer reaches (`is_here`) or others too."""
        return self.is_open_here if is_here else self.is_open

    @property
    def where(self) -> tuple[bool, int]:
        """What takes a new server when it changes; who may register does not."""
        return self.is_on, self.port

    def __post_init__(self) -> None:
        if not LEAST_PORT <= self.port <= MOST_PORT:
            raise ValueRefusedError(f"The API's port is {self.port}; it lies between {LEAST_PORT} and {MOST_PORT}.")
