"""Why a letter did not arrive."""

from photon_desktop.errors import PhotonError


class LetterRefusedError(PhotonError):
    """It will not be taken as it is; sending it again changes nothing."""


class NotNowError(PhotonError):
    """It may be taken later: not before `after_s` seconds, where whoever refused it said so."""

    def __init__(self, sentence: str, after_s: float = 0.0) -> None:
        super().__init__(sentence)
        self.after_s = after_s
