"""Registering, logging in, new tokens, and who one is."""

from http import HTTPStatus

from photon_desktop.api.auth.users import LONGEST_EMAIL, LONGEST_PASSWORD, Users
from photon_desktop.api.web.fields import Field, FieldKind
from photon_desktop.api.web.routes import Access, Answer, Call, Route

_EMAIL = Field("email", FieldKind.TEXT, "An address, the user's name here.", is_required=True, longest=LONGEST_EMAIL)
_PASSWORD = Field("password", FieldKind.TEXT, "8 to 128 characters.", is_required=True, longest=LONGEST_PASSWORD)
_REFRESH = Field("refresh", FieldKind.TEXT, "The refresh token.", is_required=True, longest=2_000)


def auth_routes(users: Users) -> tuple[Route, ...]:
    """What can be asked of `users`."""

    async def register(call: Call) -> Answer:
        return await users.register(call["email"], call["password"])

    async def log_in(call: Call) -> Answer:
        return await users.log_in(call["email"], call["password"])

    async def refresh(call: Call) -> Answer:
        return await users.refresh(call["refresh"])

    async def me(call: Call) -> Answer:
        return users.me(call.by())

    named = (_EMAIL, _PASSWORD)
    return (
        Route("POST", "/api/auth/register/", "Register a user of this API", register, "User", body=named,
              status=HTTPStatus.CREATED, access=Access.OPEN, faults=(HTTPStatus.CONFLICT,)),
        Route("POST", "/api/auth/login/", "Get tokens for an address and its password", log_in, "Tokens", body=named,
              access=Access.OPEN, faults=(HTTPStatus.UNAUTHORIZED,)),
        Route("POST", "/api/auth/refresh/", "Get new tokens for a refresh token", refresh, "Tokens", body=(_REFRESH,),
              access=Access.OPEN, faults=(HTTPStatus.UNAUTHORIZED,)),
        Route("GET", "/api/auth/me/", "Who bears this token", me, "User"),
    )  # fmt: skip
