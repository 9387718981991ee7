import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { loadCore, onCore, processorSeconds } from '../machine.ts'
import type { LoadOrder, LoadResult } from './load.ts'

export interface Load {
  /** Runs one order. Rejects when an answer had another status than the wanted one, or a connection broke. */
  run(order: LoadOrder): Promise<LoadResult & { clientBusy: number }>
  stop(): void
}

/** Starts the load's process on a core of its own. */
export function startLoad(): Load {
  const { command, args } = onCore(loadCore, process.execPath, [join(import.meta.dirname, 'load.ts')])
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    async run(order) {
      const before = processorSeconds(child.pid!)
      const result = await new Promise<LoadResult>((resolve, reject) => {
        const ended = () => reject(new Error('the load ended by itself'))
        child.once('exit', ended)
        child.once('message', (answer: { result: LoadResult } | { error: string }) => {
          child.off('exit', ended)
          if ('error' in answer) reject(new Error(answer.error))
          else resolve(answer.result)
        })
        child.send(order)
      })
      if (Object.keys(result.wrong).length > 0)
        throw new Error(`${order.path ?? 'a page'} was answered with ${JSON.stringify(result.wrong)}`)
      return { ...result, clientBusy: (processorSeconds(child.pid!) - before) / result.seconds }
    },
    stop: () => child.disconnect(),
  }
}
