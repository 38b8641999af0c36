"""Rows of a select read in one stroke.

SQLite's module lets go of Python's lock for every row, and beside threads that compute, getting it back takes up to a
switch interval each time: fifty rows would be fifty waits. So the database makes one text of them.
"""

import json
from collections.abc import Sequence
from typing import Any

from photon_desktop.store.connections import Connections


def rows_in_one(
    connections: Connections, fields: Sequence[str], source: str, parameters: Sequence[object] = ()
) -> list[list[Any]]:
    """What `SELECT fields source` gives, each row a list; `source` ends with a LIMIT, which keeps its order. A field
    that holds JSON is given as json(field), and comes as what it says."""
    names = [f"f{place}" for place in range(len(fields))]
    named = ", ".join(f"{field} AS {name}" for field, name in zip(fields, names, strict=True))
    told = [f"json({name})" if field.startswith("json(") else name for field, name in zip(fields, names, strict=True)]
    sql = f"SELECT json_group_array(json_array({', '.join(told)})) FROM (SELECT {named} {source})"
    found: list[list[Any]] = json.loads(connections.tuples(sql, parameters)[0][0])
    return found
