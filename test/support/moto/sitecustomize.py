"""Python reads this before moto_server runs, since the tests put this folder on PYTHONPATH.

A write of DynamoDB is atomic. moto answers each call in a thread of its own, takes a copy of the table for a transaction and puts it back when a
condition fails, and what other threads wrote meanwhile is lost; so its calls wait for each other here.
"""

import threading

from moto.dynamodb.responses import DynamoHandler

_lock = threading.RLock()
_call_action = DynamoHandler.call_action


def _one_at_a_time(self):
    with _lock:
        return _call_action(self)


DynamoHandler.call_action = _one_at_a_time
