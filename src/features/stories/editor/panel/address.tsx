import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { readField, useField, writeField } from '../session/story-fields.ts'
import { Button, TextField } from '../views/controls.tsx'
import { lineText } from './line-text.ts'
import { makeSlug, typedSlug } from './make-slug.ts'
import { panelMessages } from './panel-messages.newsroom.ts'

/** The last part of the story's address: shown whole, and told when it belongs to another. */
export function Address({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const { facts, shared, asking } = desk
  const [slug, setSlug] = useField(shared.fields, 'slug')
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    if (!slug) return setTrouble('')
    let isWanted = true
    const timer = setTimeout(async () => {
      const said = await asking.get('address', { slug }).then(
        answer => answer.textContent?.trim() ?? '',
        error => (error instanceof Error ? error.message : ''),
      )
      if (isWanted) setTrouble(said)
    }, 300)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [slug])
  const { publishedSlug } = facts
  const moves = publishedSlug !== null && slug !== publishedSlug
  return (
    <div id="field-slug">
      <TextField
        label={texts.address}
        value={slug}
        hint={moves ? texts.addressChanged(publishedSlug) : texts.addressHint}
        error={trouble || undefined}
        maxLength={190}
        onValue={value => setSlug(typedSlug(value))}
      />
      <p class="address soft">
        {facts.siteUrl.replace(/^https?:\/\//, '')}/<strong>{slug || '…'}</strong>
      </p>
      {trouble && slug && (
        <p>
          {texts.addressTaken}{' '}
          <Button kind="quiet" onPress={() => setSlug(nextSlug(slug))}>
            {nextSlug(slug)}
          </Button>
        </p>
      )}
    </div>
  )
}

/**
 * Keeps the address made from the headline, as long as the story was never published and nobody has given it another.
 * Only whoever types does it, so that two browsers never do it twice.
 */
export function followHeadline(desk: WritingDesk): void {
  const { facts, shared, headline } = desk
  if (facts.publishedSlug !== null) return
  let before = lineText(headline)
  if (readField(shared.fields, 'slug') === '' && before) writeField(shared.fields, 'slug', makeSlug(before))
  headline.on('transaction', ({ transaction, editor }) => {
    if (!transaction.docChanged) return
    const now = lineText(editor)
    const slug = readField(shared.fields, 'slug')
    const isOthers = (transaction.getMeta('y-sync$') as { isChangeOrigin?: boolean } | undefined)
      ?.isChangeOrigin
    if (!isOthers && (slug === '' || slug === makeSlug(before)))
      writeField(shared.fields, 'slug', makeSlug(now))
    before = now
  })
}

function nextSlug(slug: string): string {
  const [, stem = slug, number] = /^(.*?)(?:-(\d{1,3}))?$/.exec(slug) ?? []
  return `${stem}-${number ? Number(number) + 1 : 2}`
}
