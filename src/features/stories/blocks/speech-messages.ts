import { defineMessages, interfaceLanguage, plural } from '../../../design/messages.ts'

/**
 * What the voice says where the eye would see a shape: quotation marks, numbers of a list, a table.
 * For a language that the interface does not speak, nothing is added: English words would interrupt the story.
 */
export function speechMessages(language: string): SpeechMessages {
  const spoken = interfaceLanguage(language) !== 'en' || /^en(?![a-z])/i.test(language)
  return spoken ? announcements(language) : unannounced
}

type SpeechMessages = ReturnType<typeof announcements>

const announcements = defineMessages({
  en: {
    quote: (by: string) => (by ? `Quote, ${by}:` : 'Quote:'),
    endOfQuote: 'End of quote.',
    nth: ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'],
    number: (n: number) => `Number ${n}`,
    table: (caption: string) => (caption ? `Table: ${caption}` : 'Here the text shows a table.'),
    columns: (names: string) => `Its columns: ${names}.`,
    rows: (n: number) => plural('en', n, { one: 'It has one row.', other: `It has ${n} rows.` }),
    code: 'Here the text shows a piece of code.',
    gallery: (n: number) =>
      plural('en', n, {
        one: 'Here the text shows a photograph.',
        other: `Here the text shows ${n} photographs.`,
      }),
    video: (place: string, title: string) =>
      title ? `Video on ${place}: ${title}` : `Here the text shows a video on ${place}.`,
    post: (place: string, title: string) =>
      title ? `Post on ${place}: ${title}` : `Here the text shows a post on ${place}.`,
    file: (name: string) => `To download: ${name}`,
  },
  uk: {
    quote: (by: string) => (by ? `Цитата, ${by}:` : 'Цитата:'),
    endOfQuote: 'Кінець цитати.',
    nth: [
      'По-перше',
      'По-друге',
      'По-третє',
      'По-четверте',
      'По-п’яте',
      'По-шосте',
      'По-сьоме',
      'По-восьме',
      'По-дев’яте',
      'По-десяте',
    ],
    number: (n: number) => `Пункт ${n}`,
    table: (caption: string) => (caption ? `Таблиця: ${caption}` : 'Тут у тексті таблиця.'),
    columns: (names: string) => `Її стовпці: ${names}.`,
    rows: (n: number) =>
      plural('uk', n, {
        one: `У ній ${n} рядок.`,
        few: `У ній ${n} рядки.`,
        many: `У ній ${n} рядків.`,
        other: `У ній ${n} рядка.`,
      }),
    code: 'Тут у тексті фрагмент коду.',
    gallery: (n: number) =>
      plural('uk', n, {
        one: `Тут у тексті ${n} світлина.`,
        few: `Тут у тексті ${n} світлини.`,
        many: `Тут у тексті ${n} світлин.`,
        other: `Тут у тексті ${n} світлини.`,
      }),
    video: (place: string, title: string) =>
      title ? `Відео на ${place}: ${title}` : `Тут у тексті відео на ${place}.`,
    post: (place: string, title: string) =>
      title ? `Допис на ${place}: ${title}` : `Тут у тексті допис на ${place}.`,
    file: (name: string) => `Можна завантажити: ${name}`,
  },
  es: {
    quote: (by: string) => (by ? `Cita, ${by}:` : 'Cita:'),
    endOfQuote: 'Fin de la cita.',
    nth: [
      'Primero',
      'Segundo',
      'Tercero',
      'Cuarto',
      'Quinto',
      'Sexto',
      'Séptimo',
      'Octavo',
      'Noveno',
      'Décimo',
    ],
    number: (n: number) => `Punto ${n}`,
    table: (caption: string) => (caption ? `Tabla: ${caption}` : 'Aquí el texto muestra una tabla.'),
    columns: (names: string) => `Sus columnas: ${names}.`,
    rows: (n: number) => plural('es', n, { one: 'Tiene una fila.', other: `Tiene ${n} filas.` }),
    code: 'Aquí el texto muestra un fragmento de código.',
    gallery: (n: number) =>
      plural('es', n, {
        one: 'Aquí el texto muestra una fotografía.',
        other: `Aquí el texto muestra ${n} fotografías.`,
      }),
    video: (place: string, title: string) =>
      title ? `Vídeo en ${place}: ${title}` : `Aquí el texto muestra un vídeo en ${place}.`,
    post: (place: string, title: string) =>
      title ? `Publicación en ${place}: ${title}` : `Aquí el texto muestra una publicación en ${place}.`,
    file: (name: string) => `Para descargar: ${name}`,
  },
  de: {
    quote: (by: string) => (by ? `Zitat, ${by}:` : 'Zitat:'),
    endOfQuote: 'Ende des Zitats.',
    nth: [
      'Erstens',
      'Zweitens',
      'Drittens',
      'Viertens',
      'Fünftens',
      'Sechstens',
      'Siebtens',
      'Achtens',
      'Neuntens',
      'Zehntens',
    ],
    number: (n: number) => `Punkt ${n}`,
    table: (caption: string) => (caption ? `Tabelle: ${caption}` : 'Hier zeigt der Text eine Tabelle.'),
    columns: (names: string) => `Ihre Spalten: ${names}.`,
    rows: (n: number) => plural('de', n, { one: 'Sie hat eine Zeile.', other: `Sie hat ${n} Zeilen.` }),
    code: 'Hier zeigt der Text ein Stück Code.',
    gallery: (n: number) =>
      plural('de', n, { one: 'Hier zeigt der Text ein Foto.', other: `Hier zeigt der Text ${n} Fotos.` }),
    video: (place: string, title: string) =>
      title ? `Video auf ${place}: ${title}` : `Hier zeigt der Text ein Video auf ${place}.`,
    post: (place: string, title: string) =>
      title ? `Beitrag auf ${place}: ${title}` : `Hier zeigt der Text einen Beitrag auf ${place}.`,
    file: (name: string) => `Zum Herunterladen: ${name}`,
  },
  fr: {
    quote: (by: string) => (by ? `Citation, ${by} :` : 'Citation :'),
    endOfQuote: 'Fin de citation.',
    nth: [
      'Premièrement',
      'Deuxièmement',
      'Troisièmement',
      'Quatrièmement',
      'Cinquièmement',
      'Sixièmement',
      'Septièmement',
      'Huitièmement',
      'Neuvièmement',
      'Dixièmement',
    ],
    number: (n: number) => `Point ${n}`,
    table: (caption: string) => (caption ? `Tableau : ${caption}` : 'Ici, le texte montre un tableau.'),
    columns: (names: string) => `Ses colonnes : ${names}.`,
    rows: (n: number) => plural('fr', n, { one: 'Il compte une ligne.', other: `Il compte ${n} lignes.` }),
    code: 'Ici, le texte montre un extrait de code.',
    gallery: (n: number) =>
      plural('fr', n, {
        one: 'Ici, le texte montre une photographie.',
        other: `Ici, le texte montre ${n} photographies.`,
      }),
    video: (place: string, title: string) =>
      title ? `Vidéo sur ${place} : ${title}` : `Ici, le texte montre une vidéo sur ${place}.`,
    post: (place: string, title: string) =>
      title ? `Publication sur ${place} : ${title}` : `Ici, le texte montre une publication sur ${place}.`,
    file: (name: string) => `À télécharger : ${name}`,
  },
  ar: {
    quote: (by: string) => (by ? `اقتباس، ${by}:` : 'اقتباس:'),
    endOfQuote: 'انتهى الاقتباس.',
    nth: ['أولًا', 'ثانيًا', 'ثالثًا', 'رابعًا', 'خامسًا', 'سادسًا', 'سابعًا', 'ثامنًا', 'تاسعًا', 'عاشرًا'],
    number: (n: number) => `البند ${n}`,
    table: (caption: string) => (caption ? `جدول: ${caption}` : 'يعرض النص هنا جدولًا.'),
    columns: (names: string) => `أعمدته: ${names}.`,
    rows: (n: number) =>
      plural('ar', n, {
        zero: 'ليس فيه صفوف.',
        one: 'فيه صف واحد.',
        two: 'فيه صفان.',
        few: `فيه ${n} صفوف.`,
        many: `فيه ${n} صفًا.`,
        other: `فيه ${n} صف.`,
      }),
    code: 'يعرض النص هنا شيفرة برمجية.',
    gallery: (n: number) =>
      plural('ar', n, {
        zero: 'يعرض النص هنا صورًا.',
        one: 'يعرض النص هنا صورة.',
        two: 'يعرض النص هنا صورتين.',
        few: `يعرض النص هنا ${n} صور.`,
        many: `يعرض النص هنا ${n} صورة.`,
        other: `يعرض النص هنا ${n} صورة.`,
      }),
    video: (place: string, title: string) =>
      title ? `فيديو على ${place}: ${title}` : `يعرض النص هنا مقطع فيديو على ${place}.`,
    post: (place: string, title: string) =>
      title ? `منشور على ${place}: ${title}` : `يعرض النص هنا منشورًا على ${place}.`,
    file: (name: string) => `للتنزيل: ${name}`,
  },
})

const unannounced: SpeechMessages = {
  quote: by => (by ? `${by}:` : ''),
  endOfQuote: '',
  nth: [],
  number: n => `${n}`,
  table: caption => caption,
  columns: () => '',
  rows: () => '',
  code: '',
  gallery: () => '',
  video: (_, title) => title,
  post: (_, title) => title,
  file: name => name,
}
