import { BadInput } from '../../../platform/errors/errors.ts'
import type { GhostOptions } from './ghost-source.ts'

/** The options of `import ghost`, from the command line and the settings. Throws BadInput. */
export function ghostOptions(options: ReadonlyMap<string, string[]>, siteUrl: string): GhostOptions {
  const address = options.get('--address')?.[0]
  if (address === undefined) return { siteUrl }
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash)
    return { siteUrl, address: url.href }
  throw new BadInput({
    field: '--address',
    sentence: `--address is where the old site answers, such as https://old.example; “${address.slice(0, 200)}” is not that.`,
  })
}
