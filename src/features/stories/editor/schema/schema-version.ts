/**
 * Which schema (schema.ts) this program was built with. Count it up with every node, mark or attribute that is added or
 * changed: an editor that was opened with an older one would delete what it does not know, so the server does not let it
 * in.
 */
export const schemaVersion = 1
