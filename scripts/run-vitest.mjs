import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPinned } from './pinned-node.mjs'

/** Runs Vitest with these arguments; returns how many tests passed and failed. A file that cannot be loaded counts as failed. */
export async function runVitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-results-'))
  const report = join(folder, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runPinned(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { env })
    return count(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(report, code) {
  const { passed, failed } = read(report)
  // Vitest also fails for what is no test: an unhandled error, a set-up that does not work.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function read(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const unloaded = testResults.filter(
      file => file.status === 'failed' && !file.assertionResults.some(isFailed),
    ).length
    return { passed: numPassedTests, failed: numFailedTests + unloaded }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function isFailed({ status }) {
  return status === 'failed'
}
