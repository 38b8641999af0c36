"""Under which names the API answers: a page on the web that points its own name at this computer gets nothing."""

from urllib.parse import urlsplit

from photon_desktop.api.faults import refused

_OWN_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


class Hosts:
    """This computer's own names, and the one that a certificate was given for."""

    def __init__(self, name: str = "") -> None:
        self._names = _OWN_NAMES | ({name.lower()} if name else set())

    def check(self, host: str, origin: str | None) -> None:
        """Raises ApiError (403) when the request was meant for another name, or comes from a page of another place
        (DNS rebinding, cross-site requests)."""
        if self._name_in(f"//{host}") not in self._names:
            raise refused("The Host of this request is none of this program's; ask 127.0.0.1 or localhost.")
        if origin is not None and self._name_in(origin) not in self._names:
            raise refused("The Origin of this request is another place; the API answers no pages of others.")

    @staticmethod
    def _name_in(address: str) -> str:
        try:
            return (urlsplit(address).hostname or "").lower()
        except ValueError:
            return ""
