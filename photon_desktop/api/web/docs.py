"""A page of the API's description that needs no network: one file, its script and style inside."""

from base64 import b64encode
from hashlib import sha256

from aiohttp import web

from photon_desktop.paths import resources_folder

DOCS = "/api/docs/"
_FOLDER = "api"


def docs_route() -> web.RouteDef:
    """Where the page is found; anybody on this computer may read it, and it asks with the token typed into it."""
    folder = resources_folder() / _FOLDER
    script, style = (folder / name for name in ("docs.js", "docs.css"))
    texts = {"SCRIPT": script.read_text("utf-8"), "STYLE": style.read_text("utf-8")}
    page = (folder / "docs.html").read_text("utf-8")
    for name, text in texts.items():
        page = page.replace(f"/*{name}*/", text)
    allowed = {name: b64encode(sha256(text.encode()).digest()).decode() for name, text in texts.items()}
    policy = (
        f"default-src 'none'; connect-src 'self'; script-src 'sha256-{allowed['SCRIPT']}';"
        f" style-src 'sha256-{allowed['STYLE']}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"}

    async def show(_: web.Request) -> web.StreamResponse:
        return web.Response(text=page, content_type="text/html", headers=headers)

    return web.get(DOCS, show)
