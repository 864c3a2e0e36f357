import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { unpackTar } from 'modern-tar/fs';
import type { Environment, FoundBrowser } from './found-browser.ts';

/**
 * The headless shell inside the npm package `@sparticuz/chromium` (Linux on x64): needs neither a download host, nor
 * root, nor a system library. Unpacked once (about two seconds, 210 MB) and used again by every later run.
 *
 * The package is read as an archive and none of its code is run: its own unpacking always goes to the system's
 * temporary folder, trusts whatever program already lies there, and breaks when two processes unpack at once.
 *
 * @param cacheDirectory - a folder only this user can write to, since a program is run from it
 * @throws when the package is not installed, or the archives cannot be read or written
 */
export async function packagedBrowser(environment: Environment, cacheDirectory: string): Promise<FoundBrowser> {
  const { version, archives } = await locatePackage();
  const home = join(cacheDirectory, `chromium-${version}-linux-x64`);
  if (!existsSync(home)) {
    await unpackInto(home, archives);
  }
  return {
    executablePath: join(home, 'chromium'),
    source: `the npm package @sparticuz/chromium ${version}`,
    environment: { ...environment, ...librariesAndFonts(home, environment) },
    headless: 'shell',
    // The package has no setuid helper, and machines without root often bar user namespaces as well.
    hasSandbox: false,
  };
}

async function locatePackage(): Promise<{ version: string; archives: string }> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const packageRoot = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return { version, archives: join(packageRoot, 'bin') };
}

/** The folder appears under its name only when complete, so a run that is stopped halfway leaves nothing to trust. */
async function unpackInto(home: string, archives: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(`${home}.unpacking-`);
  try {
    await Promise.all([
      pipeline(readBrotli(archives, 'chromium.br'), createWriteStream(join(staging, 'chromium'), { mode: 0o755 })),
      pipeline(readBrotli(archives, 'al2023.tar.br'), unpackTar(join(staging, 'al2023'))),
      pipeline(readBrotli(archives, 'fonts.tar.br'), unpackTar(join(staging, 'fonts'))),
    ]);
    await writeFile(join(staging, 'fonts', 'fonts.conf'), FONTS_CONF);
    await publish(staging, home);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function readBrotli(archives: string, name: string): NodeJS.ReadableStream {
  const archive = createReadStream(join(archives, name));
  const unpacked = createBrotliDecompress();
  archive.on('error', (error) => unpacked.destroy(error));
  return archive.pipe(unpacked);
}

async function publish(staging: string, home: string): Promise<void> {
  try {
    await rename(staging, home);
  } catch (error) {
    // Another process finished first: its copy is as good, and a browser may already be running from it.
    if (!existsSync(home)) {
      throw error;
    }
  }
}

function librariesAndFonts(home: string, environment: Environment): Environment {
  const libraries = [join(home, 'al2023', 'lib'), environment.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') };
}

/** The package's own file names `/tmp/fonts`; a portal in another script needs the machine's fonts as well. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
