export const de = {
  redirects: 'Weiterleitungen',
  intro:
    'Alte Adressen, die anderswohin führen. Die von umbenannten Artikeln und eingelesenen Archiven werden von selbst gepflegt; fügen Sie hinzu, welchen Leser sonst noch folgen. Eine Weiterleitung gilt nur, wo an ihrer Adresse nichts steht.',
  from: 'Alte Adresse',
  fromHint:
    'Ein Pfad auf dieser Website, mit Abfrage, wo es darauf ankommt: /2019/05/alter-artikel oder /?p=12',
  to: 'Führt zu',
  toHint: 'Ein Pfad auf dieser Website oder eine ganze Adresse, die mit https:// beginnt',
  add: 'Weiterleitung hinzufügen',
  since: 'Seit',
  find: 'Adresse suchen',
  findButton: 'Suchen',
  remove: 'Entfernen',
  saved: 'Die Weiterleitung gilt.',
  removed: 'Die Weiterleitung ist entfernt.',
  older: 'Mehr',
  emptyTitle: 'Keine Weiterleitungen',
  empty: 'Noch führt nichts weiter, oder nichts passt zu dem, was Sie suchen.',
  fromWrong: 'Die alte Adresse beginnt mit einem Schrägstrich und liegt auf dieser Website.',
  toWrong:
    'Eine Weiterleitung führt zu einem Pfad, der mit einem Schrägstrich beginnt, oder zu einer Adresse mit http:// oder https://.',
  same: 'Eine Adresse kann nicht zu sich selbst führen.',
  circle: 'Das würde im Kreis führen: Die Adresse, zu der sie führt, führt zurück.',
  taken: (path: string) => `Unter „${path}“ steht eine Seite; eine Weiterleitung dort würde nichts bewirken.`,
}
