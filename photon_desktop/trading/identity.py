"""Identifiers that sort by time and can be made again from the same inputs."""

from uuid import UUID

from photon_desktop.errors import ValueRefusedError

CLIENT_ORDER_ID_LIMIT = 36  # Bybit's orderLinkId: up to 36 of [A-Za-z0-9_-]


def uuid7(time_ns: int, entropy: bytes) -> str:
    """A version 7 UUID (RFC 9562, section 5.7) from a time and ten random bytes, both handed in.

    Libraries that make these take neither a clock nor randomness, which this floor must be given.
    """
    if len(entropy) != 10:
        raise ValueRefusedError(f"A version 7 UUID takes 10 random bytes, not {len(entropy)}.")
    random_a = int.from_bytes(entropy[:2]) & 0x0FFF
    random_b = int.from_bytes(entropy[2:]) & ((1 << 62) - 1)
    milliseconds = (time_ns // 1_000_000) & ((1 << 48) - 1)
    return str(UUID(int=milliseconds << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b))


def client_order_id(decision_id: str, leg: str = "") -> str:
    """The one order id that a decision can ever lead to (per leg), so that sending twice is seen as one order.

    `leg` is a letter for a protective order that belongs to the same decision ("s" stop, "t" target).
    """
    text = f"p{decision_id.replace('-', '')}{leg}"
    if len(text) > CLIENT_ORDER_ID_LIMIT:
        raise ValueRefusedError(f"The order id {text} is longer than {CLIENT_ORDER_ID_LIMIT} characters.")
    return text
