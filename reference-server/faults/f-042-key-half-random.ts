import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-042',
  title: 'A key of which little is random',
  behaviour:
    'The source of random numbers gives fewer bytes than asked for, and nobody looks: the rest of each key is zeros.',
  severity: 'critical',
  evidence: 'warp-tech/warpgate#2594; xlzd/gotp#3; stolendata/totp#5; pquerna/otp#100; louislam/uptime-kuma#640',
  breaks: ['QRC-04'],
  seams: () => ({ context: ({ random }) => ({ newSecret: () => Buffer.concat([random(10), Buffer.alloc(10)]) }) }),
  async isActive(probe) {
    return (await probe.started()).secret.endsWith('A'.repeat(16));
  },
};
