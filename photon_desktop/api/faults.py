"""What the API can't do, as the asker is told: a status and a sentence."""

from http import HTTPStatus

from photon_desktop.errors import PhotonError


class ApiError(PhotonError):
    """`status` is an HTTP status; `wait_s` the seconds after which it is worth asking again."""

    def __init__(self, status: HTTPStatus, sentence: str, wait_s: float | None = None) -> None:
        super().__init__(sentence)
        self.status, self.wait_s = status, wait_s


def bad_request(sentence: str) -> ApiError:
    """What was asked can't be understood."""
    return ApiError(HTTPStatus.BAD_REQUEST, sentence)


def unknown_token(sentence: str) -> ApiError:
    """Who asks did not say who that is."""
    return ApiError(HTTPStatus.UNAUTHORIZED, sentence)


def refused(sentence: str) -> ApiError:
    """Understood, and not done for anybody."""
    return ApiError(HTTPStatus.FORBIDDEN, sentence)


def not_found(sentence: str) -> ApiError:
    """There is no such thing."""
    return ApiError(HTTPStatus.NOT_FOUND, sentence)


def conflict(sentence: str) -> ApiError:
    """It can't be done as things stand now."""
    return ApiError(HTTPStatus.CONFLICT, sentence)


def too_often(sentence: str, wait_s: float) -> ApiError:
    """Worth asking again in `wait_s` seconds."""
    return ApiError(HTTPStatus.TOO_MANY_REQUESTS, sentence, wait_s)
