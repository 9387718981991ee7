import { plural } from '../../../design/messages.ts'

export const de = {
  title: 'Notizen und Vorschläge',
  titleOf: (story: string) => `Notizen zu „${story}“`,
  untitled: 'Ohne Überschrift',
  notes: 'Notizen',
  note: 'Notiz',
  openNotes: (n: number) => plural('de', n, { one: '1 offene Notiz', other: `${n} offene Notizen` }),
  backToStory: 'Zum Text',
  timeline: 'Verlauf',
  none: 'Keine offenen Notizen',
  noneHint:
    'Wählen Sie Wörter im Text aus und drücken Sie „Notiz“, oder schreiben Sie hier eine zum ganzen Artikel.',
  onPassage: 'Zu diesen Wörtern',
  onWhole: 'Eine Notiz zum ganzen Artikel',
  newNote: 'Neue Notiz',
  words: 'Notiz',
  wordsHint: 'Mit @ und einem Namen schreiben Sie jemandem.',
  save: 'Notiz speichern',
  saveChange: 'Speichern',
  cancel: 'Abbrechen',
  wholeStory: 'Zum ganzen Artikel',
  passageGone: 'Der Text ist nicht mehr da',
  goTo: 'Zu diesen Wörtern',
  answer: 'Antworten',
  answerTo: (name: string) => `${name} antworten`,
  sendAnswer: 'Antwort senden',
  resolve: 'Erledigt',
  reopen: 'Wieder öffnen',
  resolvedBy: (name: string) => `Erledigt von ${name}`,
  edit: 'Bearbeiten',
  remove: 'Zurücknehmen',
  removed: 'zurückgenommen',
  edited: 'bearbeitet',
  formerStaff: 'jemand, der nicht mehr da ist',
  told: (names: string[]) => `Brief an: ${names.join(', ')}`,
  notTold: (names: string[]) =>
    `Kein Brief, weil dieser Artikel ihnen nicht offensteht: ${names.join(', ')}. Die Redaktion kann sie einlassen.`,
  showResolved: (n: number) =>
    plural('de', n, { one: '1 erledigte Notiz zeigen', other: `${n} erledigte Notizen zeigen` }),
  hideResolved: 'Erledigte Notizen verbergen',
  people: 'Wer genannt werden kann',
  peopleFound: (n: number) =>
    n === 1 ? '1 Name; Enter nimmt ihn' : `${n} Namen; Pfeile wählen, Enter nimmt`,
  nobodyFound: 'Niemand dieses Namens darf diesen Artikel öffnen',
  failed:
    'Die Redaktion hat nicht geantwortet. Was Sie geschrieben haben, steht noch hier; bitte versuchen Sie es noch einmal.',
  selectFirst:
    'Wählen Sie zuerst die Wörter aus, um die es geht, oder schreiben Sie eine Notiz zum ganzen Artikel.',
  closeShort: 'Schließen',
  margin: 'Notizen',
  suggestions: 'Vorschläge',
  suggesting: 'Vorschlagen',
  suggestingKeys: 'Strg Alt G',
  suggestingOn: 'Vorschlagen: Was Sie schreiben und löschen, wird markiert, damit jemand es annimmt.',
  suggestingOff: 'Schreiben: Was Sie schreiben und löschen, ist der Text.',
  noSuggestions: 'Keine Vorschläge',
  noSuggestionsHint:
    'Ist „Vorschlagen“ an, wartet hier, was geschrieben und gelöscht wird, bis jemand es annimmt.',
  by: (name: string) => `von ${name}`,
  insert: 'Einfügen',
  takeOut: 'Löschen',
  change: 'Ändern',
  before: 'Vorher',
  after: 'Nachher',
  nothing: 'nichts',
  accept: 'Annehmen',
  reject: 'Ablehnen',
  acceptAll: 'Alle annehmen',
  rejectAll: 'Alle ablehnen',
  acceptNamed: (words: string) => `Annehmen: ${words}`,
  rejectNamed: (words: string) => `Ablehnen: ${words}`,
  accepted: 'Angenommen.',
  rejected: 'Abgelehnt.',
  acceptedAll: (n: number) =>
    plural('de', n, { one: '1 Vorschlag angenommen.', other: `${n} Vorschläge angenommen.` }),
  rejectedAll: (n: number) =>
    plural('de', n, { one: '1 Vorschlag abgelehnt.', other: `${n} Vorschläge abgelehnt.` }),
  onlyText:
    'Vorschlagen lassen sich nur Wörter. Schalten Sie „Vorschlagen“ aus, um Auszeichnungen, Listen, Tabellen, Bilder und Zeilenumbrüche zu ändern.',
  noSplit:
    'Ein Absatz lässt sich nicht als Vorschlag teilen. Setzen Sie die Schreibmarke an sein Ende, oder schalten Sie „Vorschlagen“ aus.',
  noJoin: 'Absätze lassen sich nicht als Vorschlag verbinden. Schalten Sie dafür „Vorschlagen“ aus.',
  noPaste:
    'Listen, Tabellen und Bilder lassen sich nicht als Vorschlag einfügen; es wurde nichts eingefügt. Schalten Sie dafür „Vorschlagen“ aus.',
  blocksStay:
    'Die Wörter sind markiert. Was kein Text ist, bleibt: Schalten Sie „Vorschlagen“ aus, um es herauszunehmen.',
}
