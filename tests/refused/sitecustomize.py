"""Refuses network sockets: imported by the tests, and by every Python that they start.

Python imports a module of this name at its start where it finds one; tests/program.py puts this
folder in the way of every amma that it runs. Sockets between processes of this machine (AF_UNIX,
socketpair) stay allowed. AMMA_TESTS_SOCKETS=1, or pytest --sockets, switches it off.
"""

import os
import sys

ALLOWED = "AMMA_TESTS_SOCKETS"
INET = (2, 10, 23, 30)  # AF_INET and AF_INET6 on Linux, Windows and macOS
CALLS = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.getnameinfo",
)  # fmt: skip


class NetworkRefused(BaseException):
    """Not an OSError, so that no handler takes it for a network that is down."""


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if not event.startswith("socket.") or os.environ.get(ALLOWED):
        return
    inet = event == "socket.__new__" and args[1] in INET
    unix = event in CALLS[:3] and isinstance(args[1], str | bytes)
    if inet or (event in CALLS and not unix):
        raise NetworkRefused(f"{event} while tests run: amma has no network code")


def refuse() -> None:
    """Refuse from now on, once a process."""
    if not getattr(sys, "_amma_refuses", False):
        sys._amma_refuses = True  # type: ignore[attr-defined]
        sys.addaudithook(_refuse)


if __name__ == "sitecustomize":
    refuse()
