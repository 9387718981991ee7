import { expect, test } from 'vitest'
import { faultySmtp } from '../../../test/builders/smtp-faults.ts'
import { type Message, openTransport } from './transport.ts'

const smtp = await faultySmtp()

const message: Message = {
  from: { address: 'letters@paper.example', name: 'The "Lantern", of Wrenmouth' },
  to: { address: 'ada@paper.example', name: 'Ада, <ada>' },
  replyTo: null,
  subject: 'Тема',
  html: '<p>…</p>',
  text: '…',
  messageId: '<one@paper.example>',
  date: new Date('2026-11-22T09:00:00Z'),
  language: 'uk',
  headers: { 'List-Unsubscribe': '<https://paper.example/u>' },
}

test('a server that says nothing is given up after a while', async () => {
  smtp.faults = ['hang']
  const transport = await openTransport(smtp.server, { patience: { socketTimeout: 200 } })
  await expect(transport.deliver(message)).rejects.toMatchObject({ name: 'NotDelivered', refused: false })
  transport.close()
})

test('verifying tells a wrong password', async () => {
  const transport = await openTransport(smtp.server)
  smtp.faults = ['sign-in']
  await expect(transport.verify()).rejects.toThrow('That is not the password')
  await expect(transport.verify()).resolves.toBeUndefined()
  transport.close()
})

test('goes to one address, whatever the names say', async () => {
  smtp.received = []
  const transport = await openTransport(smtp.server)
  expect(await transport.deliver(message)).toMatch(/^250 /)
  transport.close()
  expect(smtp.received[0]).toMatchObject({ to: ['ada@paper.example'], messageId: '<one@paper.example>' })
  expect(smtp.received[0]?.source).toMatch(/^Date: Sun, 22 Nov 2026 09:00:00 \+0000$/m)
  expect(smtp.received[0]?.source).toMatch(/^List-Unsubscribe: <https:\/\/paper\.example\/u>$/m)
})

test('a password does not go over a line that cannot be encrypted', async () => {
  // The name of this machine's own address that is not its loopback name.
  const transport = await openTransport({ ...smtp.server, host: '0.0.0.0' })
  await expect(transport.deliver(message)).rejects.toMatchObject({ name: 'NotDelivered', refused: false })
  transport.close()
})
