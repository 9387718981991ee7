import type { AppealDoors } from '../features/campaigns/campaign.ts'
import * as appealPages from '../features/campaigns/desk/appeal-pages.newsroom.tsx'
import * as campaignPages from '../features/campaigns/desk/campaign-pages.newsroom.tsx'
import { wordingPreview } from '../features/campaigns/desk/preview-pages.newsroom.tsx'
import {
  type FindStoryFacts,
  traceDesk,
  traceNames,
} from '../features/campaigns/desk/trace-pages.newsroom.tsx'
import { saveWordingForm, wordingDesk } from '../features/campaigns/desk/wording-pages.newsroom.tsx'
import { dismissAppeal } from '../features/campaigns/dismiss-appeal.reader.ts'
import { findPublishedStory } from '../features/stories/story.ts'
import type { Route } from '../platform/http/route.ts'

type Handler = NonNullable<Route['answer']>

const desk = '/newsroom/campaigns'
const appeal = `${desk}/appeals/:id`
const wording = `${appeal}/wordings/:wording`

/** Closing the strip, and the desk where campaigns, their appeals and experiments are made. */
export function campaignRoutes(doors: AppealDoors): Route[] {
  return [
    {
      method: 'POST',
      path: '/support/dismiss',
      who: 'anyone',
      takes: 'form',
      tokenless: true,
      perMinute: 60,
      answer: dismissAppeal,
    },
    page(desk, campaignPages.campaignsDesk, ['done']),
    form(`${desk}/settings`, campaignPages.saveAppealSettingsForm),
    page(`${desk}/trace`, traceDesk(storyFacts), traceNames),
    page(`${desk}/:id`, campaignPages.campaignDesk, ['done']),
    form(`${desk}/:id`, campaignPages.saveCampaignForm),
    form(`${desk}/:id/start`, campaignPages.startCampaignForm),
    form(`${desk}/:id/end`, campaignPages.endCampaignForm),
    page(appeal, appealPages.appealDesk, ['done', 'campaign']),
    form(appeal, appealPages.saveAppealForm),
    form(`${appeal}/experiment`, appealPages.appealAct('start')),
    form(`${appeal}/experiment/stop`, appealPages.appealAct('stop')),
    page(wording, wordingDesk(doors), ['done']),
    form(wording, saveWordingForm(doors)),
    page(`${wording}/preview`, wordingPreview(doors)),
    form(`${wording}/preview`, wordingPreview(doors)),
    form(`${wording}/use`, appealPages.appealAct('use')),
    form(`${wording}/archive`, appealPages.appealAct('archive')),
  ]
}

const storyFacts: FindStoryFacts = async ({ db }, slug) => {
  const story = await findPublishedStory(db, slug)
  return (
    story && {
      topics: story.topics.map(({ id }) => id),
      language: story.language,
      asksNothing: story.content.asksNothing,
    }
  )
}

function page(path: string, answer: Handler, query: readonly string[] = []): Route {
  return { method: 'GET', path, who: 'reach-audience', query, answer: (ask, house) => answer(ask, house) }
}

function form(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reach-audience', takes: 'form', answer }
}
