"""Returns a number of bits where `True` or `False` is due.

check: test_neighbour
words: True or False is due, and 1 came
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    bits = near.max_prefixlen - near.network.prefixlen
    return int(not (int(near.ip) ^ int(far)) >> bits)
