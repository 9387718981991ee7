import type { Call } from './call.ts'
import { customerCalls } from './resources/customers.ts'
import { priceCalls } from './resources/prices.ts'
import { productCalls } from './resources/products.ts'

/** Every call that is known; any other is refused by name. */
export const calls: readonly Call[] = [...customerCalls, ...productCalls, ...priceCalls]
