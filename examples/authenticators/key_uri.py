"""Reads key URIs, for authenticators that take a key and its parameters one by one."""
import urllib.parse

from phone import Refused


def read(text):
    """The label in plain words, and the parameters by name. Raises Refused where it is no key URI for codes by time."""
    uri = urllib.parse.urlsplit(text)
    parameters = dict(urllib.parse.parse_qsl(uri.query))
    if (uri.scheme, uri.netloc) != ('otpauth', 'totp') or uri.path in ('', '/') or not parameters.get('secret'):
        raise Refused('This QR code holds no key for one-time codes')
    return urllib.parse.unquote(uri.path[1:]), parameters
