import { type PrintOrder, print, Refused, type SurveyOrder, survey } from './develop-picture.ts'

/** The program of the process that `darkroom.ts` starts: answers one message with one message, and ends with its parent. */

export type Task = { survey: SurveyOrder } | { print: PrintOrder }
export interface Request {
  number: number
  task: Task
}
export type Reply = { number: number } & ({ result: unknown } | { refused: string } | { fault: string })

process.on('disconnect', () => process.exit(0))
process.on('message', async (request: Request) => {
  process.send?.(await answer(request))
})

async function answer({ number, task }: Request): Promise<Reply> {
  try {
    return { number, result: 'survey' in task ? await survey(task.survey) : await print(task.print) }
  } catch (error) {
    if (error instanceof Refused) return { number, refused: error.message }
    return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
