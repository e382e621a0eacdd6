"""Find every address that a TCP client should try.

The surprise: one name has many addresses, and `getaddrinfo` gives a row for each address *and* each kind of socket.
Asked for no kind, it says everything three times.

    "www.example.com", "https"  ──▶  [("2001:db8::7", 443), ("192.0.2.7", 443)]

Return all `(address, port)` pairs for TCP in the system's order, each once.
- `host` is a name, an IPv4 or IPv6 address, or `None` for this machine: its loopback addresses.
- `service` is a port number, its text (`"80"`), or a name that TCP knows (`"http"`).
- IPv6 addresses make pairs too; their scope is left aside.
- An unknown host or service: `socket.gaierror`. For text that is no host name (`"two..dots"`) also `UnicodeError`.
- A port outside 0 to 65535, as a number or its text: `ValueError`, before any look-up.

The check scripts hosts and services. By hand: run this file with a host and a service behind its name, and compare with
`getent ahosts localhost`.
"""


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    raise NotImplementedError


if __name__ == "__main__":
    import sys

    host, service = sys.argv[1:] or ("localhost", "https")
    for address, port in resolve(host, service):
        print(address, port)
