import { defineMessages } from '../../../design/messages.ts'

/** What ends with an account, said before it is deleted. */
export const forgettingMessages = defineMessages({
  en: {
    paid: 'Your membership ends with the account, at once, and nothing more is taken from your card. What is paid already is not paid back by this: if you want to stay until its end, cancel the membership first.',
    granted: 'Your membership ends with the account, at once.',
  },
  uk: {
    paid: 'Разом з обліковим записом одразу закінчиться ваше членство, і з картки більше нічого не стягуватиметься. Уже сплачене при цьому не повертається: якщо хочете залишитися до кінця оплаченого часу, спершу скасуйте членство.',
    granted: 'Разом з обліковим записом одразу закінчиться ваше членство.',
  },
  es: {
    paid: 'Su membresía termina con la cuenta, de inmediato, y no se cobra nada más a su tarjeta. Lo ya pagado no se devuelve con esto: si quiere seguir hasta el final, cancele antes la membresía.',
    granted: 'Su membresía termina con la cuenta, de inmediato.',
  },
  de: {
    paid: 'Ihre Mitgliedschaft endet sofort mit dem Konto, und von Ihrer Karte wird nichts mehr abgebucht. Was schon bezahlt ist, wird dadurch nicht erstattet: Wenn Sie bis zum Ende bleiben möchten, kündigen Sie zuerst die Mitgliedschaft.',
    granted: 'Ihre Mitgliedschaft endet sofort mit dem Konto.',
  },
  fr: {
    paid: 'Votre adhésion prend fin avec le compte, tout de suite, et plus rien n’est prélevé sur votre carte. Ce qui est déjà payé n’est pas remboursé pour autant : pour rester jusqu’au bout, résiliez d’abord l’adhésion.',
    granted: 'Votre adhésion prend fin avec le compte, tout de suite.',
  },
  ar: {
    paid: 'تنتهي عضويتك مع الحساب حالًا، ولا يُسحب شيء بعد ذلك من بطاقتك. ما دُفع لا يُرد بهذا: إن أردت البقاء حتى نهاية المدة فألغِ العضوية أولًا.',
    granted: 'تنتهي عضويتك مع الحساب حالًا.',
  },
})
