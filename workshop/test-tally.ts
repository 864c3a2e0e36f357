/** How one test, suite or test file ended, in the order in which `node:test` reports: children before their parent. */
export interface TestEnd {
  file: string;
  name: string;
  nesting: number;
  outcome: 'passed' | 'failed' | 'skipped';
  /** A failure that only repeats one further in. */
  repeatsAnother: boolean;
  isSuite: boolean;
}

/** All that a run of test files reported. */
export interface TestReport {
  files: readonly string[];
  ends: readonly TestEnd[];
  /** The files that ran to their end. Node reports one that leaves by `process.exit(0)` halfway as passed. */
  completedFiles: ReadonlySet<string>;
}

/** What a run comes to. A test that was skipped or is still to do is neither passed nor failed. */
export interface TestTally {
  passed: number;
  failed: number;
  skipped: number;
  /** Files without a test, or that left before their end: each is one of the failed, for it looks green to Node. */
  unfinishedFiles: string[];
}

/**
 * Counts every test once: suites, and tests that have tests of their own, count through those alone, unless they fail
 * by themselves. A file that breaks off is a failure beside those of its tests.
 */
export function tallyTests({ files, ends, completedFiles }: TestReport): TestTally {
  const tallies = files.map((file) => {
    const counted = countedOf(ends.filter((end) => end.file === file));
    const isFinished = counted.length > 0 && completedFiles.has(file);
    return { file, counted, isUnfinished: !isFinished && !counted.some((end) => end.outcome === 'failed') };
  });
  const counted = tallies.flatMap((tally) => tally.counted);
  const unfinishedFiles = tallies.filter((tally) => tally.isUnfinished).map((tally) => tally.file);
  const count = (outcome: TestEnd['outcome']) => counted.filter((end) => end.outcome === outcome).length;
  return {
    passed: count('passed'),
    failed: count('failed') + unfinishedFiles.length,
    skipped: count('skipped'),
    unfinishedFiles,
  };
}

function countedOf(ends: readonly TestEnd[]): TestEnd[] {
  return ends.filter((end, index) => {
    const hasTests = (ends[index - 1]?.nesting ?? 0) > end.nesting;
    // Node reports a file without tests as one passed test of the file's name.
    const standsForOthers = hasTests || end.isSuite || end.name === end.file;
    return standsForOthers ? end.outcome === 'failed' && !end.repeatsAnother : true;
  });
}
