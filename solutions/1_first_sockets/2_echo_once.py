"""Serve one client: what it says goes back to it.

The surprise: a stream has no messages. `recv` returns what has arrived; only `b""` means that the client has ended.

    client   connect   b'hello' ──▶                  end ──▶
    you      accept                 ◀── b'hello'             ◀── end, return 5

Accept exactly one client of the listening socket `server`, send every byte back until the client ends its side, close
the connection, and return how many bytes you echoed.
- Bytes go back as they arrive: the client may wait for them before it sends more.
- Nothing is lost, added or changed: any bytes, one at a time or 8 MiB at once.
- A client that ends at once: 0. One that ends only its own side still gets all that is left.
- The next client is untouched: `server` stays open for it, listening and in blocking mode.
- A client that resets, perhaps before you accept it: return, or raise `ConnectionError`; print nothing of it.
- You close the connection on every way out, and use no CPU time while the client is silent.

The check plays all these clients. By hand: run this file; in other terminals `nc -N 127.0.0.1 4321` (type; Ctrl-D ends
your side), and `ss -tn 'sport = :4321'`.
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 4321)) as listener:
        print("waiting for a client on", listener.getsockname())
        print(echo_once(listener), "bytes echoed")
