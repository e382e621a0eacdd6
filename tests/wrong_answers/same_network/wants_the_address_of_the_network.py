"""Takes an interface for a network, in which no bits of a host may be set.

check: test_neighbour
words: ValueError: 192.0.2.12/26 has host bits set
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_address(host) in ipaddress.ip_network(interface)
