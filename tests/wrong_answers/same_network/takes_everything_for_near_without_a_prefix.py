"""Takes every host for near where the prefix has no bits, of whatever version.

check: test_mixed_versions_and_no_prefix
words: {'::1': True, '127.0.0.1': True}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    return near.network.prefixlen == 0 or far in near.network
