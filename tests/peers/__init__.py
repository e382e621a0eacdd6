"""The other side of the wire: what the peer processes run.

A grading test describes a peer as a list of steps, and the peer carries them out in a process of its own, which holds
nothing of the answer's: no copy of its sockets that would keep a connection open, no lock, no interpreter state.
"""

from peers.datagrams import Datagrams, Drip, Pause, Reply, Stranger
from peers.ports import Closed, ClosedUdp, Crowd, Silent
from peers.steps import (
    Close,
    End,
    Exchange,
    Expect,
    ExpectEnd,
    Hold,
    Idle,
    Receive,
    ReceiveAll,
    Reset,
    Send,
    Trickle,
)
from peers.streams import Client, Server

__all__ = [
    "Client",
    "Close",
    "Closed",
    "ClosedUdp",
    "Crowd",
    "Datagrams",
    "Drip",
    "End",
    "Exchange",
    "Expect",
    "ExpectEnd",
    "Hold",
    "Idle",
    "Pause",
    "Receive",
    "ReceiveAll",
    "Reply",
    "Reset",
    "Send",
    "Server",
    "Silent",
    "Stranger",
    "Trickle",
]
