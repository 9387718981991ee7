/** The version of Stripe's API that is spoken: the one that the installed client asks for (a test compares them). */
export const apiVersion = '2026-10-28.endive'
