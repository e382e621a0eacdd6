"""Leaves the work to http.client.

check: test_by_hand
words: http.client
"""

import http.client
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        headers = {}
        for name, value in response.getheaders():
            name = name.lower()
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        return Response(response.status, headers, response.read())
    finally:
        connection.close()
