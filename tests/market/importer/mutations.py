"""Files as accidents leave them: samples cut, bytes flipped, lines shuffled, cells blown up."""

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    """The start of a file, or the end of one, or one without a piece of its middle."""
    first, second = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice([data[:first], data[second:], data[:first] + data[second:]])


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 20, 200])):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def splash(data: bytes, chance: random.Random) -> bytes:
    """A run of bytes of one kind or of any kind over what was there."""
    start, length = chance.randrange(len(data) + 1), chance.choice([1, 8, 64, 700])
    run = chance.choice([bytes([chance.randrange(256)]) * length, chance.randbytes(length)])
    return data[:start] + run + data[start + chance.choice([0, length]) :]


def shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chosen = sorted(chance.sample(range(len(lines)), chance.randint(1, len(lines))))
    moved = chosen[:]
    chance.shuffle(moved)
    for place, source in zip(chosen, [lines[one] for one in moved], strict=True):
        lines[place] = source
    return b"\n".join(lines)


def repeat_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(chance.choice([1, 5, 40])):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return b"\n".join(lines)


_BLOWN_UP = (
    b"9" * 400, b"1e999", b"-1e308", b"nan", b"inf", b"-", b"", b"\x00", b'"', b'""', b'"a,b"', b"=1+1", b"<b>x</b>",
    b"0" * 5_000, b"99999999999999999999", b"-9223372036854775808", b"9999-12-31", b"0000-00-00", b"2024-02-30", b"1,5",
    b"1.2.3", b"1 000", b"\xff\xfe", "١٢٣".encode(), b"#", b"\r", b"True", b"1_000", b"0x10", b"+5", b" 7 ", b"1e-400",
    b"2024-01-01T24:00:00Z", b"2024-01-01T25:00:00Z", b"12/13/14", b"[1]", b"{}", b";;;;", b",,,,,,,", b"\t",
)  # fmt: skip


def blow_up_cells(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(chance.choice([1, 4, 30])):
        place = chance.randrange(len(lines))
        sign = chance.choice([b",", b";", b"\t", b"|", b" "])
        cells = lines[place].split(sign)
        cells[chance.randrange(len(cells))] = chance.choice(_BLOWN_UP)
        lines[place] = sign.join(cells)
    return b"\n".join(lines)


def exchange_signs(data: bytes, chance: random.Random) -> bytes:
    """One sign for another throughout: delimiters, points, digits, ends of lines."""
    return data.replace(chance.choice(_SIGNS), chance.choice(_SIGNS), chance.choice([-1, 1, 50]))


_SIGNS = (b",", b";", b"\t", b" ", b".", b"-", b"/", b":", b"\n", b"\r\n", b"\r", b'"', b"0", b"2", b"T", b"Z", b"\x00")


def drop_columns(data: bytes, chance: random.Random) -> bytes:
    sign, column = chance.choice([b",", b";", b"\t"]), chance.randrange(8)
    rows = [line.split(sign) for line in data.split(b"\n")]
    return b"\n".join(sign.join(row[:column] + row[column + 1 :]) for row in rows)


def as_utf16(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"]))


MUTATIONS: tuple[Mutation, ...] = (
    cut, flip_bits, splash, shuffle_lines, repeat_lines, blow_up_cells, exchange_signs, drop_columns, as_utf16,
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One to three accidents."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        data = chance.choice(MUTATIONS)(data, chance) if data else data
    return data
