export const de = {
  /** The language these texts are in, for the dates among them. */
  tag: 'de',
  states: {
    draft: 'Entwurf',
    'in-review': 'In Prüfung',
    ready: 'Fertig',
    scheduled: 'Geplant',
    published: 'Veröffentlicht',
    withdrawn: 'Zurückgezogen',
  },
  untitled: 'Ohne Überschrift',
  title: (headline: string) => `Veröffentlichen: ${headline}`,
  backToText: 'Zurück zum Text',
  publish: 'Veröffentlichen',
  schedule: 'Planen',
  update: 'Änderung veröffentlichen',
  scheduleChange: 'Änderung planen',
  publishAgain: 'Wieder veröffentlichen',
  publishCorrection: 'Korrektur veröffentlichen',

  whatHappens: 'Was geschehen wird',
  address: 'Adresse',
  noAddress: 'noch keine',
  leadsOn: (slugs: string[]) =>
    `Leser von ${slugs.map(slug => `/${slug}`).join(', ')} werden zur neuen Adresse geleitet.`,
  seenIn: 'Erscheint in',
  pageOnly: 'Eigene Adresse und Sitemap. Eine Seite steht in keiner Liste und keinem Feed.',
  lists: (topics: string[], authors: string[]) =>
    [
      'Titelseite, wo sie sich von selbst füllt, Archiv und Suche',
      topics.length > 0 && `${topics.length > 1 ? 'Themen' : 'Thema'} ${topics.join(', ')}`,
      authors.length > 0 && `${authors.length > 1 ? 'Seiten' : 'Seite'} von ${authors.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
  feeds: 'Feeds und Sitemaps',
  feedsHint:
    'RSS-, Atom- und JSON-Feeds der Zeitung, ihrer Themen und Autoren; die Sitemap, und zwei Tage lang die für Nachrichten.',
  time: 'Zeit',
  timeNow: (time: string) => `Bei Veröffentlichung jetzt: ${time}`,
  firstPublished: (time: string, by: string) => `zuerst am ${time}${by ? `, von ${by}` : ''}`,
  lastUpdated: (time: string) => `als aktualisiert gezeigt: ${time}`,
  goesOut: (time: string, by: string) => `erscheint von selbst am ${time}${by ? `, geplant von ${by}` : ''}`,
  withdrawnOn: (time: string) => `am ${time}`,
  embargoStands: (time: string) =>
    `Sperrfrist bis ${time}. Bis dahin kann nichts davon hinaus, wer immer es versucht.`,
  scheduleFailed: (sentence: string) =>
    `Er konnte zu seiner Zeit nicht erscheinen: ${sentence} Jede Minute wird es wieder versucht, bis Sie das in Ordnung bringen oder die Planung aufheben.`,
  unschedule: 'Planung aufheben',

  checks: 'Prüfungen',
  checksGood: 'Alles, was sich prüfen lässt, ist in Ordnung.',
  stops: 'Hält es auf',
  asks: 'Rat',
  waits: 'Wird geprüft',
  goThere: 'Dorthin',
  lookAgain: 'Noch einmal prüfen',
  reason: 'Warum er trotzdem erscheint',
  reasonHint: 'Nötig, solange oben ein Rat steht. Der Grund kommt ins Protokoll.',
  lastReason: 'Das wurde beim letzten Mal gesagt.',

  when: 'Wann',
  now: 'Jetzt',
  nowInstead: (time: string) => `Jetzt, statt am ${time}`,
  atTime: 'Zu einer Zeit',
  scheduleTime: 'Tag und Uhrzeit',
  bothTimes:
    'Sie haben eine Zeit angegeben, aber sofortige Veröffentlichung gewählt. Entscheiden Sie sich für eines.',
  noTime: 'Geben Sie Tag und Uhrzeit an, zu der er erscheint.',

  planned: {
    title: 'Eine Änderung ist geplant',
    line: (kind: string, time: string, by: string) =>
      `${kind}: erscheint von selbst am ${time}, geplant von ${by}.`,
    frozen: (time: string) =>
      `Es erscheint der Text, wie er am ${time} stand, als dies geplant wurde. Was danach geschrieben wird, bleibt im Entwurf.`,
    behind: (fields: string[]) =>
      `Der Entwurf sagt inzwischen etwas anderes: ${fields.join(', ')}. Planen Sie die Änderung unten noch einmal, wenn auch das erscheinen soll.`,
    ends: 'Sofort zu veröffentlichen oder den Artikel zurückzuziehen hebt die Planung auf.',
    failed: (sentence: string) =>
      `Die Änderung konnte zu ihrer Zeit nicht erscheinen: ${sentence} Jede Minute wird es wieder versucht, bis Sie das in Ordnung bringen, neu planen oder die Planung aufheben.`,
    correction: 'Ihre Korrektur',
    compare: 'Was sie ändert',
    compareDraft: 'Was der Entwurf außerdem sagt',
    move: 'Zeit ändern',
    cancel: 'Planung aufheben',
    standing: (time: string) => `eine Änderung erscheint von selbst am ${time}`,
  },
  changes: {
    title: 'Änderungen',
    waiting: (name: string, time: string) => `${name} hat am ${time} Änderungen dieses Artikels eingereicht.`,
    waitingMine: (time: string) =>
      `Die Änderungen wurden am ${time} eingereicht. Die Redaktion veröffentlicht sie oder gibt sie zurück. Was Sie inzwischen schreiben, geht mit.`,
    none: 'Leser sehen genau das, was der Entwurf sagt. Wenn Sie etwas geändert haben, reichen Sie es hier ein.',
    hint: 'Leser sehen diese Änderungen noch nicht. Die Redaktion veröffentlicht sie; bis dahin bleibt der Artikel, wie er ist.',
    handIn: 'Änderungen einreichen',
    takeBack: 'Zurücknehmen',
    handBack: 'Zurückgeben',
    words: 'Was noch zu tun ist',
    wordsHint: 'Es steht als Notiz am Rand, und wer die Änderungen eingereicht hat, bekommt es als Brief.',
    standing: (name: string) => `Änderungen von ${name} warten auf die Redaktion`,
  },

  whatChange: 'Was ist die Änderung für die Leser?',
  whatChangeMissing:
    'Sagen Sie, was die Änderung für die Leser ist: eine Aktualisierung, eine Korrektur oder ein stiller Tippfehler.',
  kinds: {
    first: 'Erstmals veröffentlicht',
    update: 'Aktualisierung',
    correction: 'Korrektur',
    silent: 'Stille Berichtigung',
  },
  kindHints: {
    update: 'Etwas Neues ist hinzugekommen. Der Artikel zeigt „Aktualisiert“ mit der Zeit.',
    correction:
      'Etwas war falsch. Die Korrektur ist datiert und öffentlich: am Artikel, auf der Seite der Korrekturen und in deren Feed. Sie lässt sich nie mehr ändern.',
    silent: 'Nur ein Tippfehler wurde berichtigt. Es wird nichts gezeigt.',
  },
  changed: (fields: string[]) => `Seit der letzten Veröffentlichung geändert: ${fields.join(', ')}.`,
  fields: {
    headline: 'Überschrift',
    standfirst: 'Vorspann',
    label: 'Dachzeile',
    slug: 'Adresse',
    language: 'Sprache',
    timeZone: 'Zeitzone',
    authors: 'Autoren',
    topics: 'Themen',
    photograph: 'Foto',
    searchHeadline: 'Überschrift für die Suche',
    searchDescription: 'Beschreibung für die Suche',
    canonicalUrl: 'Adresse des Originals',
    aiHelp: 'Hilfe durch KI',
    asksNothing: 'ob er um nichts bittet',
    blocks: 'Text',
  } as Record<string, string>,
  unchanged:
    'Leser sehen genau das, was die Redaktion hat. Auch ohne Änderung können Sie eine Korrektur veröffentlichen.',
  correctionText: 'Die Korrektur',
  correctionHint: 'Was falsch war und was richtig ist. Leser sehen es Wort für Wort.',
  severity: 'Wie schwer',
  severities: { minor: 'Leicht', major: 'Schwer: Sie ändert, was Leser dem Artikel entnommen haben' },
  placement: 'Wo sie steht',
  placements: { bottom: 'Unter dem Artikel', top: 'Über dem Text' },
  refersTo: 'Zu einer früheren Korrektur',
  refersToNone: 'Nein',
  correctionOf: (date: string, text: string) =>
    `${date}: ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`,

  restoreHint: (note: string) =>
    `Unter seiner Adresse steht jetzt, dass er zurückgezogen wurde${note ? `: „${note}“` : ''}. Veröffentlichen bringt ihn an seinen Platz zurück.`,

  move: 'Wo er steht',
  moves: {
    draft: 'Zurück zum Entwurf',
    'in-review': 'Zur Prüfung einreichen',
    ready: 'Als fertig kennzeichnen',
  },
  onlyEditors: 'Die Redaktion veröffentlicht ihn. Reichen Sie ihn ein, wenn Sie fertig sind.',

  plan: 'Planung',
  due: 'Fällig',
  assignee: 'Zuständig',
  nobody: 'Niemand',
  embargo: 'Sperrfrist bis',
  embargoHint: 'Vorher geht nichts hinaus. Leer lassen für keine.',
  savePlan: 'Planung speichern',

  aiTitle: 'Hilfe durch KI',
  aiQuestion: 'Wobei hat KI geholfen?',
  aiNone: 'Bei nichts',
  aiTasks: {
    research: 'Recherche',
    transcription: 'Abschrift',
    translation: 'Übersetzung',
    data: 'Datenauswertung',
    writing: 'Schreiben',
    pictures: 'Bilder',
  },
  aiLine: 'Was Leser erfahren, in Ihren eigenen Worten',
  aiLineHint: (usual: string) => `Leer: „${usual}“`,
  aiMissing: 'Sagen Sie, wobei KI geholfen hat, oder wählen Sie „Bei nichts“.',
  aiSave: 'Antwort speichern',

  previews: 'Vorschau-Links',
  previewsHint:
    'Für jemanden draußen, der den Entwurf lesen soll: eine Quelle, eine Anwältin. Die Seite ist in keiner Suchmaschine und zählt nichts.',
  previewFor: 'Für wen',
  previewDays: 'Gilt für',
  days: (n: number) => (n === 1 ? '1 Tag' : `${n} Tage`),
  createPreview: 'Link erstellen',
  newPreview:
    'Kopieren Sie diesen Link jetzt. Er wird nicht aufbewahrt und lässt sich nicht noch einmal zeigen.',
  previewLine: (by: string, until: string) => `Erstellt von ${by}; gilt bis ${until}`,
  unnamedPreview: 'Ohne Namen',
  revoke: 'Zurücknehmen',
  openDraft: 'Die Seite ansehen, wie sie wäre',

  withdraw: 'Zurückziehen',
  withdrawHint:
    'Der Artikel verschwindet sofort aus jeder Liste, jedem Feed und jeder Suche. Unter seiner Adresse steht, dass er zurückgezogen wurde, mit Ihrem Hinweis. Sie können ihn wieder veröffentlichen.',
  withdrawNote: 'Was Leser erfahren',
  remove: 'Endgültig entfernen',
  removeHint:
    'Nur, wo ein Gesetz oder die Sicherheit eines Menschen es verlangt. Überschrift und Text verschwinden aus jeder Fassung, aus Entwurf und Verlauf, aus Korrekturen, Suche und Feeds, auch für das Team. Es bleiben die Adresse, der Tag und Ihr Satz. Niemand kann es rückgängig machen. Früher angelegte Kopien der Datenbank enthalten den Text noch.',
  removeStatus: 'Warum',
  removeStatuses: { 451: 'Ein Gesetz oder ein Gericht verlangt es (451)', 410: 'Ein anderer Grund (410)' },
  removeNote: 'Was Leser erfahren',
  removeNoteHint: 'Sagen Sie nichts von dem, was im Text stand.',
  removeConfirm: (id: number) => `Tippen Sie „remove ${id}“`,
  removeButton: 'Den Text endgültig entfernen',

  openTitle: 'Nicht öffentlich',
  openHint: 'Dort, woher dies eingelesen wurde, war es nicht öffentlich oder durch ein Passwort geschützt.',
  open: 'Nach der Veröffentlichung alle lesen lassen',

  past: 'Was veröffentlicht wurde',
  pastEmpty: 'Noch nichts.',
  pastLine: (kind: string, number: number) => `${kind}, Fassung ${number}`,
  correctionsTitle: 'Korrekturen',

  overtaken: {
    published: (by: string, kind: string, time: string) =>
      `${by} hat diesen Artikel um ${time} veröffentlicht (${kind}), nachdem Sie diese Seite geöffnet hatten. Von Ihnen ist nichts verloren: Sehen Sie sich an, was Leser jetzt sehen, entscheiden Sie dann und drücken Sie noch einmal.`,
    corrected:
      'Inzwischen hat jemand eine Korrektur dieses Artikels veröffentlicht. Sehen Sie sie unten an, dann fahren Sie fort.',
    scheduled: (by: string, time: string) =>
      `${by || 'Jemand'} hat ihn für ${time} geplant, nachdem Sie diese Seite geöffnet hatten. Von Ihnen ist nichts verloren: Sehen Sie es sich an, entscheiden Sie dann und drücken Sie noch einmal.`,
    withdrawn:
      'Jemand hat diesen Artikel zurückgezogen, nachdem Sie diese Seite geöffnet hatten. Von Ihnen ist nichts verloren: Sehen Sie nach, warum, entscheiden Sie dann und drücken Sie noch einmal.',
    open: 'Als Sie diese Seite öffneten, war er geplant; inzwischen hat jemand die Planung aufgehoben. Von Ihnen ist nichts verloren: Entscheiden Sie und drücken Sie noch einmal.',
    changed:
      'Der Text hat sich geändert, seit Sie diese Seite geöffnet haben. Sehen Sie ihn noch einmal an. Drücken Sie erneut, um den neuesten Text zu veröffentlichen, wie er in diesem Augenblick ist.',
  },
  lookAtPaper: 'Was Leser jetzt sehen',
  lookAtText: 'Der Text, wie er jetzt ist',

  done: {
    published: 'Der Artikel ist veröffentlicht.',
    updated: 'Die Änderung ist veröffentlicht.',
    corrected: 'Die Korrektur ist veröffentlicht.',
    restored: 'Der Artikel ist wieder da.',
    scheduled: 'Der Artikel ist geplant.',
    'updated-instead': 'Die Änderung ist veröffentlicht. Die Planung ist aufgehoben.',
    'change-scheduled': 'Die Änderung ist geplant.',
    'change-moved': 'Die Änderung hat eine andere Zeit.',
    'change-cancelled': 'Die Änderung ist nicht mehr geplant. Ihr Text steht im Verlauf.',
    'handed-in': 'Die Änderungen sind eingereicht.',
    'taken-back': 'Die Änderungen gehören wieder Ihnen.',
    'handed-back': 'Die Änderungen sind zurückgegeben, mit Ihrer Notiz.',
    unscheduled: 'Der Artikel ist nicht mehr geplant.',
    moved: 'Der Artikel ist weitergegangen.',
    planned: 'Die Planung ist gespeichert.',
    'ai-help': 'Die Antwort ist gespeichert.',
    revoked: 'Der Link gilt nicht mehr.',
    withdrawn: 'Der Artikel ist zurückgezogen.',
    opened: 'Der Artikel ist öffentlich.',
  } as Record<string, string>,
  seeIt: 'In der Zeitung ansehen',
  removed: 'Der Text des Artikels wurde endgültig entfernt.',

  planning: {
    title: 'Planung',
    week: (from: string, until: string) => `${from} bis ${until}`,
    before: 'Die Woche davor',
    after: 'Die Woche danach',
    thisWeek: 'Diese Woche',
    today: 'Heute',
    nothing: 'Nichts',
    due: 'Fällig',
    scheduled: 'Erscheint',
    'planned-change': 'Eine Änderung erscheint',
    embargo: 'Sperrfrist endet',
    published: 'Erschienen',
    more: (n: number) => `und ${n} weitere`,
    unplanned: 'Ohne Datum',
    unplannedEmpty: 'Alles, woran geschrieben wird, hat ein Datum.',
    unplannedMine: 'Nur Ihre eigenen Artikel werden gezeigt.',
    lastWritten: (time: string) => `Zuletzt geschrieben ${time}`,
    change: 'Ändern',
    save: 'Speichern',
    changeOf: (headline: string) => `Planung ändern: ${headline}`,
    times: (zone: string) => `Alle Zeiten gelten für ${zone}.`,
  },
}
