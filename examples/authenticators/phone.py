"""A phone with nothing but an authenticator on it, for paircheck: the part that all of the adapters here share.

An adapter says which authenticator it is by two functions that make an entry of it, `by_uri(text)` and `by_key(key,
device_name)`. An entry is anything with a `label` and `code(seconds)`: the digits at that time, in seconds since 1970.
All of them raise `Refused` where the authenticator does not take what it is given.

Questions are lines of JSON on standard input, answers go to standard output: see docs/adapters.md. Its screen is a
scanner, a form for the key, or the codes. It has no app: who signs in with its codes does so at the reference
(portal.py), by hand as it were."""
import base64
import json
import subprocess
import sys
import threading

from portal import Portal, PortalGone

NOT_OFFERED, NOBODY_ANSWERS, CANNOT = -32001, -32002, -32003
SCAN, TYPE, USE = 'Scan QR', 'Enter the values manually', 'Use these values'
SCANNING, TYPING, CODE = 'Hold the QR code within the brackets', 'Enter the values', 'One-time code'
SIGNED_OUT, CODE_ASKED, HOME = 'Sign in', 'Enter the code of your registered device', 'Conversations'
SCREENS = {SCANNING: [TYPE], TYPING: [USE, SCAN], CODE: [SCAN, TYPE], SIGNED_OUT: [SCAN], CODE_ASKED: [], HOME: []}
LEADS_TO = {SCAN: SCANNING, TYPE: TYPING, USE: TYPING}
EYE = ['zbarimg', '--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', 'PNG:-']


class Refused(Exception):
    """The authenticator does not take this; the message is for the person, and holds no key."""


class NotOffered(Exception):
    """There is nothing of this kind on the screen."""


def run(command, said, env=None):
    """The lines that a program answers with, given this text on its standard input: no list of processes shows it.
    Raises Refused when it fails."""
    said = said.encode() if isinstance(said, str) else said
    done = subprocess.run(command, input=said, capture_output=True, env=env, timeout=25, check=False)
    if done.returncode != 0:
        raise Refused(f'{command[0]} does not take this')
    return done.stdout.decode().splitlines()


class Phone:
    def __init__(self, maker, portal, entry=None):
        self.maker, self.portal, self.entry = maker, portal, entry
        self.title, self.message, self.turn = SCANNING, None, threading.Lock()

    def screen(self, **_):
        accounts = [self.entry.label] if self.title == CODE else []
        said = {'message': self.message} if self.message else {}
        return {'title': self.title, 'actions': SCREENS[self.title], 'isScanning': self.title == SCANNING,
                'brackets': False, 'isProtected': self.title == HOME, 'accounts': accounts, **said}

    def tap(self, action, **_):
        if action not in SCREENS[self.title]:
            raise NotOffered(f'"{self.title}" has no "{action}"')
        self.show(LEADS_TO[action])

    def scan(self, picture, **_):
        try:
            symbol = see(picture)
        except Refused as blind:
            return self.show(self.title, str(blind))
        return self.keep(lambda: self.maker.by_uri(symbol))

    def typeValues(self, deviceName, key, **_):
        self.keep(lambda: self.maker.by_key(key, deviceName))

    def code(self, atEpochMs, **_):
        if self.entry is None:
            raise NotOffered('there is no code yet')
        return {'code': self.entry.code(atEpochMs // 1000)}

    def signIn(self, username, password, passwordAlone, **_):
        self.enter(self.portal.give_password(username, password))
        return {'codeAsked': self.title == CODE_ASKED and (passwordAlone or self.entry is not None)}

    def sendCode(self, code, **_):
        self.enter(self.portal.give_code(code))

    def signOut(self, **_):
        self.portal.leave()
        self.show(SIGNED_OUT)

    def protectedData(self, **_):
        return {'resources': self.portal.protected()}

    def claim(self, headers=None, fields=None, **_):
        self.portal.claim(headers or {}, fields or {})

    def keep(self, make):
        try:
            self.entry = make()
        except Refused as refusal:
            return self.show(self.title, str(refusal))
        return self.show(CODE)

    def enter(self, next_step):
        places = {'nothing': HOME, 'one-time-code': CODE_ASKED}
        self.show(places.get(next_step, SIGNED_OUT), self.portal.message)

    def show(self, title, message=None):
        self.title, self.message = title, message


def see(picture):
    """The text of the first QR code in a picture. Raises Refused where there is none."""
    try:
        return run(EYE, base64.b64decode(picture))[0]
    except (Refused, IndexError) as blind:
        raise Refused('There is no QR code in view') from blind


CALLS = 'screen tap scan typeValues code signIn sendCode signOut protectedData claim duplicate putAway'.split()


class Adapter:
    """Answers for all phones with one kind of authenticator. Each question has a thread of its own, so that two phones
    can act at the same moment; one phone does one thing after another."""

    def __init__(self, name, maker):
        self.name, self.maker, self.server = name, maker, ''
        self.phones, self.writing = {}, threading.Lock()

    def serve(self):
        for line in sys.stdin:
            asked = json.loads(line)
            # A phone is there from its first mention on: the order of the questions decides, not that of the threads.
            if 'phone' in asked['params']:
                self.phones.setdefault(asked['params']['phone'], self.fresh())
            threading.Thread(target=self.answer, args=(asked,)).start()

    def fresh(self, entry=None):
        return Phone(self.maker, Portal(self.server), entry)

    def answer(self, asked):
        answer = {'jsonrpc': '2.0', 'id': asked['id']}
        try:
            answer['result'] = self.act(asked['method'], asked['params'])
        except NotOffered as none:
            answer['error'] = {'code': NOT_OFFERED, 'message': str(none)}
        except PortalGone as gone:
            answer['error'] = {'code': NOBODY_ANSWERS, 'message': str(gone)}
        except FileNotFoundError as gone:
            answer['error'] = {'code': CANNOT, 'message': f'install {gone.filename}'}
        except Exception as fault:  # Its text might hold a key; its kind tells whoever looks for it enough.
            answer['error'] = {'code': -32000, 'message': type(fault).__name__}
        with self.writing:
            print(json.dumps(answer), flush=True)

    def act(self, method, params):
        if method == 'hello':
            self.server = params['target']['phoneApiUrl'].rstrip('/')
            calls = [f'phone.{call}' for call in CALLS]
            return {'protocol': 1, 'name': self.name, 'calls': calls, 'hasApp': False, 'actsAtOnce': True}
        phone = self.phones[params['phone']]
        with phone.turn:
            if method == 'phone.putAway':
                self.phones.pop(params['phone'], None)
                return None
            if method == 'phone.duplicate':
                self.phones[params['copy']] = self.fresh(phone.entry)
                return None
            return getattr(phone, method[len('phone.'):])(**params)
