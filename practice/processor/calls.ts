import type { Call } from './call.ts'
import { balanceTransactionCalls } from './resources/balance-transactions.ts'
import { billingPortalCalls } from './resources/billing-portal.ts'
import { chargeCalls } from './resources/charges.ts'
import { checkoutSessionCalls } from './resources/checkout-sessions.ts'
import { couponCalls } from './resources/coupons.ts'
import { customerCalls } from './resources/customers.ts'
import { disputeCalls } from './resources/disputes.ts'
import { eventCalls } from './resources/events.ts'
import { invoiceItemCalls } from './resources/invoice-items.ts'
import { invoiceCalls, invoicePaymentCalls } from './resources/invoices.ts'
import { paymentIntentCalls } from './resources/payment-intents.ts'
import { paymentMethodCalls } from './resources/payment-methods.ts'
import { priceCalls } from './resources/prices.ts'
import { productCalls } from './resources/products.ts'
import { promotionCodeCalls } from './resources/promotion-codes.ts'
import { refundCalls } from './resources/refunds.ts'
import { setupIntentCalls } from './resources/setup-intents.ts'
import { subscriptionCalls } from './resources/subscriptions.ts'
import { testClockCalls } from './resources/test-clocks.ts'
import { webhookEndpointCalls } from './resources/webhook-endpoints.ts'

/** Every call that is known; any other is refused by name. */
export const calls: readonly Call[] = [
  ...customerCalls,
  ...productCalls,
  ...priceCalls,
  ...couponCalls,
  ...promotionCodeCalls,
  ...checkoutSessionCalls,
  ...subscriptionCalls,
  ...invoiceCalls,
  ...invoiceItemCalls,
  ...invoicePaymentCalls,
  ...paymentIntentCalls,
  ...setupIntentCalls,
  ...paymentMethodCalls,
  ...chargeCalls,
  ...refundCalls,
  ...disputeCalls,
  ...balanceTransactionCalls,
  ...billingPortalCalls,
  ...eventCalls,
  ...webhookEndpointCalls,
  ...testClockCalls,
]
