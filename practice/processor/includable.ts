import type { Till } from './till.ts'

/** Lists that an object shows only when `expand[]` asks for them, by `object.field`. */
export const includable: Record<string, (till: Till, holder: { id: string }) => Promise<unknown>> = {}
