"""Makes the listening socket blocking again, but not on the way out that a reset takes.

check: test_client_that_resets
words: the listening socket was left with a timeout, or in non-blocking mode
"""

import asyncio


async def _read(conn, inbox):
    loop = asyncio.get_running_loop()
    try:
        while data := await loop.sock_recv(conn, 1 << 16):
            inbox.put_nowait(data)
            await asyncio.sleep(0)
    finally:
        inbox.put_nowait(b"")


async def _serve(server):
    loop = asyncio.get_running_loop()
    conn, _ = await loop.sock_accept(server)
    with conn:
        inbox = asyncio.Queue()
        reader = loop.create_task(_read(conn, inbox))
        total = 0
        try:
            while data := await inbox.get():
                await loop.sock_sendall(conn, data)
                total += len(data)
            await reader
            return total
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)


def echo_once(server):
    server.setblocking(False)  # sock_accept wants it
    total = asyncio.run(_serve(server))
    server.setblocking(True)
    return total
