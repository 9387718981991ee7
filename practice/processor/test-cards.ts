/** What a card does when it is charged. The number itself is kept nowhere. */
export interface CardBehaviour {
  /** Stripe's error code where every charge is refused, and its decline code. */
  declines?: { code: string; decline_code?: string }
  /** Refuses charges without its owner present, as from the second payment of a membership on. */
  declinesLater?: boolean
  /** Its bank asks the owner: when it is set up, or each time, so that nothing can be charged without them. */
  asks?: 'once' | 'always'
  /** Its owner disputes the payment soon after. */
  disputes?: boolean
}

export interface TestCard extends CardBehaviour {
  brand: 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay'
  country: string
  funding: 'credit' | 'debit' | 'prepaid'
}

const declined = (decline_code: string) => ({ code: 'card_declined', decline_code })
const visa = { brand: 'visa', country: 'US', funding: 'credit' } as const

/** Stripe's well-known numbers (docs.stripe.com/testing), and what each does. Any other number is refused by its page. */
export const testCards: Record<string, TestCard> = {
  '4242424242424242': visa,
  '4000056655665556': { ...visa, funding: 'debit' },
  '4000002760000016': { ...visa, country: 'DE' },
  '4000008260000000': { ...visa, country: 'GB' },
  '5555555555554444': { brand: 'mastercard', country: 'US', funding: 'credit' },
  '2223003122003222': { brand: 'mastercard', country: 'US', funding: 'credit' },
  '5200828282828210': { brand: 'mastercard', country: 'US', funding: 'debit' },
  '5105105105105100': { brand: 'mastercard', country: 'US', funding: 'prepaid' },
  '378282246310005': { brand: 'amex', country: 'US', funding: 'credit' },
  '371449635398431': { brand: 'amex', country: 'US', funding: 'credit' },
  '6011111111111117': { brand: 'discover', country: 'US', funding: 'credit' },
  '3056930009020004': { brand: 'diners', country: 'US', funding: 'credit' },
  '36227206271667': { brand: 'diners', country: 'US', funding: 'credit' },
  '3566002020360505': { brand: 'jcb', country: 'JP', funding: 'credit' },
  '6200000000000005': { brand: 'unionpay', country: 'CN', funding: 'credit' },
  '4000000000000002': { ...visa, declines: declined('generic_decline') },
  '4000000000009995': { ...visa, declines: declined('insufficient_funds') },
  '4000000000009987': { ...visa, declines: declined('lost_card') },
  '4000000000009979': { ...visa, declines: declined('stolen_card') },
  '4000000000000069': { ...visa, declines: { code: 'expired_card', decline_code: 'expired_card' } },
  '4000000000000127': { ...visa, declines: { code: 'incorrect_cvc', decline_code: 'incorrect_cvc' } },
  '4000000000000119': { ...visa, declines: { code: 'processing_error', decline_code: 'processing_error' } },
  '4000000000000341': { ...visa, declinesLater: true },
  '4000002500003155': { ...visa, asks: 'once' },
  '4000002760003184': { ...visa, country: 'DE', asks: 'always' },
  '4000000000000259': { ...visa, disputes: true },
}

/** Names by which a call may use a card without a page: payment methods, and tokens that become one. */
export const namedCards: Record<string, string> = {
  visa: '4242424242424242',
  visa_debit: '4000056655665556',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  discover: '6011111111111117',
  diners: '3056930009020004',
  jcb: '3566002020360505',
  unionpay: '6200000000000005',
  chargeDeclined: '4000000000000002',
  visa_chargeDeclined: '4000000000000002',
  chargeDeclinedInsufficientFunds: '4000000000009995',
  visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  chargeDeclinedExpiredCard: '4000000000000069',
  chargeDeclinedIncorrectCvc: '4000000000000127',
  chargeDeclinedProcessingError: '4000000000000119',
  chargeCustomerFail: '4000000000000341',
  authenticationRequiredOnSetup: '4000002500003155',
  authenticationRequired: '4000002760003184',
  createDispute: '4000000000000259',
}

/** What a bank says, in Stripe's words, by error code and decline code. */
export const declineMessages: Record<string, string> = {
  card_declined: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
  authentication_required: 'Your card was declined. This transaction requires authentication.',
  payment_intent_authentication_failure:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}
