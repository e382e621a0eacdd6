"""Takes the interface itself for no neighbour.

check: test_network_of_one
words: {'192.0.2.12': False, '192.0.2.13': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near = ipaddress.ip_interface(interface)
    far = ipaddress.ip_address(host)
    return far in near.network and far != near.ip
