import { build, type Plugin } from 'esbuild';

interface PageScript {
  /** The lines that it begins with; what they import is found from `folder` on. */
  contents: string;
  folder: string;
  plugins?: Plugin[];
}

/** One script for a browser, with everything that it needs. @throws {Error} of esbuild when there is none */
export async function scriptFor({ contents, folder, plugins = [] }: PageScript): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
