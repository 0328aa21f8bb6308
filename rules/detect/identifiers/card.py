"""Payment card numbers: the issuers' ranges and the Luhn check, by python-stdnum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers import iban
from rules.detect.identifiers.context import Context
from rules.detect.scan import Match, Scan

_NUMBER = re.compile(r"(?<!\d)\d(?:[ .–-]?\d){12,18}(?!\d)")
_ISSUERS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}"  # Visa
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[689]\d)\d{11}"  # Diners
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}"
)


def find(scan: Scan, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Find card numbers of a known issuer with the right check digit."""
    from stdnum import luhn

    accounts = scan.once("iban", iban.spans)
    for found in _NUMBER.finditer(scan.doc.norm):
        digits = re.sub(r"\D", "", found.group())
        if not _ISSUERS.fullmatch(digits) or not luhn.is_valid(digits):
            continue
        if not any(found.start() < end and start < found.end() for start, end in accounts):
            yield Match(found.start(), found.end())
