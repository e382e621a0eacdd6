import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
