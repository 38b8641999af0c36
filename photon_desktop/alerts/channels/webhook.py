"""Posts letters as JSON to an address of the user's, signed so that the receiver knows who they are from."""

import hashlib
import hmac
import json
import ssl
from dataclasses import dataclass, field

from photon_desktop.alerts.channels.post import host_of, judge, post
from photon_desktop.alerts.letter import Letter
from photon_desktop.trading.timestamps import Clock

SIGNATURE, IDEMPOTENCY = "Photon-Signature", "Idempotency-Key"
_SECOND_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class WebhookSender:
    """`address` is where to post, `secret` what is signed with; `tls` in place of the system's trust."""

    address: str
    secret: str = field(repr=False)
    clock: Clock
    tls: ssl.SSLContext | None = None

    async def send(self, letter: Letter) -> str:
        """As `Sender.send`. Each attempt is signed anew, with the same id."""
        now_ns = self.clock.now_ns()
        body = json.dumps(letter.to_json(), ensure_ascii=False, separators=(",", ":")).encode()
        headers = {SIGNATURE: signature(self.secret, now_ns // _SECOND_NS, body), IDEMPOTENCY: letter.id}
        who = f"The webhook at {host_of(self.address)}"
        return judge(await post(self.address, body, headers, who, now_ns, self.tls), who)


def signature(secret: str, at_s: int, body: bytes) -> str:
    """The header "t=SECONDS,v1=HEX": HMAC-SHA256 (RFC 2104) by the secret over the seconds since 1970, a full stop and
    the body, so that neither can be changed nor an old one be sent again unseen."""
    digest = hmac.new(secret.encode(), b"%d.%s" % (at_s, body), hashlib.sha256).hexdigest()
    return f"t={at_s},v1={digest}"
