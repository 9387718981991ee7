import type { ComponentChildren } from 'preact'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import type { House } from '../../../platform/house.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import type { Appeal } from '../appeal.ts'
import { momentOf } from '../campaign-goal.ts'
import { type Choice as Chosen, chooseAppeals, inOrder } from '../choose-appeals.ts'
import { candidatesFor, liveAppeals } from '../live-appeals.ts'
import { type PageFacts, type ReaderFacts, traceOf, type Verdict } from '../rules.ts'
import { campaignDeskPage, deskRoot, deskTexts } from './campaign-desk-page.tsx'

type Texts = ReturnType<typeof deskTexts>

/** What the trace knows of a story; the app hands in how to find it. */
export type FindStoryFacts = (
  house: House,
  slug: string,
) => Promise<Pick<PageFacts, 'topics' | 'language' | 'asksNothing'> | null>

export const traceNames = [
  'story',
  'standing',
  'device',
  'country',
  'read',
  'returning',
  'dismissed',
  'gave',
  'lot',
] as const

/** `/newsroom/campaigns/trace`: why a given reader would see what they see on a given page. */
export function traceDesk(findStory: FindStoryFacts) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const texts = deskTexts(ask)
    const asked = ask.query.story !== undefined
    const page = await pageAsked(ask, house, findStory)
    const live = await liveAppeals(house)
    const reader = readerAsked(ask, live.appeals)
    const now = house.payments.now()
    const field = (name: (typeof traceNames)[number], start = '') => ({
      name,
      value: ask.query[name] ?? start,
    })
    const choices = (all: readonly string[], names: Record<string, string>) =>
      all.map(each => [each, names[each]!] as const)
    return campaignDeskPage(ask, house, {
      tab: 'trace',
      title: texts.trace,
      body: (
        <>
          <p class="soft">{texts.traceIntro}</p>
          <form method="get" action={`${deskRoot}/trace`} class="campaign-form">
            <Field
              {...field('story', '/')}
              label={texts.page}
              hint={texts.story}
              error={asked && !page ? texts.noStory : undefined}
            />
            <div class="campaign-form__line">
              <Choice
                {...field('standing', 'guest')}
                label={texts.standing}
                options={choices(['guest', 'supporter', 'member'], texts.standings)}
              />
              <Choice
                {...field('device', 'desktop')}
                label={texts.device}
                options={choices(['desktop', 'phone'], texts.deviceNames)}
              />
              <Choice
                {...field('returning', 'no')}
                label={texts.returning}
                options={[
                  ['no', texts.no],
                  ['yes', texts.yes],
                ]}
              />
            </div>
            <div class="campaign-form__line">
              <Field {...field('read', '1')} label={texts.storiesRead} type="number" />
              <Field {...field('dismissed')} label={texts.dismissedDays} type="number" />
              <Field {...field('gave')} label={texts.gaveDays} type="number" />
            </div>
            <div class="campaign-form__line">
              <Field {...field('country')} label={texts.country} maxLength={2} />
              <Field {...field('lot', '0')} label={texts.lot} hint={texts.lotHint} type="number" />
            </div>
            <button type="submit" class="button button--primary">
              {texts.look}
            </button>
          </form>
          {page &&
            (live.appeals.length === 0 ? (
              <p class="empty">{texts.noLive}</p>
            ) : (
              <Traces
                texts={texts}
                choice={chooseAppeals(candidatesFor(live, page, now), reader)}
                traces={inOrder(live.appeals.map(appeal => ({ appeal }))).map(({ appeal }) => ({
                  appeal,
                  verdicts: traceOf({ page, reader }, appeal, {
                    now,
                    settings: live.settings,
                    moment: appeal.campaign && momentOf(appeal.campaign, 0, now),
                  }),
                }))}
              />
            ))}
        </>
      ),
    })
  }
}

function Traces(props: {
  texts: Texts
  choice: Chosen
  traces: { appeal: Appeal; verdicts: Verdict[] }[]
}): ComponentChildren {
  const { texts, choice, traces } = props
  const seen = [choice.strip, choice.appeal].filter(each => each !== null)
  return (
    <>
      <h2>{texts.sees}</h2>
      {seen.length === 0 ? (
        <p>{texts.seesNothing}</p>
      ) : (
        <ul>
          {seen.map(({ appeal, wording, thanks }) => (
            <li key={appeal.id}>
              <a href={`${deskRoot}/appeals/${appeal.id}`} dir="auto">
                {appeal.name}
              </a>{' '}
              ({wording.name}), {appeal.place === 'strip' ? texts.asStrip : texts.asAppeal}
              {thanks && `, ${texts.thanked}`}
            </li>
          ))}
        </ul>
      )}
      {traces.map(({ appeal, verdicts }) => (
        <section key={appeal.id} class="campaign-trace">
          <h3 dir="auto">
            {appeal.name} <span class="soft">{texts.places[appeal.place]}</span>
          </h3>
          <ol>
            {verdicts.map(({ rule, passes }) => (
              <li key={rule}>
                <span class={`state state--${passes ? 'good' : 'bad'}`}>{passes ? texts.yes : texts.no}</span>{' '}
                {texts.ruleNames[rule]}
              </li>
            ))}
          </ol>
          <p>
            {seen.some(each => each.appeal.id === appeal.id)
              ? texts.shown
              : verdicts.every(({ passes }) => passes) && texts.outranked}
          </p>
        </section>
      ))}
    </>
  )
}

async function pageAsked(ask: Ask, house: House, findStory: FindStoryFacts): Promise<PageFacts | null> {
  const address = (ask.query.story ?? '/').trim().replace(/^\/+/, '')
  if (address === '') {
    const { language } = await readPublication(house)
    return { places: ['strip', 'front'], topics: [], language, asksNothing: false }
  }
  const story = await findStory(house, address)
  return story && { ...story, places: ['strip', 'closing', 'card'] }
}

function readerAsked({ query }: Ask, appeals: readonly Appeal[]): ReaderFacts {
  const number = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : null)
  const dismissed = number(query.dismissed)
  const country = query.country?.trim().toUpperCase() ?? ''
  return {
    standing: query.standing === 'member' || query.standing === 'supporter' ? query.standing : 'guest',
    device: query.device === 'phone' ? 'phone' : 'desktop',
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    storiesRead: number(query.read) ?? 1,
    returning: query.returning === 'yes',
    dismissed: new Map(dismissed === null ? [] : appeals.map(({ id }) => [id, dismissed])),
    gaveDaysAgo: number(query.gave),
    lot: Math.min(999, number(query.lot) ?? 0),
  }
}
