"""A pytest plugin loaded before all others (see addopts in pyproject.toml): it halves the start of a notebook test.

Every notebook plugin imports jsonschema, which spends about a second importing one optional checker of web addresses.
None of our tests uses that checker, so it is declared absent before anything can import it.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
