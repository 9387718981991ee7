import type { ComponentChildren } from 'preact'
import { sentenceIn } from '../../../../design/newsroom/sentences.ts'
import type { Finding, Place } from '../checks/check.ts'
import type { PublishingTexts } from '../publishing-messages.newsroom.ts'
import type { PublishDesk } from './publish-desk.ts'

/** What the checks have found, and where it can be put right. Looked at again while links are still waited for. */
export function ChecksView({
  desk,
  texts,
}: {
  desk: PublishDesk
  texts: PublishingTexts
}): ComponentChildren {
  const { findings, story } = desk
  const waits = findings.some(({ weight }) => weight === 'waits')
  return (
    <section id="checks" aria-labelledby="checks-title" data-look-again={waits ? '' : undefined}>
      <h2 id="checks-title">{texts.checks}</h2>
      {findings.length === 0 ? (
        <p class="state state--good">{texts.checksGood}</p>
      ) : (
        <ul class="findings">
          {findings.map((finding, i) => (
            <FindingLine key={i} finding={finding} storyId={story.id} texts={texts} />
          ))}
        </ul>
      )}
      {waits && (
        <p>
          <a class="button button--quiet" href={`/newsroom/stories/${story.id}/publish#checks`}>
            {texts.lookAgain}
          </a>
        </p>
      )}
    </section>
  )
}

const signs = { stops: 'bad', asks: 'waiting', waits: 'draft' } as const

function FindingLine(props: {
  finding: Finding
  storyId: number
  texts: PublishingTexts
}): ComponentChildren {
  const { finding, storyId, texts } = props
  const { weight, why, place } = finding
  const sentence = sentenceIn(texts.tag, finding.sentence)
  return (
    <li class={`finding finding--${weight}`}>
      <span class={`state state--${signs[weight]}`}>{texts[weight]}</span>
      <div>
        <p class="finding__sentence">{sentence}</p>
        <p class="soft">{sentenceIn(texts.tag, why)}</p>
      </div>
      <a href={hrefOf(place, storyId)} aria-label={`${texts.goThere}: ${sentence}`}>
        {texts.goThere}
      </a>
    </li>
  )
}

/** Fields of this page itself; all others are beside the text. */
const here: Record<string, string> = { embargo: '#field-embargo', audience: '#open', aiHelp: '#ai-help' }

function hrefOf(place: Place, storyId: number): string {
  if ('block' in place) return `/newsroom/stories/${storyId}#block-${encodeURIComponent(place.block)}`
  if ('note' in place)
    return `/newsroom/stories/${storyId}/notes${place.note === null ? '#suggestions' : `#note-${place.note}`}`
  return here[place.field] ?? `/newsroom/stories/${storyId}#field-${place.field}`
}
