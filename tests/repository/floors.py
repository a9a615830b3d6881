"""The floors of the house, from the ground up, and who may import what from outside: the table the test reads.

A unit imports units on floors below its own, never one beside it or above.
What is not in the table has no floor, and the test says so.
"""

from types import MappingProxyType

FLOORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("errors", ("kit.errors",)),
    ("words", ("kit.terms",)),
    ("language", ("kit.conditions",)),
    ("matter", ("kit.policy", "kit.context", "kit.thread")),
    ("reason", ("kit.ruling",)),
    ("work", ("kit.judge", "scenarios")),
    ("paper", ("kit.items",)),
    ("memory", ("kit.records",)),
    ("sitting", ("kit.sitting",)),
    ("uses", ("kit.refresher", "kit.simulate", "kit.standards", "kit.review", "kit.measure", "kit.units")),
    ("faces", ("kit.player", "kit.server", "kit.room", "kit.course", "kit.dashboard")),
    ("door", ("kit.cli", "kit.__main__")),
)

DATA_ONLY = ("kit/packs", "kit/web")
"""Folders that hold data or front-end files and no Python."""

BESIDE = MappingProxyType({"kit.__main__": {"kit.cli"}})
"""Neighbours that may be imported after all: the door is one thing in two modules."""

HIGHEST = MappingProxyType({"scenarios": "matter"})
"""Units that stand lower than their floor says: the generators know the policy, not what is ruled under it."""

WINDOW = "kit"
"""`kit/__init__.py`, the shop window: it shows floors up to WINDOW_SHOWS, and nothing inside imports it."""
WINDOW_SHOWS = "paper"

EVERYWHERE = frozenset({"yaml"})
"""The one package that every floor may import beside Python's own library."""

OUTSIDE = MappingProxyType(
    {
        "scenarios": {"faker"},
        "kit.records": {"sqlalchemy"},
        "kit.simulate": {"numpy", "pandas", "polars", "dask"},
        "kit.measure": {"numpy", "sklearn", "wordfreq"},
        "kit.review": {"pandas"},
        "kit.player": {"anywidget", "ipywidgets", "traitlets", "IPython", "pandas"},
        "kit.room": {"jupyter_server", "tornado", "traitlets"},
        "kit.dashboard": {"anywidget", "ipywidgets", "traitlets", "IPython", "pandas"},
        "kit.cli": {"jupyterlab"},
    }
)
"""What a unit may import besides."""

PURE_UP_TO = "reason"
"""Floors up to this one, and the generators, read no clock, no environment and no global random source."""

IMPURE = frozenset(
    {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "time.time",
        "time.monotonic",
        "time.localtime",
        "time.gmtime",
        "os.environ",
        "os.getenv",
        "uuid.uuid1",
        "uuid.uuid4",
        "random.seed",
        "random.random",
        "random.choice",
        "random.choices",
        "random.randint",
        "random.randrange",
        "random.sample",
        "random.shuffle",
        "random.uniform",
    }
)
"""Names that read them. `random.Random(seed)` is fine: it is nobody else's."""
