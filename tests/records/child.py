"""Run a function in a child process that may give up its rights, and hand back what it said or raised."""

import os
import traceback
from collections.abc import Callable

NOBODY = 65534


def in_child(work: Callable[[], object]) -> str:
    """Return what the work returned, or the class and words of what it raised, as text."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        with os.fdopen(into, "w") as pipe:
            pipe.write(_said(work))
            pipe.flush()
            os._exit(0)
    os.close(into)
    with os.fdopen(out) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def as_nobody(work: Callable[[], object]) -> Callable[[], object]:
    """Return the same work done by an account that file permissions hold for."""

    def done() -> object:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return done


def _said(work: Callable[[], object]) -> str:
    try:
        return str(work())
    except Exception as error:  # noqa: BLE001  whatever it is, the parent looks at it
        return f"{type(error).__name__}: {error}" if str(error) else traceback.format_exc()
