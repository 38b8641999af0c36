"""The samples of vendors' and broken files that stand beside the project, by name."""

import json

from tests.conftest import SHARED

# without the folder there is one name, whose test is skipped by the fixture that looks for it
_NOT_HERE = ("no samples here",)


def _names(folder: str, key: str | None) -> tuple[str, ...]:
    path = SHARED / folder / "expected.json"
    if not path.is_file():
        return _NOT_HERE
    content = json.loads(path.read_text("utf-8"))
    return tuple(one["file"] for one in (content if key is None else content[key]))


VENDOR_SAMPLES = _names("vendor_samples", None)
BAD_SAMPLES = _names("bad_samples", "files")
