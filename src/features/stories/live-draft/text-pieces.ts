import { childrenOf, type TreeNode } from './tree.ts'

/** A story's text as it stands in the editor: with the marks of notes and suggestions, which are not of the story. */
export interface StandingText {
  headline: TreeNode
  standfirst: TreeNode
  body: TreeNode
}

/** Where a piece of text stands: in a block of the text, or in a line above it. */
export type StandingPlace = { block: string } | { field: 'headline' | 'standfirst' }

/** Every piece of running text in the order in which it is read, each with its place. */
export function piecesOf({
  headline,
  standfirst,
  body,
}: StandingText): { place: StandingPlace; text: TreeNode }[] {
  return [
    ...textsIn(headline).map(text => ({ place: { field: 'headline' as const }, text })),
    ...textsIn(standfirst).map(text => ({ place: { field: 'standfirst' as const }, text })),
    ...childrenOf(body).flatMap(block => {
      const place = { block: String(block.attrs?.id ?? '') }
      return textsIn(block).map(text => ({ place, text }))
    }),
  ]
}

function textsIn(one: TreeNode): TreeNode[] {
  return one.type === 'text' ? [one] : childrenOf(one).flatMap(textsIn)
}
