"""Somebody who signs in at the reference with a password and a code, by its phone API: the one place where it takes
both. The authenticator has no part in it."""
import json
import urllib.error
import urllib.request


class PortalGone(Exception):
    """Nobody answers there."""


class Portal:
    def __init__(self, url):
        self.url, self.token, self.message, self.headers, self.fields = url, None, None, {}, {}

    def give_password(self, username, password):
        """What is wanted next: 'nothing', 'one-time-code', 'verify-device', or None where the portal refuses."""
        self.token = None
        return self.step('/phone/v1/sessions', {'username': username, 'password': password})

    def give_code(self, code):
        return self.step('/phone/v1/session/one-time-code', {'code': code})

    def leave(self):
        self.ask('DELETE', '/phone/v1/session')
        self.token = self.message = None

    def protected(self):
        paths = {'account': '/phone/v1/account', 'conversations': '/phone/v1/conversations'}
        return [{'resource': name, 'shown': self.ask('GET', path) is not None} for name, path in paths.items()]

    def claim(self, headers, fields):
        """What is sent along from now on."""
        self.headers, self.fields = headers, fields

    def step(self, path, body):
        said = self.ask('POST', path, body)
        if said is None:
            return None
        self.token = said.get('token', self.token)
        return said['next']

    def ask(self, method, path, body=None):
        """What the portal says, or None when it refuses: then `message` says why."""
        headers = {**self.headers, 'content-type': 'application/json', 'authorization': f'Bearer {self.token}'}
        data = None if body is None else json.dumps({**body, **self.fields}).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=25) as answer:
                self.message = None
                return json.loads(answer.read() or '{}')
        except urllib.error.HTTPError as refusal:
            self.message = json.loads(refusal.read() or '{}').get('title', 'The portal refuses this')
            return None
        except OSError as gone:
            raise PortalGone(f'the portal does not answer ({type(gone).__name__})') from gone
