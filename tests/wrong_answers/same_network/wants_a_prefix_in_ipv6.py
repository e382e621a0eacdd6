"""Takes an IPv6 prefix of 0 for a missing one.

check: test_shortest_prefix_of_ipv6
words: ValueError: no prefix
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    if near.version == 6 and not near.network.prefixlen:
        raise ValueError("no prefix")
    return far in near.network
