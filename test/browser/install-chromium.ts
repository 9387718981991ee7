import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** Where a Chromium is: the one CHROMIUM_PATH names, Playwright's own, or the system's; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...usual].find(
    path => path && existsSync(path),
  )
}

/** Installs Debian's Chromium where there is none. Returns a sentence when that cannot be done. */
function installChromium(): string | undefined {
  if (findChromium()) return undefined
  const manual = 'Install Chromium yourself, or set CHROMIUM_PATH to one.'
  if (!works('apt-get', ['--version']))
    return `There is no Chromium, and no apt-get to install one. ${manual}`
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !works('sudo', ['-n', 'true'])) {
    return `There is no Chromium, and this user may not install one. ${manual}`
  }
  process.stderr.write(
    'Installing Chromium for the tests in a browser. This happens once and takes a minute or two …\n',
  )
  const aptGet = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  const installed = [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']].every(args =>
    works(aptGet[0]!, [...aptGet.slice(1), '-qq', ...args]),
  )
  return installed && findChromium() ? undefined : `Chromium could not be installed with apt-get. ${manual}`
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 600_000 })
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = installChromium()
  if (problem) process.stderr.write(`${problem}\n`)
  process.exit(problem ? 1 : 0)
}
