import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { applyEvent } from './apply-object.ts'
import type { ProcessorEffects } from './processor-effects.ts'

/**
 * Hears the card processor (docs.stripe.com/webhooks): 200 once an event is applied, or was before; 400 where its
 * signature does not fit; anything else makes the processor send it again.
 */
export function processorWebhook(effects: ProcessorEffects) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const signature = ask.headers['stripe-signature']
    try {
      const event = await house.payments.readEvent(
        ask.raw,
        Array.isArray(signature) ? signature[0] : signature,
      )
      await applyEvent(house, effects, event)
      return plain(200, 'applied')
    } catch (error) {
      if (error instanceof BadInput) return plain(400, error.message)
      throw error
    }
  }
}

function plain(status: number, words: string): Answer {
  return {
    status,
    type: 'text/plain; charset=utf-8',
    body: `${words}\n`,
    headers: { 'cache-control': 'no-store' },
  }
}
