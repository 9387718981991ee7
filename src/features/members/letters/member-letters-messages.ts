import { defineMessages } from '../../../design/messages.ts'
import type { Period } from '../membership.ts'

/** What the words of a letter are made of; amounts and days come written out. */
export interface LetterFacts {
  paper: string
  tier: string
  /** "€10 a month" */
  price: string
  /** What was paid, or given back. */
  amount: string
  /** The day that the letter is about: the next payment, the end, the return. */
  day: string
}

/** Why a payment did not go through, as far as a reader is told. */
export type FailedBecause = 'expired' | 'refused' | 'confirm'

interface Words {
  subject: string
  body: string[]
}

type Write = (facts: LetterFacts) => Words

interface MemberLetterTexts {
  hello: (name: string) => string
  thanks: string
  signed: (paper: string) => string
  account: string
  card: string
  join: string
  orOpen: string
  per: Record<Period, (amount: string) => string>
  receipt: (number: string) => string
  receiptLine: (line: { what: string; amount: string; day: string }) => string
  receiptPdf: string
  single: string
  because: Record<FailedBecause, string>
  welcome: Write
  welcomeTrial: Write
  renewed: Write
  given: Write
  failed: (facts: LetterFacts & { because: string }) => Words
  graceEnding: Write
  lapsed: Write
  restored: Write
  goodbye: Write
  goesOn: Write
  paused: Write
  pausedForNow: Write
  resumed: Write
  trialEnding: Write
  renewalAhead: Write
  changed: Write
  refunded: Write
  seat: (facts: LetterFacts & { by: string }) => Words
  seatButton: string
  seatRules: string
}

/** Texts of the letters to members and givers. */
export const memberLetterMessages = defineMessages<MemberLetterTexts>({
  en: {
    hello: name => (name ? `Dear ${name},` : 'Dear reader,'),
    thanks: 'With thanks,',
    signed: paper => `The newsroom of ${paper}`,
    account: 'Your membership',
    card: 'Put in another card',
    join: 'Become a member again',
    orOpen: 'Or open this address:',
    per: { month: amount => `${amount} a month`, year: amount => `${amount} a year` },
    receipt: number => `Receipt ${number}`,
    receiptLine: ({ what, amount, day }) => `${what}: ${amount}, paid on ${day}.`,
    receiptPdf: 'You find it as a PDF in your account.',
    single: 'Gift of money, once',
    because: {
      expired: 'the card has run out since the last payment',
      refused: 'your bank did not let it through this time',
      confirm: 'your bank wants you to confirm it yourself',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `Welcome: you are a member of ${paper}`,
      body: [
        `You are a member of ${paper} now: ${tier}, ${price}. Thank you. What we report, we report because people like you pay for it.`,
        `The next payment is on ${day}. You can change, pause or cancel at any time.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `Welcome: you are a member of ${paper}`,
      body: [
        `You are a member of ${paper} now: ${tier}. Thank you.`,
        `Nothing was taken today. The first payment, ${price}, is on ${day}; we write to you before. If you cancel until then, it costs you nothing.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `Your receipt from ${paper}`,
      body: [`Thank you for another stretch of the road: ${amount} arrived. The next payment is on ${day}.`],
    }),
    given: ({ paper, amount }) => ({
      subject: `Thank you for your gift to ${paper}`,
      body: [
        `Your gift of ${amount} arrived. Thank you: it goes into the work of our reporters.`,
        'Nothing more will be taken. This was once, as you chose.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `Your payment to ${paper} did not go through`,
      body: [
        `We tried to take ${amount} for your membership, and it did not work: ${because}. That happens easily, and nothing is lost.`,
        `Your membership stays in force until ${day}, and we try again meanwhile. If you put in another card, it is settled at once.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `Your membership of ${paper} is about to lapse`,
      body: [
        `The payment of ${amount} still has not gone through. On ${day} your membership would end.`,
        'Another card settles it in a minute. If you would rather leave, you need do nothing; thank you for the time you were with us.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `Your membership of ${paper} has ended`,
      body: [
        'The payment did not go through in the end, so your membership is over. Nothing is owed.',
        'Thank you for what you made possible. You can come back whenever you like.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `All is well again with your membership of ${paper}`,
      body: [`The payment went through. Your membership goes on as before; the next payment is on ${day}.`],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `Your membership of ${paper} is cancelled`,
      body: [
        `We have cancelled your membership. It stays in force until ${day}, since that is paid for; nothing more will be taken.`,
        'Thank you for having been with us. Should you change your mind until then, one button in your account undoes it.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `Your membership of ${paper} goes on`,
      body: [`It is not cancelled any more: ${price}, the next payment on ${day}. We are glad.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `Your membership of ${paper} is paused`,
      body: [
        `Nothing is taken while it is paused. It goes on by itself on ${day}; you can resume it sooner in your account.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `Your membership of ${paper} is paused`,
      body: ['Nothing is taken while it is paused. You can resume it in your account.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `Welcome back to ${paper}`,
      body: [`Your membership goes on: ${price}, the next payment on ${day}. Good to have you back.`],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `Your first payment to ${paper} is on ${day}`,
      body: [
        `Your free days are coming to their end. On ${day} we take the first payment: ${price}.`,
        'If you would rather not, cancel in your account until then, and it costs you nothing.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `Your membership of ${paper} renews on ${day}`,
      body: [
        `Your year comes to its end, and on ${day} the next one begins: ${price}, from the card that we know.`,
        'You need do nothing. Should you want to change or cancel it, your account is the place.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `Your membership of ${paper} has changed`,
      body: [`It is now: ${tier}, ${price}. The next payment is on ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `${paper} has paid you back ${amount}`,
      body: [`We have sent ${amount} back to your card. Until your bank shows it, some days may pass.`],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `${by} shares a membership of ${paper} with you`,
      body: [`${by} has kept a seat for you in a membership of ${paper}: ${tier}. It costs you nothing.`],
    }),
    seatButton: 'See the invitation',
    seatRules: 'The invitation holds for thirty days. If you do not know the sender, leave it be.',
  },
  uk: {
    hello: name => (name ? `Вітаємо, ${name}!` : 'Вітаємо!'),
    thanks: 'З вдячністю',
    signed: paper => `Редакція видання «${paper}»`,
    account: 'Ваше членство',
    card: 'Вказати іншу картку',
    join: 'Знову стати учасником',
    orOpen: 'Або відкрийте цю адресу:',
    per: { month: amount => `${amount} на місяць`, year: amount => `${amount} на рік` },
    receipt: number => `Квитанція ${number}`,
    receiptLine: ({ what, amount, day }) => `${what}: ${amount}, сплачено ${day}.`,
    receiptPdf: 'У вашому кабінеті вона є у форматі PDF.',
    single: 'Одноразовий внесок',
    because: {
      expired: 'після останнього платежу закінчився термін дії картки',
      refused: 'цього разу банк його не пропустив',
      confirm: 'банк просить, щоб ви підтвердили його самі',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `Вітаємо: ви учасник видання «${paper}»`,
      body: [
        `Тепер ви учасник видання «${paper}»: ${tier}, ${price}. Дякуємо. Ми працюємо, бо за це платять такі люди, як ви.`,
        `Наступний платіж — ${day}. Змінити, призупинити чи скасувати можна будь-коли.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `Вітаємо: ви учасник видання «${paper}»`,
      body: [
        `Тепер ви учасник видання «${paper}»: ${tier}. Дякуємо.`,
        `Сьогодні нічого не знято. Перший платіж, ${price}, — ${day}; ми напишемо заздалегідь. Якщо скасуєте до того, це нічого не коштуватиме.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `Ваша квитанція від видання «${paper}»`,
      body: [`Дякуємо, що ви й далі з нами: ${amount} надійшло. Наступний платіж — ${day}.`],
    }),
    given: ({ paper, amount }) => ({
      subject: `Дякуємо за внесок для видання «${paper}»`,
      body: [
        `Ваш внесок — ${amount} — надійшов. Дякуємо: він піде на роботу наших репортерів.`,
        'Більше нічого знято не буде: внесок одноразовий, як ви й обрали.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `Платіж для видання «${paper}» не пройшов`,
      body: [
        `Ми спробували зняти ${amount} за ваше членство, і не вийшло: ${because}. Таке трапляється, нічого не втрачено.`,
        `Членство чинне до ${day}, а тим часом ми спробуємо ще. Якщо вкажете іншу картку, усе владнається одразу.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `Ваше членство у виданні «${paper}» ось-ось припиниться`,
      body: [
        `Платіж на ${amount} досі не пройшов. ${day} членство припиниться.`,
        'Інша картка владнає це за хвилину. Якщо волієте піти, нічого робити не треба; дякуємо за час разом.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `Ваше членство у виданні «${paper}» завершилося`,
      body: [
        'Платіж так і не пройшов, тож членство завершилося. Ви нічого не винні.',
        'Дякуємо за те, що стало можливим завдяки вам. Повернутися можна будь-коли.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `З вашим членством у виданні «${paper}» знову все гаразд`,
      body: [`Платіж пройшов. Членство триває, як і раніше; наступний платіж — ${day}.`],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `Ваше членство у виданні «${paper}» скасовано`,
      body: [
        `Ми скасували ваше членство. Воно чинне до ${day}, бо за цей час сплачено; більше нічого знято не буде.`,
        'Дякуємо, що були з нами. Якщо передумаєте до того дня, одна кнопка в кабінеті все поверне.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `Ваше членство у виданні «${paper}» триває`,
      body: [`Скасування знято: ${price}, наступний платіж — ${day}. Ми раді.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `Ваше членство у виданні «${paper}» призупинено`,
      body: [
        `Поки воно призупинене, нічого не знімається. ${day} воно продовжиться саме; раніше — кнопкою в кабінеті.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `Ваше членство у виданні «${paper}» призупинено`,
      body: ['Поки воно призупинене, нічого не знімається. Поновити його можна в кабінеті.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `З поверненням до видання «${paper}»`,
      body: [`Ваше членство триває: ${price}, наступний платіж — ${day}. Раді бачити вас знову.`],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `Перший платіж для видання «${paper}» — ${day}`,
      body: [
        `Безкоштовні дні добігають кінця. ${day} ми знімемо перший платіж: ${price}.`,
        'Якщо не хочете, скасуйте в кабінеті до того дня, і це нічого не коштуватиме.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `Ваше членство у виданні «${paper}» поновиться ${day}`,
      body: [
        `Ваш рік добігає кінця, і ${day} почнеться наступний: ${price}, з картки, яку ми знаємо.`,
        'Робити нічого не треба. Змінити чи скасувати можна в кабінеті.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `Ваше членство у виданні «${paper}» змінено`,
      body: [`Тепер воно таке: ${tier}, ${price}. Наступний платіж — ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `«${paper}» повертає вам ${amount}`,
      body: [`Ми надіслали ${amount} назад на вашу картку. Банк може показати це за кілька днів.`],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `${by} ділиться з вами членством у виданні «${paper}»`,
      body: [`${by} має для вас місце у членстві видання «${paper}»: ${tier}. Для вас це безкоштовно.`],
    }),
    seatButton: 'Переглянути запрошення',
    seatRules: 'Запрошення чинне тридцять днів. Якщо ви не знаєте відправника, просто не зважайте.',
  },
  es: {
    hello: name => (name ? `Hola, ${name}:` : 'Hola:'),
    thanks: 'Con nuestro agradecimiento,',
    signed: paper => `La redacción de ${paper}`,
    account: 'Su membresía',
    card: 'Poner otra tarjeta',
    join: 'Volver a ser miembro',
    orOpen: 'O abra esta dirección:',
    per: { month: amount => `${amount} al mes`, year: amount => `${amount} al año` },
    receipt: number => `Recibo ${number}`,
    receiptLine: ({ what, amount, day }) => `${what}: ${amount}, pagado el ${day}.`,
    receiptPdf: 'Lo encuentra en PDF en su cuenta.',
    single: 'Contribución única',
    because: {
      expired: 'la tarjeta ha caducado desde el último pago',
      refused: 'esta vez su banco no lo dejó pasar',
      confirm: 'su banco quiere que lo confirme usted',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `Bienvenida: ya es miembro de ${paper}`,
      body: [
        `Ya es miembro de ${paper}: ${tier}, ${price}. Gracias. Lo que contamos, lo contamos porque personas como usted lo pagan.`,
        `El próximo pago es el ${day}. Puede cambiar, pausar o cancelar cuando quiera.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `Bienvenida: ya es miembro de ${paper}`,
      body: [
        `Ya es miembro de ${paper}: ${tier}. Gracias.`,
        `Hoy no se ha cobrado nada. El primer pago, ${price}, es el ${day}; le escribiremos antes. Si cancela hasta entonces, no le cuesta nada.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `Su recibo de ${paper}`,
      body: [`Gracias por seguir con nosotros: hemos recibido ${amount}. El próximo pago es el ${day}.`],
    }),
    given: ({ paper, amount }) => ({
      subject: `Gracias por su contribución a ${paper}`,
      body: [
        `Su contribución de ${amount} ha llegado. Gracias: va al trabajo de nuestros reporteros.`,
        'No se cobrará nada más: fue una sola vez, como eligió.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `Su pago a ${paper} no se pudo hacer`,
      body: [
        `Intentamos cobrar ${amount} por su membresía y no fue posible: ${because}. Pasa a menudo, y no se ha perdido nada.`,
        `Su membresía sigue en vigor hasta el ${day}, y mientras tanto lo intentamos de nuevo. Con otra tarjeta queda resuelto al momento.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `Su membresía de ${paper} está a punto de terminar`,
      body: [
        `El pago de ${amount} sigue sin hacerse. El ${day} terminaría su membresía.`,
        'Otra tarjeta lo resuelve en un minuto. Si prefiere dejarlo, no tiene que hacer nada; gracias por el tiempo con nosotros.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `Su membresía de ${paper} ha terminado`,
      body: [
        'Al final el pago no se pudo hacer, así que su membresía ha terminado. No debe nada.',
        'Gracias por lo que hizo posible. Puede volver cuando quiera.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `Su membresía de ${paper} vuelve a estar en orden`,
      body: [`El pago se hizo. Su membresía sigue como antes; el próximo pago es el ${day}.`],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `Su membresía de ${paper} está cancelada`,
      body: [
        `Hemos cancelado su membresía. Sigue en vigor hasta el ${day}, porque está pagada; no se cobrará nada más.`,
        'Gracias por haber estado con nosotros. Si cambia de idea hasta entonces, un botón en su cuenta lo deshace.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `Su membresía de ${paper} continúa`,
      body: [`Ya no está cancelada: ${price}, próximo pago el ${day}. Nos alegramos.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `Su membresía de ${paper} está en pausa`,
      body: [
        `Mientras está en pausa no se cobra nada. Continúa por sí sola el ${day}; en su cuenta puede reanudarla antes.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `Su membresía de ${paper} está en pausa`,
      body: ['Mientras está en pausa no se cobra nada. Puede reanudarla en su cuenta.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `Qué bien tenerle de vuelta en ${paper}`,
      body: [`Su membresía continúa: ${price}, próximo pago el ${day}. Nos alegra su regreso.`],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `Su primer pago a ${paper} es el ${day}`,
      body: [
        `Sus días gratuitos se acaban. El ${day} cobramos el primer pago: ${price}.`,
        'Si prefiere que no, cancele en su cuenta hasta entonces y no le cuesta nada.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `Su membresía de ${paper} se renueva el ${day}`,
      body: [
        `Su año termina, y el ${day} empieza el siguiente: ${price}, de la tarjeta que conocemos.`,
        'No tiene que hacer nada. Si quiere cambiarla o cancelarla, su cuenta es el lugar.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `Su membresía de ${paper} ha cambiado`,
      body: [`Ahora es: ${tier}, ${price}. El próximo pago es el ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `${paper} le ha devuelto ${amount}`,
      body: [`Hemos devuelto ${amount} a su tarjeta. Su banco puede tardar unos días en mostrarlo.`],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `${by} comparte con usted una membresía de ${paper}`,
      body: [
        `${by} le ha guardado un lugar en una membresía de ${paper}: ${tier}. A usted no le cuesta nada.`,
      ],
    }),
    seatButton: 'Ver la invitación',
    seatRules: 'La invitación vale treinta días. Si no conoce a quien la envía, no haga nada.',
  },
  de: {
    hello: name => (name ? `Guten Tag, ${name},` : 'Guten Tag,'),
    thanks: 'Mit Dank',
    signed: paper => `Die Redaktion von ${paper}`,
    account: 'Ihre Mitgliedschaft',
    card: 'Andere Karte angeben',
    join: 'Wieder Mitglied werden',
    orOpen: 'Oder öffnen Sie diese Adresse:',
    per: { month: amount => `${amount} im Monat`, year: amount => `${amount} im Jahr` },
    receipt: number => `Quittung ${number}`,
    receiptLine: ({ what, amount, day }) => `${what}: ${amount}, bezahlt am ${day}.`,
    receiptPdf: 'Als PDF finden Sie sie in Ihrem Konto.',
    single: 'Einmaliger Beitrag',
    because: {
      expired: 'Die Karte ist seit der letzten Zahlung abgelaufen',
      refused: 'Ihre Bank hat sie diesmal nicht durchgelassen',
      confirm: 'Ihre Bank möchte, dass Sie sie selbst bestätigen',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `Willkommen: Sie sind Mitglied von ${paper}`,
      body: [
        `Sie sind jetzt Mitglied von ${paper}: ${tier}, ${price}. Danke. Was wir berichten, berichten wir, weil Menschen wie Sie dafür bezahlen.`,
        `Die nächste Zahlung ist am ${day}. Ändern, pausieren oder kündigen können Sie jederzeit.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `Willkommen: Sie sind Mitglied von ${paper}`,
      body: [
        `Sie sind jetzt Mitglied von ${paper}: ${tier}. Danke.`,
        `Heute wurde nichts abgebucht. Die erste Zahlung, ${price}, ist am ${day}; wir schreiben Ihnen vorher. Wenn Sie bis dahin kündigen, kostet es Sie nichts.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `Ihre Quittung von ${paper}`,
      body: [
        `Danke, dass Sie weiter dabei sind: ${amount} sind angekommen. Die nächste Zahlung ist am ${day}.`,
      ],
    }),
    given: ({ paper, amount }) => ({
      subject: `Danke für Ihren Beitrag zu ${paper}`,
      body: [
        `Ihr Beitrag von ${amount} ist angekommen. Danke: Er geht in die Arbeit unserer Reporterinnen und Reporter.`,
        'Mehr wird nicht abgebucht; es war einmalig, wie Sie es gewählt haben.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `Ihre Zahlung an ${paper} hat nicht geklappt`,
      body: [
        `Wir wollten ${amount} für Ihre Mitgliedschaft abbuchen, und es ging nicht: ${because}. Das kommt vor, und verloren ist nichts.`,
        `Ihre Mitgliedschaft gilt bis zum ${day} weiter, und wir versuchen es noch einmal. Mit einer anderen Karte ist es sofort erledigt.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} läuft bald aus`,
      body: [
        `Die Zahlung von ${amount} hat noch immer nicht geklappt. Am ${day} würde Ihre Mitgliedschaft enden.`,
        'Eine andere Karte erledigt das in einer Minute. Wenn Sie lieber gehen möchten, müssen Sie nichts tun; danke für die gemeinsame Zeit.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} ist zu Ende`,
      body: [
        'Die Zahlung hat am Ende nicht geklappt, deshalb ist Ihre Mitgliedschaft zu Ende. Sie schulden nichts.',
        'Danke für das, was Sie möglich gemacht haben. Zurückkommen können Sie jederzeit.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `Mit Ihrer Mitgliedschaft bei ${paper} ist wieder alles in Ordnung`,
      body: [
        `Die Zahlung hat geklappt. Ihre Mitgliedschaft geht weiter wie bisher; die nächste Zahlung ist am ${day}.`,
      ],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} ist gekündigt`,
      body: [
        `Wir haben Ihre Mitgliedschaft gekündigt. Sie gilt bis zum ${day}, denn so lange ist bezahlt; mehr wird nicht abgebucht.`,
        'Danke, dass Sie dabei waren. Wenn Sie es sich bis dahin anders überlegen, macht ein Knopf in Ihrem Konto es rückgängig.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} geht weiter`,
      body: [`Sie ist nicht mehr gekündigt: ${price}, nächste Zahlung am ${day}. Das freut uns.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} macht Pause`,
      body: [
        `Solange sie pausiert, wird nichts abgebucht. Am ${day} geht sie von selbst weiter; in Ihrem Konto auch früher.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} macht Pause`,
      body: ['Solange sie pausiert, wird nichts abgebucht. Fortsetzen können Sie sie in Ihrem Konto.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `Willkommen zurück bei ${paper}`,
      body: [
        `Ihre Mitgliedschaft geht weiter: ${price}, nächste Zahlung am ${day}. Schön, dass Sie wieder da sind.`,
      ],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `Ihre erste Zahlung an ${paper} ist am ${day}`,
      body: [
        `Ihre kostenlosen Tage gehen zu Ende. Am ${day} buchen wir die erste Zahlung ab: ${price}.`,
        'Wenn Sie das nicht möchten, kündigen Sie bis dahin in Ihrem Konto, und es kostet Sie nichts.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} verlängert sich am ${day}`,
      body: [
        `Ihr Jahr geht zu Ende, und am ${day} beginnt das nächste: ${price}, von der Karte, die wir kennen.`,
        'Sie müssen nichts tun. Wenn Sie etwas ändern oder kündigen möchten, geht das in Ihrem Konto.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `Ihre Mitgliedschaft bei ${paper} ist geändert`,
      body: [`Sie lautet jetzt: ${tier}, ${price}. Die nächste Zahlung ist am ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `${paper} hat Ihnen ${amount} zurückgezahlt`,
      body: [
        `Wir haben ${amount} auf Ihre Karte zurücküberwiesen. Bis Ihre Bank es anzeigt, können einige Tage vergehen.`,
      ],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `${by} teilt eine Mitgliedschaft bei ${paper} mit Ihnen`,
      body: [
        `${by} hält Ihnen einen Platz in einer Mitgliedschaft bei ${paper} frei: ${tier}. Sie kostet das nichts.`,
      ],
    }),
    seatButton: 'Einladung ansehen',
    seatRules:
      'Die Einladung gilt dreißig Tage. Wenn Sie den Absender nicht kennen, lassen Sie sie einfach liegen.',
  },
  fr: {
    hello: name => (name ? `Bonjour ${name},` : 'Bonjour,'),
    thanks: 'Avec nos remerciements,',
    signed: paper => `La rédaction de ${paper}`,
    account: 'Votre adhésion',
    card: 'Donner une autre carte',
    join: 'Redevenir membre',
    orOpen: 'Ou ouvrez cette adresse :',
    per: { month: amount => `${amount} par mois`, year: amount => `${amount} par an` },
    receipt: number => `Reçu ${number}`,
    receiptLine: ({ what, amount, day }) => `${what} : ${amount}, payé le ${day}.`,
    receiptPdf: 'Vous le trouvez en PDF dans votre compte.',
    single: 'Don unique',
    because: {
      expired: 'la carte a expiré depuis le dernier paiement',
      refused: 'votre banque ne l’a pas laissé passer cette fois',
      confirm: 'votre banque souhaite que vous le confirmiez vous-même',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `Bienvenue : vous êtes membre de ${paper}`,
      body: [
        `Vous êtes maintenant membre de ${paper} : ${tier}, ${price}. Merci. Ce que nous racontons, nous le racontons parce que des gens comme vous le paient.`,
        `Le prochain paiement est le ${day}. Vous pouvez modifier, suspendre ou arrêter à tout moment.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `Bienvenue : vous êtes membre de ${paper}`,
      body: [
        `Vous êtes maintenant membre de ${paper} : ${tier}. Merci.`,
        `Rien n’a été prélevé aujourd’hui. Le premier paiement, ${price}, est le ${day} ; nous vous écrirons avant. Si vous arrêtez d’ici là, cela ne vous coûte rien.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `Votre reçu de ${paper}`,
      body: [
        `Merci de continuer avec nous : ${amount} nous sont parvenus. Le prochain paiement est le ${day}.`,
      ],
    }),
    given: ({ paper, amount }) => ({
      subject: `Merci pour votre don à ${paper}`,
      body: [
        `Votre don de ${amount} nous est parvenu. Merci : il va au travail de nos reporters.`,
        'Rien d’autre ne sera prélevé ; c’était une fois, comme vous l’avez choisi.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `Votre paiement à ${paper} n’a pas abouti`,
      body: [
        `Nous avons voulu prélever ${amount} pour votre adhésion, sans succès : ${because}. Cela arrive facilement, et rien n’est perdu.`,
        `Votre adhésion reste valable jusqu’au ${day}, et nous essayons de nouveau entre-temps. Avec une autre carte, c’est réglé aussitôt.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `Votre adhésion à ${paper} est sur le point de s’éteindre`,
      body: [
        `Le paiement de ${amount} n’a toujours pas abouti. Le ${day}, votre adhésion prendrait fin.`,
        'Une autre carte règle cela en une minute. Si vous préférez partir, vous n’avez rien à faire ; merci pour ce temps passé ensemble.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `Votre adhésion à ${paper} a pris fin`,
      body: [
        'Le paiement n’a finalement pas abouti, votre adhésion est donc terminée. Vous ne devez rien.',
        'Merci pour ce que vous avez rendu possible. Vous pouvez revenir quand vous voulez.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `Tout est rentré dans l’ordre pour votre adhésion à ${paper}`,
      body: [
        `Le paiement a abouti. Votre adhésion continue comme avant ; le prochain paiement est le ${day}.`,
      ],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `Votre adhésion à ${paper} est résiliée`,
      body: [
        `Nous avons résilié votre adhésion. Elle reste valable jusqu’au ${day}, puisque c’est payé ; rien d’autre ne sera prélevé.`,
        'Merci d’avoir été des nôtres. Si vous changez d’avis d’ici là, un bouton dans votre compte annule tout.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `Votre adhésion à ${paper} continue`,
      body: [`Elle n’est plus résiliée : ${price}, prochain paiement le ${day}. Nous en sommes heureux.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `Votre adhésion à ${paper} est suspendue`,
      body: [
        `Rien n’est prélevé pendant ce temps. Elle reprend d’elle-même le ${day} ; dans votre compte, vous pouvez la reprendre plus tôt.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `Votre adhésion à ${paper} est suspendue`,
      body: ['Rien n’est prélevé pendant ce temps. Vous pouvez la reprendre dans votre compte.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `Heureux de vous retrouver à ${paper}`,
      body: [`Votre adhésion continue : ${price}, prochain paiement le ${day}. Merci d’être de retour.`],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `Votre premier paiement à ${paper} est le ${day}`,
      body: [
        `Vos jours gratuits touchent à leur fin. Le ${day}, nous prélevons le premier paiement : ${price}.`,
        'Si vous préférez ne pas continuer, arrêtez d’ici là dans votre compte, et cela ne vous coûte rien.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `Votre adhésion à ${paper} se renouvelle le ${day}`,
      body: [
        `Votre année s’achève, et le ${day} la suivante commence : ${price}, de la carte que nous connaissons.`,
        'Vous n’avez rien à faire. Pour modifier ou arrêter, votre compte est l’endroit.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `Votre adhésion à ${paper} a changé`,
      body: [`C’est maintenant : ${tier}, ${price}. Le prochain paiement est le ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `${paper} vous a remboursé ${amount}`,
      body: [
        `Nous avons renvoyé ${amount} sur votre carte. Quelques jours peuvent passer avant que votre banque l’affiche.`,
      ],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `${by} partage avec vous une adhésion à ${paper}`,
      body: [`${by} vous a gardé une place dans une adhésion à ${paper} : ${tier}. Cela ne vous coûte rien.`],
    }),
    seatButton: 'Voir l’invitation',
    seatRules: 'L’invitation vaut trente jours. Si vous ne connaissez pas l’expéditeur, laissez-la de côté.',
  },
  ar: {
    hello: name => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
    thanks: 'مع الشكر،',
    signed: paper => `غرفة أخبار ${paper}`,
    account: 'عضويتك',
    card: 'إدخال بطاقة أخرى',
    join: 'كن عضوًا من جديد',
    orOpen: 'أو افتح هذا العنوان:',
    per: { month: amount => `${amount} في الشهر`, year: amount => `${amount} في السنة` },
    receipt: number => `إيصال ${number}`,
    receiptLine: ({ what, amount, day }) => `${what}: ${amount}، دُفع في ${day}.`,
    receiptPdf: 'تجده بصيغة PDF في حسابك.',
    single: 'مساهمة لمرة واحدة',
    because: {
      expired: 'انتهت صلاحية البطاقة منذ آخر دفعة',
      refused: 'لم يمررها مصرفك هذه المرة',
      confirm: 'يريد مصرفك أن تؤكدها بنفسك',
    },
    welcome: ({ paper, tier, price, day }) => ({
      subject: `أهلًا بك عضوًا في ${paper}`,
      body: [
        `أنت الآن عضو في ${paper}: ${tier}، ${price}. شكرًا لك. ما ننشره ننشره لأن أناسًا مثلك يدفعون ثمنه.`,
        `الدفعة التالية في ${day}. يمكنك التغيير أو الإيقاف المؤقت أو الإلغاء متى شئت.`,
      ],
    }),
    welcomeTrial: ({ paper, tier, price, day }) => ({
      subject: `أهلًا بك عضوًا في ${paper}`,
      body: [
        `أنت الآن عضو في ${paper}: ${tier}. شكرًا لك.`,
        `لم يُخصم شيء اليوم. الدفعة الأولى، ${price}، في ${day}، وسنكتب إليك قبلها. إن ألغيت قبل ذلك فلن يكلفك الأمر شيئًا.`,
      ],
    }),
    renewed: ({ paper, amount, day }) => ({
      subject: `إيصالك من ${paper}`,
      body: [`شكرًا لبقائك معنا: وصلنا ${amount}. الدفعة التالية في ${day}.`],
    }),
    given: ({ paper, amount }) => ({
      subject: `شكرًا على مساهمتك في ${paper}`,
      body: [
        `وصلت مساهمتك بمبلغ ${amount}. شكرًا لك: ستذهب إلى عمل مراسلينا.`,
        'لن يُخصم شيء آخر؛ كانت مرة واحدة كما اخترت.',
      ],
    }),
    failed: ({ paper, amount, because, day }) => ({
      subject: `لم تمر دفعتك إلى ${paper}`,
      body: [
        `حاولنا خصم ${amount} لعضويتك فلم ينجح الأمر: ${because}. يحدث هذا كثيرًا، ولم يضع شيء.`,
        `تبقى عضويتك سارية حتى ${day}، وسنحاول من جديد في أثناء ذلك. ببطاقة أخرى يُحل الأمر فورًا.`,
      ],
    }),
    graceEnding: ({ paper, amount, day }) => ({
      subject: `عضويتك في ${paper} على وشك الانتهاء`,
      body: [
        `لم تمر دفعة ${amount} بعد. في ${day} تنتهي عضويتك.`,
        'بطاقة أخرى تحل الأمر في دقيقة. وإن فضّلت المغادرة فلا داعي لفعل شيء؛ شكرًا على الوقت الذي قضيته معنا.',
      ],
    }),
    lapsed: ({ paper }) => ({
      subject: `انتهت عضويتك في ${paper}`,
      body: [
        'لم تمر الدفعة في النهاية، فانتهت عضويتك. ليس عليك شيء.',
        'شكرًا على ما جعلته ممكنًا. يمكنك العودة متى شئت.',
      ],
    }),
    restored: ({ paper, day }) => ({
      subject: `عادت عضويتك في ${paper} على ما يرام`,
      body: [`مرت الدفعة. تستمر عضويتك كما كانت؛ الدفعة التالية في ${day}.`],
    }),
    goodbye: ({ paper, day }) => ({
      subject: `أُلغيت عضويتك في ${paper}`,
      body: [
        `ألغينا عضويتك. تبقى سارية حتى ${day} لأنها مدفوعة حتى ذلك الحين؛ ولن يُخصم شيء آخر.`,
        'شكرًا لأنك كنت معنا. إن غيّرت رأيك قبل ذلك، فزر واحد في حسابك يعيدها.',
      ],
    }),
    goesOn: ({ paper, price, day }) => ({
      subject: `عضويتك في ${paper} مستمرة`,
      body: [`لم تعد ملغاة: ${price}، والدفعة التالية في ${day}. يسعدنا ذلك.`],
    }),
    paused: ({ paper, day }) => ({
      subject: `عضويتك في ${paper} متوقفة مؤقتًا`,
      body: [
        `لا يُخصم شيء في أثناء التوقف. تستمر من تلقاء نفسها في ${day}؛ ويمكنك استئنافها قبل ذلك من حسابك.`,
      ],
    }),
    pausedForNow: ({ paper }) => ({
      subject: `عضويتك في ${paper} متوقفة مؤقتًا`,
      body: ['لا يُخصم شيء في أثناء التوقف. يمكنك استئنافها من حسابك.'],
    }),
    resumed: ({ paper, price, day }) => ({
      subject: `أهلًا بعودتك إلى ${paper}`,
      body: [`عضويتك مستمرة: ${price}، والدفعة التالية في ${day}. سعداء بعودتك.`],
    }),
    trialEnding: ({ paper, price, day }) => ({
      subject: `دفعتك الأولى إلى ${paper} في ${day}`,
      body: [
        `تقترب أيامك المجانية من نهايتها. في ${day} نخصم الدفعة الأولى: ${price}.`,
        'إن كنت لا ترغب في ذلك فألغِ من حسابك قبلها، ولن يكلفك الأمر شيئًا.',
      ],
    }),
    renewalAhead: ({ paper, price, day }) => ({
      subject: `تتجدد عضويتك في ${paper} في ${day}`,
      body: [
        `تقترب سنتك من نهايتها، وفي ${day} تبدأ التالية: ${price}، من البطاقة التي نعرفها.`,
        'لا داعي لفعل شيء. إن أردت التغيير أو الإلغاء فحسابك هو المكان.',
      ],
    }),
    changed: ({ paper, tier, price, day }) => ({
      subject: `تغيرت عضويتك في ${paper}`,
      body: [`أصبحت الآن: ${tier}، ${price}. الدفعة التالية في ${day}.`],
    }),
    refunded: ({ paper, amount }) => ({
      subject: `أعاد ${paper} إليك ${amount}`,
      body: [`أعدنا ${amount} إلى بطاقتك. قد تمر أيام قبل أن يظهرها مصرفك.`],
    }),
    seat: ({ paper, by, tier }) => ({
      subject: `يشاركك ${by} عضوية في ${paper}`,
      body: [`حجز لك ${by} مقعدًا في عضوية ${paper}: ${tier}. لا يكلفك ذلك شيئًا.`],
    }),
    seatButton: 'الاطلاع على الدعوة',
    seatRules: 'تصلح الدعوة ثلاثين يومًا. إن كنت لا تعرف المرسل فتجاهلها.',
  },
})
