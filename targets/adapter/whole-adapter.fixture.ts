/**
 * An adapter that plays both roles with our own actors: what can be judged through the protocol is then what can be
 * judged without it. `node whole-adapter.fixture.ts`
 */
import { createInterface } from 'node:readline';
import { Blocked, TargetGone } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { fetchFollowing } from '../../simulators/network/redirects.ts';
import type { Claims, Phone } from '../../simulators/phone/phone.ts';
import { PhoneApiClient } from '../../simulators/phone/phone-api-client.ts';
import { PhoneWire } from '../../simulators/phone/phone-wire.ts';
import { SimulatedPhone } from '../../simulators/phone/simulated-phone.ts';
import { DocumentedWebUser } from '../../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import type { FormAround } from '../../simulators/web-user/page.ts';
import { TextPage } from '../../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { CALL_NAMES, type CallName, ERRORS, type Params, PROTOCOL, type Result } from './calls.ts';

type Answers = { [Name in CallName]: (params: Params<Name>) => Promise<Result<Name> | undefined> };

const recorder = new Recorder();
const webUsers = new Map<string, WebUser>();
const phones = new Map<string, Phone>();
let target = { name: '', portalUrl: '', phoneApiUrl: '' };
const clock = { canBeMoved: true, now: () => nowEpochMs, set: async () => undefined, advance: async () => undefined };
let nowEpochMs = 0;

function web({ session }: { session: string }): WebUser {
  const portal = { url: target.portalUrl, labels: labelsOf(), bookmarks: {} };
  const user = webUsers.get(session) ?? new DocumentedWebUser(new TextPage(recorder), portal);
  webUsers.set(session, user);
  return user;
}

function phone({ phone: name, atEpochMs }: { phone: string; atEpochMs: number }): Phone {
  nowEpochMs = atEpochMs;
  const wire = new PhoneWire(target.phoneApiUrl, { name: 'phone', recorder, fetcher: fetchFollowing });
  const one = phones.get(name) ?? new SimulatedPhone(new PhoneApiClient(wire), clock);
  phones.set(name, one);
  return one;
}

const NAMES = { username: /^username/i, password: /^password/i, name: /name/i, code: /code/i } as const;

async function look(user: WebUser): Promise<Result<'web.look'>> {
  const isOpen = user.address() !== 'about:blank';
  const offers = (await user.offers()).map((quoted) => quoted.slice(1, -1));
  const asksFor: Result<'web.look'>['asksFor'] = [];
  if (await user.isAskedForName()) asksFor.push('name');
  if (await user.isAskedForCode()) asksFor.push('code');
  for (const field of ['username', 'password'] as const)
    if (offers.some((name) => NAMES[field].test(name))) asksFor.push(field);
  return {
    address: isOpen ? user.address() : 'about:blank',
    lines: await user.lines(),
    offers,
    asksFor,
    isSignedIn: offers.includes('User profile'),
  };
}

async function act(done: Promise<unknown>): Promise<object> {
  await done;
  return {};
}

function formAround({ fields, ...form }: Params<'web.send'>['form']): FormAround {
  return { ...form, fields: fields.map(({ name, value }) => [name, value]) };
}

async function notBlocked(done: Promise<boolean>): Promise<object> {
  if (!(await done)) throw new Blocked('there is nothing of this name to press');
  return {};
}

async function isStopped(one: Phone): Promise<boolean> {
  return (await one.screen()).title.startsWith('Enter the code');
}

async function hasCode(one: Phone): Promise<boolean> {
  return one.oneTimeCode().then(
    () => true,
    () => false,
  );
}

const answers: Answers = {
  hello: async (params) => {
    target = params.target;
    const calls = CALL_NAMES.filter((name) => name !== 'hello');
    return { protocol: PROTOCOL, name: 'our own actors', calls };
  },
  'web.open': (said) => act(said.address === undefined ? web(said).openPortal() : web(said).open(said.address)),
  'web.look': (said) => look(web(said)),
  'web.signIn': (said) => act(web(said).signInHere(said)),
  'web.signOut': (said) => act(web(said).signOut()),
  'web.follow': (said) => notBlocked(web(said).follow(said.step)),
  'web.openRegistration': (said) => act(web(said).openRegistration()),
  'web.confirmIdentity': async (said) => {
    await web(said).typeCode(said.code);
    return notBlocked(web(said).follow('Confirm'));
  },
  'web.nameDevice': async (said) => {
    await web(said).nameDevice(said.name);
    return act(web(said).next());
  },
  'web.qrCode': async (said) => {
    const picture = await web(said).qrCode();
    return picture ? { picture: Buffer.from(picture).toString('base64') } : {};
  },
  'web.manualValues': (said) => act(web(said).openManualValues()),
  'web.submit': async (said) => {
    await web(said).typeCode(said.code);
    return act(web(said).submit());
  },
  'web.devices': async (said) => {
    const lines = await web(said).devices.lines();
    const removable: string[] = [];
    for (const line of lines) if (await web(said).devices.offersRemoval(line)) removable.push(line);
    return { lines, removable };
  },
  'web.removeDevice': async (said) => {
    const { code, name } = said;
    if (code !== undefined) await web(said).devices.remove(name, async () => code);
    return { codeAsked: code === undefined };
  },
  'web.source': async (said) => ({ text: await web(said).wire.source() }),
  'web.reload': (said) => act(web(said).reload()),
  'web.goBack': (said) => act(web(said).goBack()),
  'web.askForHelp': (said) => act(web(said).recovery.ask(said.username)),
  'web.setPassword': (said) => act(web(said).recovery.setPassword(said.address, said.password)),
  'web.form': async (said) => {
    const { wire } = web(said);
    const { fields, ...form } = await (said.field === 'name' ? wire.nameForm(said.text) : wire.codeForm(said.text));
    return { ...form, fields: fields.map(([name, value]) => ({ name, value })) };
  },
  'web.send': (said) => act(web(said).wire.send(formAround(said.form))),
  'web.sendTogether': async (said) => ({
    statuses: await web(said).wire.sendTogether(said.forms.map(formAround)),
  }),
  'web.close': (said) => act(web(said).close()),
  'phone.screen': (said) => phone(said).screen(),
  'phone.signIn': async (said) => {
    if (said.passwordAlone) {
      await phone(said).startSignIn(said);
      return { codeAsked: await isStopped(phone(said)) };
    }
    await phone(said).startSignIn(said);
    if (!(await isStopped(phone(said)))) return { codeAsked: false };
    if (await hasCode(phone(said))) return { codeAsked: true };
    await phone(said).signIn(said);
    return { codeAsked: false };
  },
  'phone.sendCode': (said) => act(phone(said).sendCode(said.code)),
  'phone.signOut': (said) => act(phone(said).signOut()),
  'phone.tap': (said) => act(phone(said).tap(said.action)),
  'phone.scan': async (said) =>
    act(phone(said).pointCameraAt(new Uint8Array(Buffer.from(said.picture ?? '', 'base64')))),
  'phone.typeValues': (said) => act(phone(said).typeValues(said)),
  'phone.code': async (said) => ({ code: await phone(said).oneTimeCode() }),
  'phone.protectedData': async (said) => ({ resources: await phone(said).protectedData() }),
  'phone.setCamera': (said) => act(phone(said).setCamera(said.state)),
  'phone.cameraEvents': async (said) => ({
    events: (await phone(said).cameraEvents()) as Result<'phone.cameraEvents'>['events'],
  }),
  'phone.gesture': (said) => act(phone(said).gesture(said.gesture)),
  'phone.enterBy': (said) => act(phone(said).enterBy(said.way)),
  'phone.continueAnyway': (said) => act(phone(said).continueAnyway()),
  'phone.accessibilityTree': async (said) => ({ root: await phone(said).accessibilityTree() }),
  'phone.setNetwork': (said) => act(phone(said).setNetwork(said.state)),
  'phone.claim': async (said) =>
    act(Promise.resolve(phone(said).claim({ headers: said.headers ?? {}, fields: said.fields ?? {} } as Claims))),
  'phone.duplicate': async (said) => {
    phones.set(said.copy, phone(said).duplicate());
    return {};
  },
  'phone.putAway': (said) => act(phone(said).putAway()),
};

interface Asked {
  id: number;
  method: CallName;
  params: never;
}

async function answer({ id, method, params }: Asked): Promise<object> {
  try {
    return { jsonrpc: '2.0', id, result: (await answers[method](params)) ?? null };
  } catch (error) {
    const { message } = error as Error;
    return { jsonrpc: '2.0', id, error: { code: codeOf(error), message } };
  }
}

function codeOf(error: unknown): number {
  if (error instanceof Blocked) return ERRORS.notOffered.code;
  return error instanceof TargetGone ? ERRORS.nobodyAnswers.code : -32_000;
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Asked))}\n`);
}
