import { hkdfSync, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../errors/cannot-start.ts'
import type { Config } from './config.ts'

/** Keys of this publication. Each purpose has its own, made from one secret, so that one cannot stand in for another. */
export interface Secrets {
  keyFor(purpose: string): string
}

const kept = z.object({ secret: z.string().min(32) })

/**
 * The secrets of a data folder: from SECRET where it is given, or else from `secrets.json`, which is made at the first
 * start and readable by its owner only. Throws CannotStart when that file is damaged.
 */
export async function openSecrets(config: Pick<Config, 'dataDir' | 'secret'>): Promise<Secrets> {
  const secret = config.secret ?? (await keptSecret(join(config.dataDir, 'secrets.json')))
  return {
    keyFor: purpose => Buffer.from(hkdfSync('sha256', secret, 'masthead', purpose, 32)).toString('base64url'),
  }
}

async function keptSecret(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw new CannotStart(`${path} cannot be read (${error.code}).`)
  })
  return text === undefined ? await makeSecret(path) : readSecret(path, text)
}

async function makeSecret(path: string): Promise<string> {
  const secret = randomBytes(48).toString('base64url')
  await writeFile(`${path}.new`, `${JSON.stringify({ secret }, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  return secret
}

function readSecret(path: string, text: string): string {
  try {
    return kept.parse(JSON.parse(text)).secret
  } catch {
    throw new CannotStart(
      `${path} is damaged. Put it back from a backup; without it, delete it, and everyone has to sign in again.`,
    )
  }
}
