import { z } from 'zod'
import { BadInput } from '../../../platform/errors/errors.ts'

/** A thread in the margin of a story. */
export interface Note {
  id: number
  /** The mark it stands beside; null for a note on the whole story. */
  mark: string | null
  /** The words it was about when it was begun. */
  passage: string
  resolved: { by: string; at: Date } | null
  messages: NoteMessage[]
}

export interface NoteMessage {
  id: number
  by: { id: number; name: string }
  /** '' where it was taken back. */
  words: string
  writtenAt: Date
  editedAt: Date | null
  removed: boolean
  mentions: { name: string; told: boolean }[]
}

export const mostLetters = 4000
export const mostPassageLetters = 400

/** Ids of marks are made by editors (new-block-id.ts). */
export const markId = z.string().regex(/^[\w-]{1,60}$/)

/** What somebody has written in a note. Throws BadInput for nothing and for too much. */
export function readWords(typed: string): string {
  const words = typed.toWellFormed().trim()
  if (words === '') throw new BadInput({ field: 'words', sentence: 'Write something in the note.' })
  if (words.length > mostLetters)
    throw new BadInput({ field: 'words', sentence: 'A note has 4,000 letters at most.' })
  return words
}
