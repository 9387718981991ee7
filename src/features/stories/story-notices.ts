import { defineMessages } from '../../design/messages.ts'
import type { AiTask } from './ai-help.ts'

/** What a story says of itself besides its text: that AI helped, that it is a preview, that it is gone. */
export const storyNotices = defineMessages({
  en: {
    aiHelp: (tasks: readonly AiTask[]) =>
      `AI helped with ${inWords('en', tasks, {
        research: 'research',
        transcription: 'transcription',
        translation: 'translation',
        data: 'data analysis',
        writing: 'writing',
        pictures: 'pictures',
      })}. Our editors checked the result and answer for it.`,
    toCorrectionOf: (date: string) => `to the correction of ${date}`,
    removed: 'This story has been removed',
    removedText: (date: string) => `Its text was taken away for good on ${date}.`,
    preview: 'Preview',
    previewText: 'This is not published. Please do not pass it on.',
    previewUntil: (time: string) => `The link works until ${time}.`,
    embargoedUntil: (time: string) => `Embargoed until ${time}: nothing of it may be published before.`,
    previewOver: 'This preview is over',
    previewOverText: 'The link has run out or was taken back. Whoever sent it to you can give you a new one.',
    correctionsFeed: 'Corrections',
    correctionOf: (headline: string) => `Correction: ${headline}`,
  },
  uk: {
    aiHelp: tasks =>
      `Штучний інтелект допоміг нам у роботі: ${inWords('uk', tasks, {
        research: 'пошук інформації',
        transcription: 'розшифрування записів',
        translation: 'переклад',
        data: 'аналіз даних',
        writing: 'написання тексту',
        pictures: 'зображення',
      })}. Редакція перевірила результат і відповідає за нього.`,
    toCorrectionOf: date => `до виправлення від ${date}`,
    removed: 'Цей матеріал вилучено',
    removedText: date => `Його текст остаточно вилучено ${date}.`,
    preview: 'Попередній перегляд',
    previewText: 'Це ще не опубліковано. Будь ласка, не передавайте далі.',
    previewUntil: time => `Посилання діє до ${time}.`,
    embargoedUntil: time => `Ембарго до ${time}: до цього часу нічого з цього публікувати не можна.`,
    previewOver: 'Цей перегляд завершено',
    previewOverText:
      'Термін дії посилання минув, або його відкликали. Той, хто вам його надіслав, може дати нове.',
    correctionsFeed: 'Виправлення',
    correctionOf: headline => `Виправлення: ${headline}`,
  },
  es: {
    aiHelp: tasks =>
      `La inteligencia artificial ayudó en estas tareas: ${inWords('es', tasks, {
        research: 'documentación',
        transcription: 'transcripción',
        translation: 'traducción',
        data: 'análisis de datos',
        writing: 'redacción',
        pictures: 'imágenes',
      })}. La redacción revisó el resultado y responde por él.`,
    toCorrectionOf: date => `a la corrección del ${date}`,
    removed: 'Esta noticia ha sido eliminada',
    removedText: date => `Su texto se retiró definitivamente el ${date}.`,
    preview: 'Vista previa',
    previewText: 'Esto no está publicado. Por favor, no lo difunda.',
    previewUntil: time => `El enlace funciona hasta el ${time}.`,
    embargoedUntil: time => `Embargado hasta el ${time}: no puede publicarse nada antes.`,
    previewOver: 'Esta vista previa ha terminado',
    previewOverText: 'El enlace ha caducado o se ha anulado. Quien se lo envió puede darle otro.',
    correctionsFeed: 'Correcciones',
    correctionOf: headline => `Corrección: ${headline}`,
  },
  de: {
    aiHelp: tasks =>
      `Künstliche Intelligenz hat hierbei geholfen: ${inWords('de', tasks, {
        research: 'Recherche',
        transcription: 'Abschrift von Aufnahmen',
        translation: 'Übersetzung',
        data: 'Auswertung von Daten',
        writing: 'Formulierung',
        pictures: 'Bilder',
      })}. Die Redaktion hat das Ergebnis geprüft und verantwortet es.`,
    toCorrectionOf: date => `zur Korrektur vom ${date}`,
    removed: 'Dieser Artikel wurde entfernt',
    removedText: date => `Sein Text wurde am ${date} endgültig gelöscht.`,
    preview: 'Vorschau',
    previewText: 'Dieser Text ist nicht veröffentlicht. Bitte geben Sie ihn nicht weiter.',
    previewUntil: time => `Der Link gilt bis ${time}.`,
    embargoedUntil: time => `Sperrfrist bis ${time}: Vorher darf nichts daraus veröffentlicht werden.`,
    previewOver: 'Diese Vorschau ist beendet',
    previewOverText:
      'Der Link ist abgelaufen oder wurde zurückgezogen. Wer ihn Ihnen geschickt hat, kann Ihnen einen neuen geben.',
    correctionsFeed: 'Korrekturen',
    correctionOf: headline => `Korrektur: ${headline}`,
  },
  fr: {
    aiHelp: tasks =>
      `L’intelligence artificielle a aidé pour les tâches suivantes : ${inWords('fr', tasks, {
        research: 'documentation',
        transcription: 'transcription',
        translation: 'traduction',
        data: 'analyse de données',
        writing: 'rédaction',
        pictures: 'images',
      })}. La rédaction a vérifié le résultat et en répond.`,
    toCorrectionOf: date => `à propos du rectificatif du ${date}`,
    removed: 'Cet article a été supprimé',
    removedText: date => `Son texte a été définitivement retiré le ${date}.`,
    preview: 'Aperçu',
    previewText: 'Ce texte n’est pas publié. Merci de ne pas le diffuser.',
    previewUntil: time => `Le lien est valable jusqu’au ${time}.`,
    embargoedUntil: time => `Sous embargo jusqu’au ${time} : rien ne peut en être publié avant.`,
    previewOver: 'Cet aperçu n’est plus disponible',
    previewOverText:
      'Le lien a expiré ou a été révoqué. La personne qui vous l’a envoyé peut vous en donner un autre.',
    correctionsFeed: 'Rectificatifs',
    correctionOf: headline => `Rectificatif : ${headline}`,
  },
  ar: {
    aiHelp: tasks =>
      `ساعد الذكاء الاصطناعي في: ${inWords('ar', tasks, {
        research: 'البحث',
        transcription: 'تفريغ التسجيلات',
        translation: 'الترجمة',
        data: 'تحليل البيانات',
        writing: 'الصياغة',
        pictures: 'الصور',
      })}. راجعت هيئة التحرير النتيجة وتتحمل مسؤوليتها.`,
    toCorrectionOf: date => `بشأن تصويب ${date}`,
    removed: 'أُزيل هذا الموضوع',
    removedText: date => `أُزيل نصه نهائياً في ${date}.`,
    preview: 'معاينة',
    previewText: 'هذا النص غير منشور، فنرجو عدم تداوله.',
    previewUntil: time => `الرابط صالح حتى ${time}.`,
    embargoedUntil: time => `محظور النشر حتى ${time}: لا يجوز نشر أي شيء منه قبل ذلك.`,
    previewOver: 'انتهت هذه المعاينة',
    previewOverText: 'انتهت صلاحية الرابط أو أُلغي. يمكن لمن أرسله إليك أن يعطيك رابطاً جديداً.',
    correctionsFeed: 'تصويبات',
    correctionOf: headline => `تصويب: ${headline}`,
  },
})

function inWords(language: string, tasks: readonly AiTask[], words: Record<AiTask, string>): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(tasks.map(task => words[task]))
}
