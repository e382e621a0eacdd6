"""Leaves the first and the last address out, on networks of two and of one as well.

check: test_network_of_two
words: {'192.0.2.12': False, '192.0.2.13': False, '192.0.2.14': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    network = ipaddress.ip_interface(interface).network
    far = ipaddress.ip_address(host)
    return far in network and not (network.version == 4 and network.prefixlen and far in (network[0], network[-1]))
