"""Leaves out the first and the last address of a network of more than two.

check: test_first_and_last_address
words: {'192.0.2.0': False, '192.0.2.63': False, '192.0.2.64': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    network = ipaddress.ip_interface(interface).network
    far = ipaddress.ip_address(host)
    large = network.version == 4 and 0 < network.prefixlen < 31
    return far in network and not (large and far in (network[0], network[-1]))
