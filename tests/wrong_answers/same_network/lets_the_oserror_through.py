"""Lets the error of `inet_pton` through, which is an `OSError`.

check: test_host_that_is_no_address
words: OSError: illegal IP address string
"""

import ipaddress
import socket


def same_network(interface: str, host: str) -> bool:
    text, _, length = interface.partition("/")
    near = ipaddress.ip_interface(interface)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    far = socket.inet_pton(family, host)
    bits = near.max_prefixlen - near.network.prefixlen
    return len(far) == len(near.packed) and int(near.ip) >> bits == int.from_bytes(far, "big") >> bits
