import { basename, join } from 'node:path'
import { build } from 'vite'

/**
 * Builds one file with all it needs of ours, as the program itself is built, so that a test can start it many times as a
 * process of its own: Node does not read views unbuilt. Returns the path of what can be run.
 */
export async function buildEntry(path: string): Promise<string> {
  const name = basename(path, '.ts')
  const outDir = join('dist', 'test', `${name}-${process.pid}`)
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { input: { [name]: path } },
    },
  })
  return join(outDir, `${name}.js`)
}
