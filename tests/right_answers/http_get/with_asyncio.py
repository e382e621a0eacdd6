"""asyncio's streams, all under one `asyncio.timeout`."""

import asyncio
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 <= port <= 65535 or timeout < 0 or set("\r\n") & set(host + path):
        raise ValueError("bad argument")
    return asyncio.run(exchange(host, port, path, timeout))


async def exchange(host, port, path, timeout):
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection(host, port)
        try:
            name = f"[{host}]" if ":" in host else host
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {name}:{port}\r\n\r\n".encode())
            status = 100
            while status // 100 == 1:
                status, headers = await head(reader)
            return Response(status, headers, await body(reader, status, headers))
        finally:
            writer.close()


async def line(reader):
    return (await reader.readuntil(b"\n")).decode("latin-1").strip("\r\n")


async def head(reader):
    first = (await line(reader)).split()
    if len(first) < 2 or not first[0].startswith("HTTP/1."):
        raise ValueError("this is not HTTP")
    status, headers = int(first[1]), {}
    while text := await line(reader):
        name, value = text.split(":", 1)
        headers.setdefault(name.lower(), []).append(value.strip())
    return status, {name: ", ".join(values) for name, values in headers.items()}


async def body(reader, status, headers):
    if status in (204, 304):
        return b""
    if "transfer-encoding" in headers:
        chunks = []
        while size := int((await line(reader)).split(";")[0], 16):
            chunks.append(await reader.readexactly(size))
            await line(reader)
        return b"".join(chunks)
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    return await reader.read()
