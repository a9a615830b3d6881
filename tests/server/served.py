"""A Jupyter server in this process, told by the shipped configuration what to load; a kernel; one connection to it.

Writes whether the extension was loaded and whether the socket of the connection sends at once.
"""

import gc
import json
import socket
import sys
from pathlib import Path

from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.websocket import websocket_connect

HEADER = {
    "msg_id": "1",
    "msg_type": "kernel_info_request",
    "username": "",
    "session": "1",
    "date": "",
    "version": "5.3",
}
ASKED = {"channel": "shell", "header": HEADER, "parent_header": {}, "metadata": {}, "content": {}}


async def connected(app: ServerApp) -> bool:
    """Open one connection to a kernel and return whether TCP_NODELAY is set on its socket."""
    kernel = await app.kernel_manager.start_kernel()
    link = await websocket_connect(f"ws://127.0.0.1:{app.port}/api/kernels/{kernel}/channels")
    await link.write_message(json.dumps(ASKED))
    await link.read_message()
    (handler,) = [one for one in gc.get_objects() if isinstance(one, KernelWebsocketHandler)]
    found = handler.ws_connection.stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    link.close()
    await app.kernel_manager.shutdown_all()
    return bool(found)


def main(folder: str) -> None:
    """Serve `folder` on a port of its own, without a token, until the socket has been looked at."""
    Path(folder).mkdir(exist_ok=True)
    arguments = ["--allow-root", "--no-browser", "--port=0", "--IdentityProvider.token=", f"--notebook-dir={folder}"]
    app = ServerApp()
    app.initialize([*arguments, "--ServerApp.disable_check_xsrf=True"])
    loaded = app.extension_manager.extensions.get("kit.server")
    found = app.io_loop.run_sync(lambda: connected(app))
    sys.stdout.write(json.dumps({"loaded": bool(loaded and loaded.enabled), "at once": found}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
