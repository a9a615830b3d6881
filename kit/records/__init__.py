"""The record: an append-only, hash-chained log of what was asked, chosen and judged.

SQLite by default, another database by URL. A paper is stored once under its hash; free text and
pseudonyms stand apart from the chain under salted commitments, so that they can be erased and the
chain still verified.
"""

from kit.records.chain import Event
from kit.records.errors import DamagedRecordError, NewerRecordError
from kit.records.log import Records
from kit.records.place import VARIABLE, default_place
from kit.records.reading import Reading, Session
from kit.records.schema import SCHEMA_VERSION
from kit.records.verify import Verification, verify
from kit.records.writing import Writing

__all__ = [
    "SCHEMA_VERSION",
    "VARIABLE",
    "DamagedRecordError",
    "Event",
    "NewerRecordError",
    "Reading",
    "Records",
    "Session",
    "Verification",
    "Writing",
    "default_place",
    "verify",
]
