/** Marks that have a button and a key; links are set with an address (link-editor.tsx). */
export const textMarks = [
  { name: 'bold', key: 'Mod-b', shown: 'Ctrl B' },
  { name: 'italic', key: 'Mod-i', shown: 'Ctrl I' },
  { name: 'underline', key: 'Mod-u', shown: 'Ctrl U' },
  { name: 'strike', key: 'Mod-Shift-x', shown: 'Ctrl Shift X' },
  { name: 'code', key: 'Mod-e', shown: 'Ctrl E' },
  { name: 'superscript', key: 'Mod-.', shown: 'Ctrl .' },
  { name: 'subscript', key: 'Mod-,', shown: 'Ctrl ,' },
  { name: 'highlight', key: 'Mod-Shift-h', shown: 'Ctrl Shift H' },
] as const
