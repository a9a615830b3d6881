"""The player in a notebook: one call shows a thread to work through."""

from kit.player.after import page_to_keep, results_of
from kit.player.join import joined
from kit.player.play import make_paper, play, posts
from kit.player.results import table
from kit.player.teach import examples, teach
from kit.player.trouble import Trouble
from kit.player.widget import Player, Posts

__all__ = [
    "Player",
    "Posts",
    "Trouble",
    "examples",
    "joined",
    "make_paper",
    "page_to_keep",
    "play",
    "posts",
    "results_of",
    "table",
    "teach",
]
