// A program of its own that takes one letter to the server, so that a test can kill it while it does:
// node test/builders/deliver-in-child.ts '{"connection":{…},"smtp":{…},"letter":7}'
import { deliverLetter } from '../../src/platform/mail/deliver-letter.ts'
import { openMailDoors } from './mail-doors.ts'

const { connection, smtp, letter } = JSON.parse(process.argv[2] ?? '{}')
const doors = await openMailDoors({ connection, smtp })
await deliverLetter(doors, letter, async () => {})
await doors.close()
