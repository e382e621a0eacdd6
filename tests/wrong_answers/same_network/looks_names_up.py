"""Looks a host up where an address is due.

check: test_host_that_is_no_address
words: no ValueError for ['localhost']
"""

import ipaddress
import socket


def same_network(interface: str, host: str) -> bool:
    try:
        far = ipaddress.ip_address(host)
    except ValueError:
        if not host.isalpha():
            raise
        far = ipaddress.ip_address(socket.gethostbyname(host))
    return far in ipaddress.ip_interface(interface).network
