"""Takes a negative prefix for a slice from the end.

check: test_prefix_out_of_range
words: no ValueError for ['192.0.2.12/-1']
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    text, _, length = interface.partition("/")
    near, far = ipaddress.ip_address(text), ipaddress.ip_address(host)
    if int(length) > near.max_prefixlen:
        raise ValueError(f"no such prefix: {length}")
    if near.version != far.version:
        return False
    size = near.max_prefixlen
    return f"{int(near):0{size}b}"[: int(length)] == f"{int(far):0{size}b}"[: int(length)]
