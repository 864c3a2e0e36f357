"""A phone for paircheck in Python alone: an authenticator that speaks to the server of the reference.
Questions are lines of JSON on standard input, answers go to standard output: see docs/adapters.md."""
import base64, hashlib, hmac, json, struct, sys, urllib.error, urllib.parse, urllib.request

NOT_OFFERED, NOBODY_ANSWERS = -32001, -32002
SCREENS = {'Sign in': ['Sign in'], 'Enter the code of your registered device': ['Cancel'],
           'Verify device': ['Cancel', 'Scan QR'], 'Hold the QR code within the brackets': ['Cancel'],
           'One-time code': ['Cancel', 'Continue'], 'Device registered': ['OK'], 'Conversations': ['Sign out']}
SIGN_IN, CODE_ASKED, VERIFY, SCANNING, CODE, REGISTERED, HOME = SCREENS


class Failure(Exception):
    """Comes to an error of JSON-RPC: its code, and what it says."""


class Phone:
    title, message, token, key, account = SIGN_IN, None, None, None, ''

    def ask(self, method, path, body=None):
        """What the server says, or nothing when it refuses: then the screen says why."""
        headers = {'content-type': 'application/json', 'authorization': f'Bearer {self.token}'}
        data = None if body is None else json.dumps(body).encode()
        try:
            answer = urllib.request.urlopen(urllib.request.Request(server + path, data, headers, method=method))
        except urllib.error.HTTPError as refusal:
            self.message = json.loads(refusal.read()).get('title', 'It did not work')
            return None
        except urllib.error.URLError as gone:
            raise Failure(NOBODY_ANSWERS, str(gone.reason))
        said = json.loads(answer.read() or '{}')
        self.token, self.message = said.get('token', self.token), None
        return said

    def signIn(self, username, password, passwordAlone, **_):
        self.token = None
        said = self.ask('POST', '/phone/v1/sessions', {'username': username, 'password': password})
        places = {'nothing': HOME, 'one-time-code': CODE_ASKED if self.key or passwordAlone else VERIFY}
        self.title = places.get(said['next'], VERIFY) if said else SIGN_IN
        return {'codeAsked': self.title == CODE_ASKED}

    def sendCode(self, code, **_):
        self.title = HOME if self.ask('POST', '/phone/v1/session/one-time-code', {'code': code}) else SIGN_IN

    def signOut(self, **_):
        self.ask('DELETE', '/phone/v1/session')
        self.token, self.title, self.message = None, SIGN_IN, None

    def screen(self, **_):
        scans, accounts = self.title == SCANNING, [self.account] if self.title == CODE else []
        said = {'message': self.message} if self.message else {}
        return {'title': self.title, 'actions': SCREENS[self.title], 'isScanning': scans, 'brackets': scans,
                'isProtected': self.title == HOME, 'accounts': accounts, **said}

    def tap(self, action, **_):
        if action not in SCREENS[self.title]: raise Failure(NOT_OFFERED, f'"{self.title}" has no "{action}"')
        if action == 'Sign out' or action == 'Cancel' and self.title in (VERIFY, CODE_ASKED): return self.signOut()
        if action == 'Continue' and not self.ask('POST', '/phone/v1/pairing/continue'): return None
        self.title = {'Continue': REGISTERED, 'Scan QR': SCANNING, 'Cancel': VERIFY, 'OK': HOME}.get(action, self.title)

    def scan(self, text='', **_):
        if self.title != SCANNING: raise Failure(NOT_OFFERED, f'"{self.title}" does not scan')
        uri = urllib.parse.urlsplit(text)
        key = dict(urllib.parse.parse_qsl(uri.query))
        self.message = 'This is no QR code of a registration'
        if (uri.scheme, uri.netloc) != ('otpauth', 'totp') or 'secret' not in key: return
        proof = hashlib.sha256(f'paircheck key fingerprint v1:{key["secret"]}'.encode()).hexdigest()
        if self.ask('POST', '/phone/v1/pairing', {'deviceName': key.get('device', ''), 'keyFingerprint': proof}):
            self.title, self.key, self.account = CODE, key, urllib.parse.unquote(uri.path[1:])

    def code(self, atEpochMs, **_):
        if not self.key: raise Failure(NOT_OFFERED, 'there is no code yet')
        secret, digits, hash = self.key['secret'], int(self.key.get('digits', 6)), self.key.get('algorithm', 'SHA1')
        step = struct.pack('>Q', atEpochMs // 1000 // int(self.key.get('period', 30)))
        mac = hmac.new(base64.b32decode(secret + '=' * (-len(secret) % 8)), step, hash.lower()).digest()
        number = struct.unpack('>I', mac[mac[-1] & 15:][:4])[0] & 0x7FFFFFFF
        return {'code': str(number % 10**digits).zfill(digits)}

    def protectedData(self, **_):
        account, rest = self.ask('GET', '/phone/v1/account'), self.ask('GET', '/phone/v1/conversations')
        return {'resources': [{'resource': 'account', 'shown': account is not None},
                              {'resource': 'conversations', 'shown': rest is not None}]}


CALLS = [f'phone.{name}' for name in 'signIn sendCode signOut screen tap scan code protectedData'.split()]
phones = {}
for line in sys.stdin:
    asked = json.loads(line)
    method, params, answer = asked['method'], asked['params'], {'jsonrpc': '2.0', 'id': asked['id']}
    try:
        if method == 'hello':
            server = params['target']['phoneApiUrl'].rstrip('/')
            answer['result'] = {'protocol': 1, 'name': 'a phone in Python', 'phoneSees': 'text', 'calls': CALLS}
        else:
            phone = phones.setdefault(params['phone'], Phone())
            answer['result'] = getattr(phone, method[6:])(**params)
    except Failure as failure:
        answer['error'] = dict(zip(('code', 'message'), failure.args))
    print(json.dumps(answer), flush=True)
