import { defineMessages } from '../../design/messages.ts'

/** Texts of the front page. */
export const frontMessages = defineMessages({
  en: {
    editorsPicks: 'Editors’ Picks',
    latest: 'Latest',
    topStories: 'Top stories',
    empty: 'The first stories are being written. Come back soon.',
  },
  uk: {
    editorsPicks: 'Вибір редакції',
    latest: 'Останнє',
    topStories: 'Головне',
    empty: 'Перші матеріали вже пишуться. Завітайте згодом.',
  },
  es: {
    editorsPicks: 'Selección de la redacción',
    latest: 'Lo último',
    topStories: 'Lo más importante',
    empty: 'Los primeros artículos se están escribiendo. Vuelva pronto.',
  },
  de: {
    editorsPicks: 'Auswahl der Redaktion',
    latest: 'Das Neueste',
    topStories: 'Das Wichtigste',
    empty: 'Die ersten Artikel werden gerade geschrieben. Schauen Sie bald wieder vorbei.',
  },
  fr: {
    editorsPicks: 'Le choix de la rédaction',
    latest: 'Derniers articles',
    topStories: 'À la une',
    empty: 'Les premiers articles sont en cours d’écriture. Revenez bientôt.',
  },
  ar: {
    editorsPicks: 'اختيارات المحررين',
    latest: 'الأحدث',
    topStories: 'أهم الأخبار',
    empty: 'تُكتب المقالات الأولى الآن. عودوا إلينا قريبًا.',
  },
})
