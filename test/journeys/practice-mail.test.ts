import { afterAll, expect, test } from 'vitest'
import { mentionLetter } from '../../src/design/letters/mention-letter.ts'
import { sendLetter } from '../../src/platform/mail/send-letter.ts'
import { expectNoAxeViolations } from '../browser/expect-no-axe-violations.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { testHouse } from '../builders/test-house.ts'

const one = await testHouse({ working: true })
const { house } = one
const base = await one.serve()
const browser = await launchBrowser()
afterAll(() => browser.close())

test.each(['light', 'dark'] as const)(
  'a letter is read where there is no JavaScript (%s)',
  async colorScheme => {
    const page = await browser.newPage({ colorScheme, javaScriptEnabled: false })
    const to = `maeve-${colorScheme}@paper.example`
    await house.db.transaction().execute(tx =>
      sendLetter(tx, house, {
        to: { address: to, name: 'Maeve' },
        language: 'en',
        template: mentionLetter,
        data: {
          name: 'Maeve',
          by: 'Tomas Vell',
          story: 'Ferry vote',
          note: 'Is this 14–12?',
          passage: '',
          link: `${base}/newsroom/stories/7`,
        },
      }),
    )
    await page.goto(`${base}/practice/mail`)
    const subject = page.getByRole('link', { name: 'Tomas Vell mentioned you in a note on “Ferry vote”' })
    await expect
      .poll(async () => {
        await page.getByLabel('Letters to').fill(to)
        await page.getByRole('button', { name: 'Find' }).click()
        return subject.count()
      })
      .toBe(1)
    await subject.click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Tomas Vell mentioned you')
    const letter = page.frameLocator('iframe[title="The letter"]')
    await letter.getByRole('blockquote').getByText('Is this 14–12?').waitFor()
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      letter.getByRole('link', { name: 'Open the note' }).click(),
    ])
    // Whoever is not signed in is asked to first.
    await opened.waitForURL(url => url.href.startsWith(`${base}/newsroom`))
    await page.close()
  },
)

test.each(['light', 'dark'] as const)('nothing in it is hard to reach (%s)', async colorScheme => {
  const page = await browser.newPage({ colorScheme })
  for (const path of ['/practice/mail', '/practice/mail?to=nobody', '/practice/mail/1']) {
    await page.goto(base + path)
    // Nothing runs in the letter's frame, so axe would wait there for ever; it looks at the letter by itself.
    await expectNoAxeViolations(page, { iframes: false })
  }
  await page.close()
  const alone = await browser.newPage({ colorScheme })
  await alone.setContent(await (await fetch(`${base}/practice/mail/1/letter`)).text())
  // Landmarks are for pages; a mail program has its own around the letter.
  await expectNoAxeViolations(alone, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  })
  await alone.close()
})
