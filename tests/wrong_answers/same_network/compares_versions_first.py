"""Looks at the versions alone when they differ, and lets rubbish pass then.

check: test_rubbish_of_another_version
words: no ValueError for
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    if (":" in interface) != (":" in host):
        return False
    return ipaddress.ip_address(host) in ipaddress.ip_interface(interface).network
