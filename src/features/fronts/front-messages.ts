import { defineMessages } from '../../design/messages.ts'

/** Texts of the front page. */
export const frontMessages = defineMessages({
  en: {
    topStories: 'Top stories',
    empty: 'The first stories are being written. Come back soon.',
  },
  uk: {
    topStories: 'Головне',
    empty: 'Перші матеріали вже пишуться. Завітайте згодом.',
  },
  es: {
    topStories: 'Lo más importante',
    empty: 'Los primeros artículos se están escribiendo. Vuelva pronto.',
  },
  de: {
    topStories: 'Die wichtigsten Artikel',
    empty: 'Die ersten Artikel werden gerade geschrieben. Schauen Sie bald wieder vorbei.',
  },
  fr: {
    topStories: 'À la une',
    empty: 'Les premiers articles sont en cours d’écriture. Revenez bientôt.',
  },
  ar: {
    topStories: 'أهم الأخبار',
    empty: 'تُكتب المواد الأولى الآن. عودوا إلينا قريبًا.',
  },
})
