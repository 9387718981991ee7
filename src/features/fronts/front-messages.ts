import { defineMessages } from '../../design/messages.ts'

/** Texts of the front page. */
export const frontMessages = defineMessages({
  en: {
    topStories: 'Top stories',
    more: (title: string) => `More: ${title}`,
    empty: 'The first stories are being written. Come back soon.',
  },
  uk: {
    topStories: 'Головне',
    more: title => `Більше: ${title}`,
    empty: 'Перші матеріали вже пишуться. Завітайте згодом.',
  },
  es: {
    topStories: 'Lo más importante',
    more: title => `Más: ${title}`,
    empty: 'Los primeros artículos se están escribiendo. Vuelva pronto.',
  },
  de: {
    topStories: 'Die wichtigsten Artikel',
    more: title => `Mehr: ${title}`,
    empty: 'Die ersten Artikel werden gerade geschrieben. Schauen Sie bald wieder vorbei.',
  },
  fr: {
    topStories: 'À la une',
    more: title => `Plus : ${title}`,
    empty: 'Les premiers articles sont en cours d’écriture. Revenez bientôt.',
  },
  ar: {
    topStories: 'أهم الأخبار',
    more: title => `المزيد: ${title}`,
    empty: 'تُكتب المواد الأولى الآن. عودوا إلينا قريبًا.',
  },
})
