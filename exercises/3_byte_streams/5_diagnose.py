"""Find out why you cannot connect.

The surprise: one call fails in many ways, and each tells who said no: the resolver, your own kernel, a router, the
other side's kernel, or nobody.

    you   ── SYN ──▶   ◀── SYN+ACK ──   "open"
    you   ── SYN ──▶   ◀── RST ──       "refused": the host is there, and nobody listens on the port
    you   ── SYN ──▶                    "timeout": a filter drops what you send, or nobody is there at all

Return `"open"`, `"refused"`, `"timeout"`, `"unreachable"` or `"unknown host"`.
- Network and host unreachable are both `"unreachable"`: an `OSError`, whose `errno` says which.
- Every `socket.gaierror`, and text that cannot be a host name, is `"unknown host"`. Any other error goes through.
- `host` may have several addresses, IPv4 and IPv6: `"open"` when one of them is, wherever it stands.
- `timeout` is for each of them. When all fail, differently perhaps, any of their reasons will do.
- A port outside 0 to 65535, or a negative `timeout`: `ValueError`, before anything is sent.
- You close every socket on every way out, and use no CPU time while you wait.

The check brings them all about. By hand: run this file; then again, with `nc -l 127.0.0.1 4321` in another terminal.
"""


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    raise NotImplementedError


if __name__ == "__main__":
    for host in ("127.0.0.1", "127.255.255.255", "no..name"):
        print(f"{host:16}", diagnose(host, 4321))
