import type { Claims } from '../../simulators/phone/phone.ts';

const YESTERDAY = '2024-03-04T00:00:00Z';

/** What a forged app says of itself, in headers and in fields, to be spared the second factor. */
export const CLAIMS: Record<string, Claims> = {
  'a date before the rule': {
    headers: { date: new Date(Date.parse(YESTERDAY)).toUTCString(), 'x-client-date': YESTERDAY },
    fields: { date: YESTERDAY, timestamp: Date.parse(YESTERDAY), deviceTime: YESTERDAY },
  },
  'a version from before the rule': {
    headers: { 'user-agent': 'Conversations/1.0.0', 'x-app-version': '1.0.0' },
    fields: { appVersion: '1.0.0', version: '1.0.0', build: 1 },
  },
  'to run on another platform': {
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', 'x-platform': 'desktop', 'sec-ch-ua-mobile': '?0' },
    fields: { platform: 'desktop', client: 'web' },
  },
  'a time zone where it is yesterday': {
    headers: { 'x-time-zone': 'Pacific/Pago_Pago', 'x-timezone-offset': '660' },
    fields: { timeZone: 'Pacific/Pago_Pago', utcOffsetMinutes: -660 },
  },
  'to be verified': {
    headers: { 'x-verified': 'true', 'x-two-factor': 'passed' },
    fields: { verified: true, deviceVerified: true, next: 'nothing', twoFactorPassed: true, provenAtMs: 1 },
  },
  'that the rule is switched off': {
    headers: { 'x-feature-two-factor': 'off', 'x-skip-2fa': 'true' },
    fields: { twoFactor: false, skipTwoFactor: true, features: { twoFactor: false } },
  },
};
