"""pyotp as the phone: it reads the key URI by itself, and what is typed goes to it as it was typed."""
import binascii
import re

import pyotp

from phone import Adapter, Refused


class Entry:
    def __init__(self, totp):
        self.totp = totp
        self.label = ': '.join(part for part in (totp.issuer, totp.name) if part)
        self.code(0)  # A key that is none shows only when a code is made.

    def code(self, seconds):
        try:
            return self.totp.at(seconds)
        except (binascii.Error, ValueError) as fault:
            raise Refused('pyotp makes no code of this key') from fault


class Pyotp:
    def by_uri(self, text):
        # It refuses parameters that it does not know. `device` is one of the reference's own, and without this line no
        # registration could be scanned at all; any other is left for it to judge.
        known = re.sub(r'&device=[^&]*', '', text)
        try:
            entry = pyotp.parse_uri(known)
        except ValueError as fault:
            raise Refused('pyotp does not take this QR code') from fault
        if not isinstance(entry, pyotp.TOTP):
            raise Refused('This key is not for codes by time')
        return Entry(entry)

    def by_key(self, key, device_name):
        return Entry(pyotp.TOTP(key, name=device_name))


if __name__ == '__main__':
    Adapter('pyotp', Pyotp()).serve()
