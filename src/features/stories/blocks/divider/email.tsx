import type { VNode } from 'preact'
import { letterLook } from '../letter-look.ts'

export function dividerEmail(): VNode {
  return <hr style={letterLook.rule} />
}
