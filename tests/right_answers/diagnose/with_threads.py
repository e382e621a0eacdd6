"""A thread for each address."""

import errno
import socket
from concurrent.futures import ThreadPoolExecutor


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad argument")
    try:
        addresses = {row[4][:2] for row in socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)}
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    with ThreadPoolExecutor(len(addresses)) as pool:
        problems = list(pool.map(lambda address: problem(address, timeout), addresses))
    if None in problems:
        return "open"
    words = [word_for(error) for error in problems]
    for word in words:
        if word:
            return word
    raise problems[0]


def problem(address, timeout):
    try:
        with socket.create_connection(address, timeout):
            return None
    except OSError as error:
        return error


def word_for(error):
    by_number = {
        errno.ECONNREFUSED: "refused",
        errno.ENETUNREACH: "unreachable",
        errno.EHOSTUNREACH: "unreachable",
    }
    return "timeout" if isinstance(error, TimeoutError) else by_number.get(error.errno)
