import { access, glob } from 'node:fs/promises';
import { Unprovided } from '../../simulators/errors.ts';

/** What is known of the machine. */
interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** As `node:os` names it. */
  platform: string;
  /** Where to look; left out, where the usual packages put it. */
  places?: readonly string[];
}

/** Debian and Ubuntu, Fedora, Arch and Alpine, what was built by hand; the one that knows threads. */
const ON_LINUX = [
  '/usr/lib/*-linux-*/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/local/lib/faketime/libfaketimeMT.so.1',
];
/** Homebrew on both kinds of processors, and MacPorts. */
const ON_MACOS = [
  '/opt/homebrew/opt/libfaketime/lib/faketime/libfaketimeMT.1.dylib',
  '/opt/homebrew/opt/libfaketime/lib/faketime/libfaketime.1.dylib',
  '/usr/local/opt/libfaketime/lib/faketime/libfaketimeMT.1.dylib',
  '/usr/local/opt/libfaketime/lib/faketime/libfaketime.1.dylib',
  '/opt/local/lib/faketime/libfaketime.1.dylib',
];

const CAPABILITY = 'clock control';
const INSTALL =
  'install faketime (apt-get install faketime, dnf install libfaketime, brew install libfaketime), or name its library in FAKETIME_LIB';

/**
 * Where libfaketime lies on this machine.
 * @throws {Unprovided} when there is none
 */
export async function findFaketime({ env, platform, places }: Surroundings): Promise<string> {
  const { FAKETIME_LIB: named } = env;
  if (named) return isThere(named);
  if (platform === 'win32') throw new Unprovided(CAPABILITY, 'faketime needs Linux or macOS; here, give test controls');
  for (const pattern of places ?? (platform === 'darwin' ? ON_MACOS : ON_LINUX)) {
    for await (const path of glob(pattern)) return path;
  }
  throw new Unprovided(CAPABILITY, INSTALL);
}

async function isThere(path: string): Promise<string> {
  await access(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Unprovided(
      CAPABILITY,
      `FAKETIME_LIB names ${path}, which cannot be read (${cause.code}): correct it, or unset it where faketime is installed`,
    );
  });
  return path;
}
