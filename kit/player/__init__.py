"""The player in a notebook: one call shows a thread to work through."""

from kit.player.join import joined
from kit.player.play import make_paper, play
from kit.player.results import table
from kit.player.trouble import Trouble
from kit.player.widget import Player

__all__ = ["Player", "Trouble", "joined", "make_paper", "play", "table"]
