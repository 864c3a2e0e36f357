import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { type TestEnd, type TestTally, tallyTests } from './test-tally.ts';

/** A file that takes longer hangs; the longest runs the whole suite in a browser, in a minute or two. */
const FILE_TIMEOUT_MS = 600_000;

/**
 * Runs test files, each in its own process and two at a time, in an order that the seed decides, and reports to stdout.
 *
 * @param files - absolute paths
 */
export async function runTests(files: readonly string[], seed: number): Promise<TestTally> {
  const ends: TestEnd[] = [];
  const completedFiles = new Set<string>();
  const stream = run({
    files: [...files],
    isolation: 'process',
    concurrency: 2,
    timeout: FILE_TIMEOUT_MS,
    randomize: true,
    randomSeed: seed,
  });
  stream.on('test:pass', (event) => ends.push(testEnd(event, 'passed')));
  stream.on('test:fail', (event) => ends.push(testEnd(event, 'failed')));
  stream.on('test:summary', ({ file = '' }) => completedFiles.add(file));
  for await (const text of stream.compose(spec)) {
    process.stdout.write(String(text));
  }
  return tallyTests({ files, ends, completedFiles });
}

interface TestEvent {
  file?: string | undefined;
  name: string;
  nesting: number;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
  details: { type?: string | undefined; error?: Error & { failureType?: string } };
}

function testEnd(event: TestEvent, outcome: 'passed' | 'failed'): TestEnd {
  const { file = '', name, nesting, skip, todo, details } = event;
  return {
    file,
    name,
    nesting,
    outcome: skip || todo ? 'skipped' : outcome,
    repeatsAnother: details.error?.failureType === 'subtestsFailed',
    isSuite: details.type === 'suite',
  };
}
