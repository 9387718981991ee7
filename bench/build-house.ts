import { join } from 'node:path'
import { build } from 'vite'

export const root = join(import.meta.dirname, '..')

/** Builds the house that can be asked, as the program itself is built: Node does not read its views unbuilt. Returns its path. */
export async function buildHouse(): Promise<string> {
  const outDir = join(root, 'dist', 'bench')
  await build({
    root,
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
      sourcemap: true,
      rolldownOptions: { input: { house: 'bench/house/house.ts' } },
    },
  })
  return join(outDir, 'house.js')
}
