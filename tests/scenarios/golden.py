"""Golden threads: one of each scenario as a page to read, and the hash of twenty.

``python -m tests.scenarios.golden`` writes them anew; a commit that changes one says why.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from scenarios import generate, names

FOLDER = Path(__file__).parent / "golden"
SEED, AS_OF, MANY = 7, "2026-11-21", 20


def page(name: str) -> str:
    """Return the golden text of a scenario."""
    threads = list(generate(name, seed=SEED, as_of=AS_OF, threads=MANY))
    whole = "\n".join(json.dumps(thread, ensure_ascii=False) for thread in threads)
    lines = [f"{MANY} threads: sha256 {hashlib.sha256(whole.encode()).hexdigest()}", ""]
    return "\n".join([*lines, *_thread(threads[0])]) + "\n"


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
    for each in names():
        (FOLDER / f"{each}.txt").write_text(page(each), encoding="utf-8")
