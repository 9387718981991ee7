import { plural } from '../../design/messages.ts'

export const de = {
  deskNames: {
    stories: 'Artikel',
    planning: 'Planung',
    live: 'Ticker',
    fronts: 'Titelseiten',
    photographs: 'Fotos',
    publication: 'Publikation',
    support: 'Unterstützung',
    gifts: 'Geschenke',
    campaigns: 'Kampagnen',
    staff: 'Team',
    audit: 'Protokoll',
    account: 'Ihr Konto',
  },
  roles: {
    contributor: 'Freie Mitarbeit',
    reporter: 'Reporter',
    editor: 'Redakteur',
    audience: 'Leserbetreuung',
    owner: 'Inhaber',
  },
  shortcuts: 'Tastenkürzel',
  shortcutsIntro:
    'Alles lässt sich ohne Maus bedienen. Tab und Umschalt Tab führen von Feld zu Feld; schneller geht es so.',
  close: 'Schließen',
  keys: {
    palette: 'Artikel, Bereich oder Befehl suchen',
    sheet: 'Diese Übersicht',
    newStory: 'Neuer Artikel',
    newBrief: 'Neue Meldung',
    desk: (name: string) => `Zu: ${name}`,
    rows: 'Nächste und vorige Zeile einer Liste',
    openRow: 'Die Zeile öffnen',
    selectRow: 'Die Zeile auswählen, in der Artikelliste',
    search: 'Suchen, in der Artikelliste',
    editBrief: 'Die Meldung ändern, im Ticker',
    postBrief: 'Die Meldung senden, im Ticker; mit Umschalt eine neue Zeile',
    save: 'Speichern oder Formular senden',
    publish: 'Veröffentlichen, in einem Artikel',
    blocks: 'Einen Block einfügen, in einem Artikel',
    moveBlock: 'Den Block nach oben oder unten, in einem Artikel',
    below: 'Neuer Absatz unter dem Block, in einem Artikel',
    link: 'Die ausgewählten Wörter verlinken, in einem Artikel',
    headings: 'Zwischentitel, von groß nach klein, in einem Artikel',
    lists: 'Nummerierte Liste, Liste, in einem Artikel',
    quotation: 'Zitat, in einem Artikel',
    note: 'Eine Notiz zu den ausgewählten Wörtern, in einem Artikel',
    suggesting: 'Vorschlagen statt schreiben, und zurück, in einem Artikel',
    settle: 'Den Vorschlag an der Schreibmarke annehmen oder ablehnen, und zum nächsten',
    leave: 'Schließen, was offen schwebt; das Feld verlassen',
  },
  find: {
    title: 'Suchen',
    label: 'Artikel, Bereich oder Befehl suchen',
    hint: 'Wörter einer Überschrift, ein Bereich, ein Befehl',
    find: 'Suchen',
    commands: 'Bereiche und Befehle',
    nothing: 'Nichts hat diese Wörter',
    nothingHint:
      'Artikel werden nach Wörtern ihrer Überschrift gefunden. Versuchen Sie weniger oder kürzere.',
  },
  commands: {
    publishStory: 'Diesen Artikel veröffentlichen',
    paper: 'Zur Zeitung',
    accountWords: 'konto passkeys sitzungen passwort',
    theme: { system: 'Farben wie das System', light: 'Helle Redaktion', dark: 'Dunkle Redaktion' },
    themeWords: 'farben modus thema umschalten',
    signOut: 'Abmelden',
    signOutWords: 'ausloggen verlassen',
  },
  letterTrouble: ({ late, lost }: { late: number; lost: number }) =>
    [
      lost > 0 &&
        plural('de', lost, {
          one: 'Ein Brief ist nicht hinausgegangen.',
          other: `${lost} Briefe sind nicht hinausgegangen.`,
        }),
      late > 0 &&
        plural('de', late, {
          one: 'Ein Brief wartet auf den Mailserver.',
          other: `${late} Briefe warten auf den Mailserver.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  notAllowed: 'Das steht Ihnen nicht offen',
  notFound: 'Hier ist nichts',
  notFoundHint: 'Vielleicht ist die Adresse verschrieben, oder was hier war, ist nicht mehr da.',
  conflict: 'Jemand war schneller',
  wrong: 'Damit lässt sich nichts anfangen',
  away: 'Etwas antwortet gerade nicht',
  fault: 'Bei uns ist etwas schiefgegangen',
  faultHint: (id: string) =>
    `Was Sie gesendet haben, ist vielleicht nicht gespeichert. Wenn es wieder vorkommt, nennen Sie denen, die den Server betreiben, diese Nummer: ${id}.`,
  back: 'Zurück zur Redaktion',
  signedOut: 'Sie wurden abgemeldet',
  signedOutHint:
    'Nichts von dem, was Sie geschrieben haben, ist verloren: Es steht auf dieser Seite. Melden Sie sich in einem neuen Fenster an, kommen Sie hierher zurück und senden Sie es erneut.',
  signIn: 'Anmelden (neues Fenster)',
  stale: 'Bitte senden Sie dies noch einmal',
  sendAgain: 'Erneut senden',
  filesAgain: 'Eine ausgewählte Datei wird nicht aufbewahrt: Wählen Sie sie danach noch einmal aus.',
  typed: 'Was Sie geschrieben haben',
}
