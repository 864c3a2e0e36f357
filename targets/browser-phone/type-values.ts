import type { TypedValues } from '../../simulators/phone/phone.ts';
import { ACTIONS } from '../../simulators/phone/screens.ts';
import type { AppUse } from './app-use.ts';
import { fieldLike } from './seen-screen.ts';
import { FIELDS } from './words.ts';

/** Types the values into the app's form for them, and has them used. @throws {Blocked} when there is no such form */
export async function typeAndUse(use: AppUse, { deviceName, key }: TypedValues): Promise<void> {
  const seen = await use.see();
  const keyField = fieldLike(seen, ...FIELDS.key);
  const others = { ...seen, fields: seen.fields.filter((field) => field !== keyField) };
  const nameField = fieldLike(others, ...FIELDS.deviceName);
  if (!keyField || !nameField) throw await use.blocked('fields for a device name and a key');
  await use.type(nameField, deviceName);
  await use.type(keyField, key);
  if (!(await use.tapIfThere(ACTIONS.useValues))) await use.enter(keyField);
}
