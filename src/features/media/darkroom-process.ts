import {
  type CropOrder,
  crop,
  type PrintOrder,
  print,
  Refused,
  type SurveyOrder,
  survey,
} from './develop-picture.ts'

/** The program of the process that `darkroom.ts` starts: answers one message with one message, and ends with its parent. */

export type Task = { survey: SurveyOrder } | { print: PrintOrder } | { crop: CropOrder }
export interface Request {
  number: number
  task: Task
}
export type Reply = { number: number } & ({ result: unknown } | { refused: string } | { fault: string })

process.on('disconnect', () => process.exit(0))
// Ctrl-C and a stopping service reach every process; this one finishes its picture and goes when its parent does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('message', async (request: Request) => {
  process.send?.(await answer(request))
})

async function answer({ number, task }: Request): Promise<Reply> {
  try {
    return { number, result: await work(task) }
  } catch (error) {
    if (error instanceof Refused) return { number, refused: error.message }
    return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function work(task: Task): Promise<unknown> {
  if ('survey' in task) return survey(task.survey)
  return 'crop' in task ? crop(task.crop) : print(task.print)
}
