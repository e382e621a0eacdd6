"""At the end of the client's side sends only what the kernel takes of the rest at once.

check: test_half_closed_client_gets_the_rest
words: stream ended after
"""

import collections
import select


def echo_once(server):
    conn, _ = server.accept()
    with conn:
        conn.setblocking(False)
        poller = select.poll()
        pending = collections.deque()
        total = 0
        while True:
            poller.register(conn, select.POLLIN | (select.POLLOUT if pending else 0))
            poller.poll()
            data = None
            try:
                data = conn.recv(65536)
            except BlockingIOError:
                pass
            if data:
                pending.append(memoryview(data))
            try:
                while pending:
                    sent = conn.send(pending[0])
                    total += sent
                    rest = pending.popleft()[sent:]
                    if rest:
                        pending.appendleft(rest)
            except BlockingIOError:
                pass
            if data == b"":
                return total
