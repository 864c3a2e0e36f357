import { spawnSync } from 'node:child_process';

/** An authenticator that the examples can have as the phone. */
export interface Authenticator {
  /** Programs that answer a question for their version, the authenticator itself first. */
  programs: [name: string, ...question: string[]][];
  /** The module that one of the machine's Pythons has to have, and the variable by which its target file asks for that one. */
  python?: { module: string; variable: string };
  /** How Debian and its relatives install all of it. */
  install: string;
}

/** One that is there: its version, and what its target file needs to know. */
export interface Installed {
  version: string;
  env: Record<string, string>;
}

const EYE: [string, string] = ['zbarimg', '--version'];

export const AUTHENTICATORS: Record<string, Authenticator> = {
  oathtool: {
    programs: [['oathtool', '--version'], EYE, ['python3', '--version']],
    install: 'apt-get install oathtool zbar-tools python3',
  },
  pyotp: {
    programs: [EYE],
    python: { module: 'pyotp', variable: 'PYOTP_PYTHON' },
    install: 'apt-get install python3-pyotp zbar-tools',
  },
  keepassxc: {
    programs: [['keepassxc-cli', '--version'], ['faketime', '--version'], EYE, ['python3', '--version']],
    install: 'apt-get install keepassxc faketime zbar-tools python3',
  },
};

/** Nothing where a part of it is missing. */
export function findInstalled({ programs, python }: Authenticator): Installed | undefined {
  const versions = programs.map(([name, ...question]) => answerOf(name, question));
  if (versions.includes(undefined)) return undefined;
  if (!python) return { version: numberIn(versions[0]), env: {} };
  // Debian's modules belong to Debian's Python, which need not be the first on the path.
  for (const name of ['python3', '/usr/bin/python3']) {
    const question = `import ${python.module}, importlib.metadata as m; print(m.version("${python.module}"))`;
    const version = answerOf(name, ['-c', question]);
    if (version !== undefined) return { version: numberIn(version), env: { [python.variable]: name } };
  }
  return undefined;
}

/** Some tell their version on standard error. */
function answerOf(name: string, question: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(name, question, { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}

function numberIn(answer = ''): string {
  return /\d+(\.\d+)+/.exec(answer)?.[0] ?? 'unknown';
}
