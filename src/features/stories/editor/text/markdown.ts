import { Extension, InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { isSafeHref } from '../../blocks/inline.ts'

/** What is typed as in Markdown becomes what it means, at the moment it is whole; undo gives the letters back. */
export const Markdown = Extension.create({
  name: 'markdown',
  addInputRules() {
    const { nodes, marks } = this.editor.schema
    const levels = [
      [/^#{1,2}\s$/, 2],
      [/^###\s$/, 3],
      [/^####\s$/, 4],
    ] as const
    return [
      ...levels.map(([find, level]) =>
        textblockTypeInputRule({ find, type: nodes.heading!, getAttributes: { level } }),
      ),
      wrappingInputRule({
        find: /^[-*+]\s$/,
        type: nodes.list!,
        getAttributes: { ordered: false },
        joinPredicate: (_, list) => list.attrs.ordered === false,
      }),
      wrappingInputRule({
        find: /^(\d{1,4})[.)]\s$/,
        type: nodes.list!,
        getAttributes: match => ({ ordered: true, start: Number(match[1]) === 1 ? null : Number(match[1]) }),
        joinPredicate: (_, list) => list.attrs.ordered === true,
      }),
      wrappingInputRule({ find: /^>\s$/, type: nodes.quotation! }),
      textblockTypeInputRule({
        find: /^```([a-z0-9+#-]*)\s$/i,
        type: nodes.codeBlock!,
        getAttributes: match => ({ language: match[1] || null }),
      }),
      divider(),
      markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/, type: marks.bold! }),
      markInputRule({ find: /(?:^|\s)(\*(?!\s)([^*]+)(?<!\s)\*)$/, type: marks.italic! }),
      markInputRule({ find: /(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/, type: marks.strike! }),
      markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: marks.code! }),
      link(),
    ]
  },
})

function divider(): InputRule {
  return new InputRule({
    find: /^(?:---|\*\*\*|—-)\s?$/,
    handler({ state, range }) {
      const $from = state.doc.resolve(range.from)
      if ($from.depth !== 1) return null
      const { divider: type, paragraph } = state.schema.nodes
      state.tr.replaceRangeWith($from.before(), $from.after(), type!.create())
      if ($from.index(0) === $from.node(0).childCount - 1)
        state.tr.insert(state.tr.doc.content.size, paragraph!.create())
      return
    },
  })
}

function link(): InputRule {
  return new InputRule({
    find: /\[([^[\]]+)\]\(([^\s()]+)\)$/,
    handler({ state, range, match }) {
      const [, words = '', href = ''] = match
      if (!isSafeHref(href)) return null
      const text = state.schema.text(words, [state.schema.marks.link!.create({ href })])
      state.tr.replaceWith(range.from, range.to, text)
      return
    },
  })
}
