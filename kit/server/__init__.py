"""A Jupyter Server extension that has a kernel's answers sent at once.

A server's operating system holds a small message back for up to 40 ms, in the hope of more to send with it, while the
browser's holds back its acknowledgement (Nagle's algorithm against delayed acknowledgements, RFC 1122 section
4.2.3.2). Every click in an exercise is such a small message. The extension sets TCP_NODELAY on the websocket of every
kernel, and changes nothing else.
"""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Tell Jupyter Server where the extension is."""
    return [{"module": "kit.server"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Have every kernel connection that is opened from now on send at once; `server` is the ServerApp."""
    settings = server.web_app.settings
    settings["kernel_websocket_connection_class"] = prompt(settings["kernel_websocket_connection_class"])


def prompt(connection: type) -> type:
    """Return the class of a kernel's connection as one that sends without waiting for more to send."""

    class Prompt(connection):  # type: ignore[misc, unused-ignore]
        """The server's own connection, on a socket with TCP_NODELAY."""

        def connect(self) -> Any:
            """Set the socket, then connect as the server would."""
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return Prompt
