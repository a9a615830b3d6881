"""Golden threads: two of a small library kept for it, as pages to read, and the hash of two hundred.

The shipped library grows; this one stands still, so that what changes a golden thread is the machine
(or the shared lists and voices).

``python -m tests.scenarios.golden`` writes them anew; a commit that changes one says why.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from scenarios import Library, generate, read_library

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "small-day.txt"
SEED, AS_OF, MANY, SHOWN = 7, "2026-11-21", 200, 2


def small() -> Library:
    """Return the small library: every feature of a bank and a recipe once."""
    return read_library([HERE / "library"])


def page() -> str:
    """Return the golden text."""
    threads = list(generate("small-day", seed=SEED, as_of=AS_OF, threads=MANY, of=small()))
    whole = "\n".join(json.dumps({**thread, "generator": ""}, ensure_ascii=False) for thread in threads)
    lines = [f"{MANY} threads: sha256 {hashlib.sha256(whole.encode()).hexdigest()}"]
    return "\n".join(line for part in (lines, *map(_thread, threads[:SHOWN])) for line in (*part, ""))


def _thread(thread: dict[str, Any]) -> list[str]:
    post = thread["post"]
    lines = [
        f"{thread['id']} ({thread['platform']}, {thread['account_kind']})",
        f"{post['when']} {post['author']}: {post['text']}",
    ]
    lines += [f"from {entry['at']}: {json.dumps(entry['set'], ensure_ascii=False)}" for entry in thread["timeline"]]
    for comment in thread["comments"]:
        to = f" to {comment['in_reply_to']}" if comment["in_reply_to"] else ""
        lines += ["", f"{comment['id']}{to}, {comment['when']} {comment['author']}: {comment['text']}"]
        lines.append(f"    {json.dumps(comment['facts'])}")
        for part in (comment["context"], _known(comment["author_history"])):
            if part:
                lines.append(f"    {json.dumps(part)}")
    return lines


def _known(history: dict[str, Any]) -> dict[str, Any]:
    """Return what is out of the ordinary in a history."""
    return {field: value for field, value in history.items() if value not in (0, False, 1, "member_of_public")}


if __name__ == "__main__":
    GOLDEN.write_text(page(), encoding="utf-8")
