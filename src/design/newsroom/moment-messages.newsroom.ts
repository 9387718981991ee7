import { newsroomTexts } from './newsroom-texts.ts'

/** What is said about a time on the publication's clock. */
export const momentTexts = newsroomTexts({
  en: {
    which: 'Clocks go back: which of the two?',
    notATime: 'Give a day and a time, such as 2026-11-22 09:30.',
    twice: (first: string, second: string) =>
      `Clocks go back that night, so this time comes twice: first as ${first}, then as ${second}. Say which one you mean.`,
    never: (gap: { day: string; from: string; to: string; zone: string; time: string }) =>
      `On ${gap.day} clocks go from ${gap.from} straight to ${gap.to} in ${gap.zone}, so ${gap.time} does not come. Choose a time before or after.`,
  },
  de: {
    which: 'Die Uhren werden zurückgestellt: welche der beiden?',
    notATime: 'Geben Sie einen Tag und eine Uhrzeit an, etwa 2026-11-22 09:30.',
    twice: (first, second) =>
      `In dieser Nacht werden die Uhren zurückgestellt; diese Zeit kommt zweimal: zuerst als ${first}, dann als ${second}. Sagen Sie, welche Sie meinen.`,
    never: ({ day, from, to, zone, time }) =>
      `Am ${day} springen die Uhren in ${zone} von ${from} auf ${to}; ${time} gibt es nicht. Wählen Sie eine Zeit davor oder danach.`,
  },
  uk: {
    which: 'Годинники переводять назад: котра з двох?',
    notATime: 'Вкажіть день і час, наприклад 2026-11-22 09:30.',
    twice: (first, second) =>
      `Тієї ночі годинники переводять назад, тож цей час настає двічі: спершу як ${first}, потім як ${second}. Скажіть, котрий маєте на увазі.`,
    never: ({ day, from, to, zone, time }) =>
      `${day} у ${zone} годинники переходять із ${from} одразу на ${to}, тож ${time} не настане. Виберіть час до або після.`,
  },
})
