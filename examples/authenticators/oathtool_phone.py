"""oathtool as the phone. It takes a key, a hash, digits and a period; the key URI is read here."""
import key_uri
from phone import Adapter, Refused, run


class Entry:
    def __init__(self, label, key, algorithm='SHA1', digits='6', period='30'):
        self.label, self.key = label, key
        self.flags = ['--base32', f'--totp={algorithm}', f'--digits={digits}', f'--time-step-size={period}s']
        self.code(0)  # What it does not take it refuses now, and not when a code is wanted.

    def code(self, seconds):
        lines = run(['oathtool', *self.flags, f'--now=@{seconds}', '-'], self.key + '\n')
        if not lines:
            raise Refused('oathtool gives no code for this')
        return lines[0]


class Oathtool:
    def by_uri(self, text):
        label, said = key_uri.read(text)
        named = {name: said[name] for name in ('algorithm', 'digits', 'period') if name in said}
        return Entry(label, said['secret'], **named)

    def by_key(self, key, device_name):
        return Entry(device_name, key)


if __name__ == '__main__':
    Adapter('oathtool', Oathtool()).serve()
