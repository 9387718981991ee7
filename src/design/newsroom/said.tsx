import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { sentenceIn } from './sentences.ts'

/** The language of the page that is being printed. */
export const NewsroomLanguage = createContext('en')

/** A sentence of an action or a check, in the language of the page. */
export function Said({ sentence }: { sentence: string }): ComponentChildren {
  return sentenceIn(useContext(NewsroomLanguage), sentence)
}
