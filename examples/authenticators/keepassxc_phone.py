"""KeePassXC as the phone: a database for each key, in a temporary folder, with the key URI as its entry's attribute
`otp`. KeePassXC reads the key URI by itself. It cannot be told the time, so it is run under faketime."""
import atexit
import os
import secrets
import tempfile
from xml.sax.saxutils import escape

from phone import Adapter, Refused, run

XML = ('<?xml version="1.0" encoding="utf-8"?><KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID>'
       '<Name>Root</Name><Entry><UUID>AAAAAAAAAAAAAAAAAAAAAg==</UUID><String><Key>Title</Key><Value>phone</Value>'
       '</String>{attributes}</Entry></Group></Root></KeePassFile>')
ATTRIBUTE = '<String><Key>{name}</Key><Value>{value}</Value></String>'
# Milliseconds: what it takes to open a database is no matter of ours, and each code opens it anew.
DECRYPTION_MS = '100'

folder = tempfile.TemporaryDirectory(prefix='paircheck-keepassxc-')
atexit.register(folder.cleanup)


class Entry:
    def __init__(self, label, attributes):
        self.label, self.password = label, secrets.token_urlsafe()
        name = os.path.join(folder.name, secrets.token_hex(8))
        self.database = f'{name}.kdbx'
        written = ''.join(ATTRIBUTE.format(name=key, value=escape(value)) for key, value in attributes.items())
        with open(f'{name}.xml', 'w', encoding='utf-8') as file:
            file.write(XML.format(attributes=written))
        options = ['--quiet', '--set-password', '--decryption-time', DECRYPTION_MS]
        run(['keepassxc-cli', 'import', *options, f'{name}.xml', self.database], f'{self.password}\n' * 2)
        os.remove(f'{name}.xml')
        self.code(0)  # What it makes no code of it shows only when one is wanted.

    def code(self, seconds):
        show = ['keepassxc-cli', 'show', '--quiet', '--totp', self.database, 'phone']
        # A plain number of seconds, whatever the time zone; it stands still there. -m: KeePassXC has threads.
        env = {**os.environ, 'FAKETIME_FMT': '%s'}
        lines = run(['faketime', '-m', '-f', str(seconds), *show], f'{self.password}\n', env)
        if not lines or not lines[0].isdigit():
            raise Refused('KeePassXC has no code for this')
        return lines[0]


class KeePassXC:
    def by_uri(self, text):
        return Entry('phone', {'otp': text})

    def by_key(self, key, device_name):
        # The older way to write a key into a database: the key as it was typed, and period and digits beside it.
        return Entry(device_name, {'TOTP Seed': key, 'TOTP Settings': '30;6'})


if __name__ == '__main__':
    Adapter('KeePassXC', KeePassXC()).serve()
