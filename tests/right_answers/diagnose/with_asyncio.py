"""asyncio tries all the addresses at once."""

import asyncio
import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port < 1 << 16 or timeout < 0:
        raise ValueError("bad argument")
    return asyncio.run(all_addresses(host, port, timeout))


async def all_addresses(host, port, timeout):
    try:
        rows = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    found = await asyncio.gather(*(one(row, timeout) for row in rows), return_exceptions=True)
    if "open" in found:
        return "open"
    for reason in found:
        if isinstance(reason, str):
            return reason
    raise found[0]


async def one(row, timeout):
    with socket.socket(row[0], row[1]) as sock:
        sock.setblocking(False)
        try:
            await asyncio.wait_for(asyncio.get_running_loop().sock_connect(sock, row[4]), timeout)
        except ConnectionRefusedError:
            return "refused"
        except TimeoutError:
            return "timeout"
        except OSError as error:
            if error.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH):
                return "unreachable"
            raise
        return "open"
