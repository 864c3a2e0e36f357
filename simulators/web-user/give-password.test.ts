import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { givePassword } from './give-password.ts';
import { ENGLISH_LABELS } from './labels.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

const CREDENTIALS = { username: 'ada', password: 'a password' };
const NAME = '<label>Username <input name="u"></label>';
const PASSWORD = '<label>Password <input type="password" name="w"></label>';
const form = (action: string, rest: string) => `<form method="post" action="${action}">${rest}</form>`;

let server: WebServer;
let sent: string[] = [];

before(async () => {
  const takes = (html: string) => (_request: unknown, body: string) => {
    sent.push(body);
    return { html };
  };
  server = await serve({
    'GET /together': () => ({ html: form('/in', `${NAME}${PASSWORD}<button>Sign in</button>`) }),
    'GET /name': () => ({ html: form('/password', `${NAME}<button>Proceed</button>`) }),
    'POST /password': takes(form('/in', `${PASSWORD}<button>Next</button>`)),
    'GET /named': () => ({ html: form('/both', `${NAME}<button>Continue</button>`) }),
    'POST /both': takes(form('/in', `${NAME}${PASSWORD}<button>Log in</button>`)),
    'GET /headed': () => ({
      html: `<header><a href="/headed">Sign in</a></header>${form('/in', `${NAME}${PASSWORD}<button>Login</button>`)}`,
    }),
    'GET /other': () => ({ html: form('/in', `${NAME}${PASSWORD}<button>Open sesame</button>`) }),
    'GET /news': () => ({
      html: `${form('/subscribe', '<label>E-mail <input name="e"></label><button>Subscribe</button>')}<a href="/name">Sign in</a>`,
    }),
    'POST /in': takes('<p>in'),
  });
});

after(() => server.close());
beforeEach(() => {
  sent = [];
});

const WAYS: Record<string, string[]> = {
  '/together': ['u=ada&w=a+password'],
  '/name': ['u=ada', 'w=a+password'],
  '/named': ['u=ada', 'u=ada&w=a+password'],
  '/headed': ['u=ada&w=a+password'],
  '/news': ['u=ada', 'w=a+password'],
};

for (const [address, wanted] of Object.entries(WAYS)) {
  test(`name and password are given as the pages ask for them, from ${address}`, async () => {
    const page = new TextPage(new Recorder());
    await page.open(server.url + address);
    await givePassword(page, { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} }, CREDENTIALS);
    assert.deepEqual(sent, wanted);
  });
}

test('where no password is asked for, behind the name either, it is told', async () => {
  const page = new TextPage(new Recorder());
  await page.open(`${server.url}/news`);
  const nowhere = { ...ENGLISH_LABELS, signIn: /^nowhere$/, afterUsername: /^nowhere$/ };
  await assert.rejects(givePassword(page, { url: server.url, labels: nowhere, bookmarks: {} }, CREDENTIALS), {
    name: 'Blocked',
  });
});

test('where nothing that is known sends the password, what a target file can name is told', async () => {
  const page = new TextPage(new Recorder());
  await page.open(`${server.url}/other`);
  const given = givePassword(page, { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} }, CREDENTIALS);
  await assert.rejects(given, { name: 'Blocked', message: /named like "Sign in" or "Log in".*Open sesame/ });
});
