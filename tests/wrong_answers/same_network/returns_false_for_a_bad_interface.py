"""Takes an interface that is none for one that is far away.

check: test_interface_that_is_no_address
words: no ValueError for
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    far = ipaddress.ip_address(host)
    try:
        network = ipaddress.ip_interface(interface).network
    except ipaddress.NetmaskValueError:
        raise
    except ValueError:
        return False
    return far in network
