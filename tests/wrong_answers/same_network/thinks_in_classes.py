"""Takes the first number for the class of an IPv4 network, as was done until 1993.

check: test_prefix_shorter_than_a_number
words: {'172.31.4.5': False, '172.32.0.1': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    if near.version == 6:
        return far in near.network
    size = 1 if near.packed[0] < 128 else 2 if near.packed[0] < 192 else 3
    return near.packed[:size] == far.packed[:size]
