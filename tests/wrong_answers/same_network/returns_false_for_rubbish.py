"""Takes text that is no address for one that is far away.

check: test_host_that_is_no_address
words: no ValueError for
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    network = ipaddress.ip_interface(interface).network
    try:
        return ipaddress.ip_address(host) in network
    except ValueError:
        return False
