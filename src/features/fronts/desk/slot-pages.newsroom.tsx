import { z } from 'zod'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { Field } from '../../../design/newsroom/field.tsx'
import { Picture } from '../../../design/picture.tsx'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, readForm } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { findPhotographs } from '../../media/photograph.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import type { Container, Slot } from '../front.ts'
import { changeFront } from './change-front.ts'
import { frontDeskTexts } from './front-desk-messages.newsroom.ts'
import { findSlotStories, readFrontDraft, searchPictures } from './front-desk-queries.ts'

const slotForm = z.object({
  headline: z.string().trim().max(500, 'The headline has at most 500 characters.').default(''),
  standfirst: z.string().trim().max(2000, 'The standfirst has at most 2,000 characters.').default(''),
  photograph: z.coerce.number().int().positive().optional().catch(undefined),
})

/** `/newsroom/fronts/:slug/slots/:container/:story`: what one place shows in place of the story's own words and picture. */
export async function slotDesk(ask: Ask, house: House): Promise<Answer> {
  return slotPage(ask, house)
}

export async function saveSlotForm(ask: Ask, house: House): Promise<Answer> {
  const { slug, container, slot } = await slotAsked(ask, house)
  try {
    const { headline, standfirst, photograph } = readForm(ask, slotForm)
    if (photograph && !(await findPhotographs(house.db, [photograph])).has(photograph))
      throw new BadInput({ field: 'photograph', sentence: 'That photograph is not there any more.' })
    const changed: Slot = {
      storyId: slot.storyId,
      ...(headline && { headline }),
      ...(standfirst && { standfirst }),
      ...(photograph && { photographId: photograph }),
    }
    await changeFront(house, {
      by: ask.staff!,
      slug,
      change: { do: 'set-slot', container: container.id, slot: changed },
    })
    return seeOther(`/newsroom/fronts/${slug}`)
  } catch (error) {
    if (error instanceof BadInput) return slotPage(ask, house, error)
    throw error
  }
}

async function slotPage(ask: Ask, house: House, error?: BadInput): Promise<Answer> {
  const texts = frontDeskTexts(ask.staff!.language)
  const { slug, container, slot } = await slotAsked(ask, house)
  const words = (ask.query.q ?? '').trim().slice(0, 200)
  const [stories, found] = await Promise.all([
    findSlotStories(house.db, [slot.storyId]),
    words ? searchPictures(house.db, words) : [],
  ])
  const shown = [
    ...new Set([...(slot.photographId ? [slot.photographId] : []), ...found.map(({ id }) => id)]),
  ]
  const pictures = await findPhotographs(house.db, shown)
  const story = stories.get(slot.storyId)
  const address = `/newsroom/fronts/${slug}/slots/${container.id}/${slot.storyId}`
  const typed = (name: 'headline' | 'standfirst') =>
    name in ask.form ? fieldOf(ask.form, name) : (slot[name] ?? '')
  const wrong = (name: string) => (error?.field === name ? error.message : undefined)
  const chosen = 'photograph' in ask.form ? Number(fieldOf(ask.form, 'photograph')) : slot.photographId
  return newsroomPage(ask, house, {
    desk: 'fronts',
    title: texts.slotTitle,
    status: error ? 422 : undefined,
    body: (
      <>
        <DeskHead title={texts.slotTitle}>
          <a class="button" href={`/newsroom/fronts/${slug}`}>
            {texts.back}
          </a>
        </DeskHead>
        <p>
          <strong class="table__headline" dir="auto">
            {story?.headline ?? texts.aStory}
          </strong>
        </p>
        <p>{texts.slotIntro}</p>
        <form method="get" action={address} class="toolbar" data-swap="#slot-pictures" data-swap-keep>
          <Field name="q" label={texts.findPicture} type="search" value={words} />
          <button type="submit" class="button">
            {texts.find}
          </button>
        </form>
        <form method="post" action={address}>
          <CsrfField ask={ask} />
          <Field
            name="headline"
            label={texts.headline}
            hint={texts.headlineHint}
            value={typed('headline')}
            error={wrong('headline')}
          />
          <Field
            name="standfirst"
            label={texts.standfirst}
            type="textarea"
            value={typed('standfirst')}
            error={wrong('standfirst')}
          />
          <fieldset class="field" id="slot-pictures">
            <legend>{texts.picture}</legend>
            {wrong('photograph') && <p class="field__error">{wrong('photograph')}</p>}
            <label class="check">
              <input type="radio" name="photograph" value="" checked={!chosen} />
              {texts.ownOfStory}
            </label>
            <div class="picture-choice">
              {shown.flatMap(id => {
                const picture = pictures.get(id)
                return picture ? (
                  <label key={id} class="picture-choice__one">
                    <input type="radio" name="photograph" value={id} checked={chosen === id} />
                    <Picture photograph={picture} sizes="12rem" alt="" />
                    <span class="soft" dir="auto">
                      {picture.caption || picture.alt || picture.credit}
                    </span>
                  </label>
                ) : (
                  []
                )
              })}
            </div>
          </fieldset>
          <button type="submit" class="button button--primary">
            {texts.saveSlot}
          </button>
        </form>
      </>
    ),
  })
}

async function slotAsked(
  ask: Ask,
  house: House,
): Promise<{ slug: string; container: Container; slot: Slot }> {
  const { slug = '', container: id, story } = ask.params
  const front = await readFrontDraft(house.db, slug)
  const container = front?.draft.containers.find(each => each.id === id)
  const slot = container?.slots.find(({ storyId }) => String(storyId) === story)
  if (!container || !slot) throw new NotFound()
  return { slug, container, slot }
}
