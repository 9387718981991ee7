import { defineMessages } from '../messages.ts'

export const mentionLetterMessages = defineMessages({
  en: {
    subject: ({ by, story }: { by: string; story: string }) => `${by} mentioned you in a note on “${story}”`,
    greeting: (name: string) => `Hello ${name},`,
    intro: ({ by, story }: { by: string; story: string }) =>
      `${by} wrote to you in the margin of “${story}”:`,
    passage: 'The passage it is about:',
    open: 'Open the note',
    why: 'You get this letter because you are on the staff and your name was mentioned. Answer in the note itself; nobody reads answers to this letter.',
    untitled: 'a story without a headline',
  },
  uk: {
    subject: ({ by, story }) => `${by} згадує вас у нотатці до «${story}»`,
    greeting: name => `Вітаємо, ${name}!`,
    intro: ({ by, story }) => `${by} звертається до вас на полях матеріалу «${story}»:`,
    passage: 'Ідеться про це місце:',
    open: 'Відкрити нотатку',
    why: 'Ви отримали цей лист, бо працюєте в редакції і вас згадали. Відповідайте в самій нотатці: відповідей на цей лист ніхто не читає.',
    untitled: 'матеріал без заголовка',
  },
  es: {
    subject: ({ by, story }) => `${by} le ha mencionado en una nota sobre «${story}»`,
    greeting: name => `Hola, ${name}:`,
    intro: ({ by, story }) => `${by} le ha escrito al margen de «${story}»:`,
    passage: 'El pasaje del que se trata:',
    open: 'Abrir la nota',
    why: 'Recibe esta carta porque forma parte de la redacción y se ha mencionado su nombre. Responda en la propia nota: nadie lee las respuestas a esta carta.',
    untitled: 'un artículo sin titular',
  },
  de: {
    subject: ({ by, story }) => `${by} erwähnt Sie in einer Notiz zu „${story}“`,
    greeting: name => `Guten Tag, ${name},`,
    intro: ({ by, story }) => `${by} hat Ihnen an den Rand von „${story}“ geschrieben:`,
    passage: 'Die Stelle, um die es geht:',
    open: 'Notiz öffnen',
    why: 'Sie bekommen diesen Brief, weil Sie zur Redaktion gehören und Ihr Name erwähnt wurde. Antworten Sie bitte in der Notiz; Antworten auf diesen Brief liest niemand.',
    untitled: 'einem Artikel ohne Überschrift',
  },
  fr: {
    subject: ({ by, story }) => `${by} vous mentionne dans une note sur « ${story} »`,
    greeting: name => `Bonjour ${name},`,
    intro: ({ by, story }) => `${by} vous a écrit en marge de « ${story} » :`,
    passage: 'Le passage en question :',
    open: 'Ouvrir la note',
    why: 'Vous recevez cette lettre parce que vous faites partie de la rédaction et que votre nom a été mentionné. Répondez dans la note elle-même : personne ne lit les réponses à cette lettre.',
    untitled: 'un article sans titre',
  },
  ar: {
    subject: ({ by, story }) => `ذكرك ${by} في ملاحظة على «${story}»`,
    greeting: name => `مرحبًا ${name}،`,
    intro: ({ by, story }) => `كتب إليك ${by} في هامش «${story}»:`,
    passage: 'المقطع المقصود:',
    open: 'افتح الملاحظة',
    why: 'تصلك هذه الرسالة لأنك من غرفة الأخبار وقد ذُكر اسمك. أجب في الملاحظة نفسها، فلا أحد يقرأ الردود على هذه الرسالة.',
    untitled: 'مادة بلا عنوان',
  },
})
