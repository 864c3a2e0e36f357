import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf } from '../verdict.fixture.ts';
import { sampleVerdict } from './sample.fixture.ts';
import { terminal } from './terminal.ts';

describe('the terminal', () => {
  it('tells a failure in words: what, expected, seen, when, where, the sentence and how to run it again', () => {
    const text = terminal(sampleVerdict());
    for (const part of [
      'FAILED LOG-01 A phone without a device reads nothing',
      'expected   a refusal',
      'seen       <script>alert(1)</script> & two conversations',
      "when       2026-01-15T12:00:00.000Z on the implementation's clock",
      'exchanges  phone POST /phone/v1/sessions 201',
      'where      features/flow.feature:3',
      'document   S3 "Two different authentication factors before accessing their account."',
      'again      npm run paircheck -- run --only LOG-01',
    ]) {
      assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    }
  });

  it('begins the summary with the outcome and its reason, and lists what was not shown', () => {
    const lines = terminal(sampleVerdict(), { reports: ['out/report.html'] })
      .trimEnd()
      .split('\n');
    const start = lines.findIndex((line) => line.startsWith('non-conformant: 1 of 4 requirements failed (LOG-01)'));
    assert.deepEqual(lines.slice(start + 1), [
      '  judged     documented-flow 1 on the built-in reference (api)',
      '  sum        1 passed, 1 failed, 1 warned, 1 not run, 1 not claimed',
      '  evidence   reached 3 of 4, 1 hold',
      'warned OTP-02: expected the phone shows "Verify device"; seen something else',
      'not run OTP-01: needs clock control: say "clock: http" in the target file',
      'not claimed ABU-01: declared absent: no lockout',
      '  report     out/report.html',
    ]);
  });

  it('fits a conformant run on a few lines, and colours only when asked', () => {
    const verdict = verdictOf([{}]);
    assert.match(terminal(verdict), /^conformant: 1 of 1 requirement passed, 1 of 1 piece of evidence\n/);
    assert.match(terminal(verdict, { style: (format, text) => `<${format}>${text}` }), /^<bold><green>conformant/);
  });

  it('shows harness errors before the summary', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const text = terminal(verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }]));
    assert.match(text, /^HARNESS ERROR "A scenario" .*nobody answers\n\nharness error: /);
  });
});
