/** What a member of staff is to the newsroom. */
export const roles = ['contributor', 'reporter', 'editor', 'audience', 'owner'] as const
export type Role = (typeof roles)[number]

/** Who may do what: the whole of it. Routes name a permission; "own" is checked by the action that knows whose it is. */
export const permissions = {
  /** Sign in, see the desks that are open to the role, keep one's own account. */
  'enter-newsroom': ['contributor', 'reporter', 'editor', 'audience', 'owner'],
  /** Begin stories, and write those that are one's own or assigned to one. */
  'write-stories': ['contributor', 'reporter', 'editor', 'owner'],
  'edit-all-stories': ['editor', 'owner'],
  /** Publish, schedule, update, correct and withdraw. */
  'publish-stories': ['editor', 'owner'],
  /** Take a story's text away for good; nobody can undo it. */
  'remove-stories': ['owner'],
  /** Post briefs, and edit one's own. */
  'post-briefs': ['reporter', 'editor', 'owner'],
  'edit-all-briefs': ['editor', 'owner'],
  'curate-fronts': ['editor', 'owner'],
  /** Upload photographs and describe them. */
  'use-photographs': ['contributor', 'reporter', 'editor', 'owner'],
  /** Replace photographs, set their rights, change many at once. */
  'manage-photographs': ['editor', 'owner'],
  /** Topics, authors and redirects. */
  'manage-topics': ['editor', 'owner'],
  /** The publication's settings. */
  'run-publication': ['owner'],
  'manage-staff': ['owner'],
  'read-audit-log': ['editor', 'owner'],
  /** Newsletters, campaigns and members. */
  'reach-audience': ['audience', 'owner'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export function may(person: { role: Role }, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(person.role)
}
