import { Session } from 'node:inspector/promises'

let session: Session | undefined

/** Begins to write down where this process spends its time. */
export async function beginProfile(): Promise<void> {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
}

/** Ends it; returns the profile as Chrome's tools read it. */
export async function endProfile(): Promise<string> {
  const { profile } = await session!.post('Profiler.stop')
  session!.disconnect()
  return JSON.stringify(profile)
}
