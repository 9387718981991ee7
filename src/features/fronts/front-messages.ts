import { defineMessages } from '../../design/messages.ts'

/** Texts of the front page. */
export const frontMessages = defineMessages({
  en: {
    editorsPicks: 'Editors’ Picks',
    noPicks: 'The editors have picked nothing yet.',
    topStories: 'Top stories',
    empty: 'The first stories are being written. Come back soon.',
  },
  uk: {
    editorsPicks: 'Вибір редакції',
    noPicks: 'Редакція ще нічого не вибрала.',
    topStories: 'Головне',
    empty: 'Перші матеріали вже пишуться. Завітайте згодом.',
  },
  es: {
    editorsPicks: 'Selección de la redacción',
    noPicks: 'La redacción aún no ha elegido nada.',
    topStories: 'Lo más importante',
    empty: 'Los primeros artículos se están escribiendo. Vuelva pronto.',
  },
  de: {
    editorsPicks: 'Auswahl der Redaktion',
    noPicks: 'Die Redaktion hat noch nichts ausgewählt.',
    topStories: 'Die wichtigsten Artikel',
    empty: 'Die ersten Artikel werden gerade geschrieben. Schauen Sie bald wieder vorbei.',
  },
  fr: {
    editorsPicks: 'Le choix de la rédaction',
    noPicks: 'La rédaction n’a encore rien choisi.',
    topStories: 'À la une',
    empty: 'Les premiers articles sont en cours d’écriture. Revenez bientôt.',
  },
  ar: {
    editorsPicks: 'اختيارات المحررين',
    noPicks: 'لم يختر المحررون شيئًا بعد.',
    topStories: 'أهم الأخبار',
    empty: 'تُكتب المواد الأولى الآن. عودوا إلينا قريبًا.',
  },
})
