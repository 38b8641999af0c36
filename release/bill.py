"""The software bill of materials of a built program, as CycloneDX."""

import json
import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from release.names import NAME, VERSION


def write_bill(licences: str, target: str) -> None:
    """Write the bill of what `licences` lists (see `write_licences`) to `target`. The same parts make the same file."""
    told = Path(licences).read_bytes()
    bill = Bom(components=[_component(part) for part in json.loads(told)])
    program = Component(name=NAME, version=VERSION, type=ComponentType.APPLICATION, bom_ref=NAME)
    bill.metadata.component = program
    bill.register_dependency(program, bill.components)
    bill.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bill.serial_number = uuid5(NAMESPACE_URL, sha256(told).hexdigest())
    Path(target).write_text(JsonV1Dot6(bill).output_as_string(indent=1) + "\n", encoding="utf-8")


def _component(part: dict[str, str]) -> Component:
    where = "debian" if part["kind"] == "deb" else None
    url = PackageURL(type=part["kind"], namespace=where, name=part["name"], version=part["version"])
    return Component(
        name=part["name"],
        version=part["version"],
        type=ComponentType.LIBRARY,
        bom_ref=str(url),
        purl=url,
        licenses=[DisjunctiveLicense(name=part["licence"])],
    )
