import { build } from 'vite'

/**
 * A module and all it stands on as one script whose exports are the global `name`: for what has to run in a browser and
 * needs no server.
 *
 *     await page.addScriptTag({ content: await bundleForBrowser('src/…/clean-html.ts', 'pasting') })
 */
export async function bundleForBrowser(entry: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } },
  })
  const [first] = Array.isArray(made) ? made : [made]
  const chunk = first && 'output' in first ? first.output.find(each => each.type === 'chunk') : undefined
  if (!chunk || !('code' in chunk)) throw new Error(`${entry} could not be bundled.`)
  return chunk.code
}
