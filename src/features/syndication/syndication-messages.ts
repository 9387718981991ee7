import { defineMessages } from '../../design/messages.ts'

/** Words in feeds. */
export const syndicationMessages = defineMessages({
  en: { newsFeed: 'News Feed' },
  uk: { newsFeed: 'Стрічка новин' },
  es: { newsFeed: 'Última hora' },
  de: { newsFeed: 'Newsticker' },
  fr: { newsFeed: 'Fil d’actualité' },
  ar: { newsFeed: 'شريط الأخبار' },
})
