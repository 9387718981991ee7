import { defineMessages, formatNumber, plural } from '../../../design/messages.ts'

interface Given {
  buyer: string
  paper: string
  /** "3 months", "one year". */
  span: string
  tier: string
}

/** What letters about gifts say, in the language of whoever gets them. */
export const giftLetterMessages = defineMessages({
  en: {
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    orOpen: 'Or open this address:',

    receiptSubject: (n: number, paper: string) =>
      plural('en', n, { one: `Your gift of ${paper}`, other: `Your gifts of ${paper}` }),
    receiptIntro: ({ n, span, tier, paper }: { n: number; span: string; tier: string; paper: string }) =>
      plural('en', n, {
        one: `thank you. You have bought a gift: a membership (${tier}) with ${paper} for ${span}.`,
        other: `thank you. You have bought ${formatNumber(n, 'en')} gifts: each is a membership (${tier}) with ${paper} for ${span}.`,
      }),
    receiptPaid: (amount: string, date: string) => `${amount} was paid on ${date}.`,
    receiptAtOnce: ({ name, address }: { name: string; address: string }) =>
      `For ${name}: the letter is on its way to ${address}.`,
    receiptOn: ({ name, address, when }: { name: string; address: string; when: string }) =>
      `For ${name}: the letter goes to ${address} on ${when}.`,
    receiptSelf: (name: string) =>
      `For ${name}: you hand it over. The card to print and the link to send are on your page.`,
    yourPage: 'Your gifts',
    receiptRules:
      'On that page you see whether a gift has been accepted. Until then you can correct the address, send the letter again, or have your money back. Keep this letter: its link is the key to the page.',

    giftSubject: (buyer: string, paper: string) => `${buyer} has given you a membership of ${paper}`,
    giftHeading: (name: string) => `A gift for ${name}`,
    giftIntro: ({ buyer, paper, span, tier }: Given) =>
      `${buyer} has given you a membership (${tier}) with ${paper} for ${span}.`,
    accept: 'Accept the gift',
    giftRules: (until: string) =>
      `You need no card, and nothing is ever taken from you: the membership ends by itself. The gift can be accepted once, until ${until}.`,

    reminderSubject: (buyer: string) => `Your gift from ${buyer} is still waiting`,
    reminderIntro: ({ buyer, paper, span, tier }: Given) =>
      `a while ago ${buyer} gave you a membership (${tier}) with ${paper} for ${span}. It has not been accepted yet, so here is the link once more. We will not remind you again.`,
    ownReminderSubject: (name: string) => `Your gift for ${name} has not been accepted yet`,
    ownReminderIntro: (name: string, until: string) =>
      `the gift for ${name} that you wanted to hand over yourself has not been accepted yet. It can be until ${until}. The card and the link are on your page. We will not remind you again.`,

    claimedSubject: (name: string) => `${name} has accepted your gift`,
    claimedIntro: ({ name, span, paper }: { name: string; span: string; paper: string }) =>
      `the gift for ${name}, ${span} with ${paper}, has been accepted. Thank you for giving it.`,

    refundedSubject: (name: string) => `Your gift for ${name} was taken back`,
    refundedIntro: ({ name, amount }: { name: string; amount: string }) =>
      `the gift for ${name} was taken back, and ${amount} is on its way to the card you paid with. Banks need up to ten days. The gift’s link leads nowhere any more.`,

    begunSubject: (paper: string) => `Welcome: you are a member of ${paper}`,
    begunOwn: ({ buyer, until }: { buyer: string; until: string }) =>
      `you have accepted the gift from ${buyer}. You are a member as of now, until ${until}.`,
    begunLater: ({ buyer, from, until }: { buyer: string; from: string; until: string }) =>
      `you have accepted the gift from ${buyer}. Since your own membership still runs, the gift begins when it ends, on ${from}, and lasts until ${until}.`,
    begunLonger: ({ buyer, until }: { buyer: string; until: string }) =>
      `you have accepted the gift from ${buyer}. Its time was added to your membership, which now lasts until ${until}.`,
    begunRenewal: ({ buyer, from, until }: { buyer: string; from: string; until: string }) =>
      `you have accepted the gift from ${buyer}. Your next payment moves by as much: from ${from} to ${until}. Until then nothing is taken.`,
    begunRules: 'To read as a member, sign in with this address. Nothing is charged for the gift.',
    account: 'Your account',

    proofSubject: (paper: string) => `Accept your gift of ${paper}`,
    proofIntro: ({ buyer, paper }: { buyer: string; paper: string }) =>
      `you want to accept the gift from ${buyer}, a membership of ${paper}, with this address. Press the button so that we know it is yours.`,
    proofRules: 'The link is good for an hour. If you asked for nothing, you need do nothing.',

    carryOnSubject: (paper: string, until: string) => `Your membership of ${paper} ends on ${until}`,
    carryOnIntro: ({ buyer, until }: { buyer: string; until: string }) =>
      `the membership that ${buyer} gave you ends on ${until}. It ends by itself, and nothing is charged.`,
    carryOnAsk:
      'If you would like to stay: members keep this newsroom independent, and you can go on as one of them.',
    carryOn: 'Stay a member',
  },
  uk: {
    hello: name => (name ? `Вітаємо, ${name}!` : 'Вітаємо!'),
    orOpen: 'Або відкрийте цю адресу:',

    receiptSubject: (n, paper) =>
      plural('uk', n, {
        one: `Ваш подарунок: «${paper}»`,
        few: `Ваші подарунки: «${paper}»`,
        many: `Ваші подарунки: «${paper}»`,
        other: `Ваші подарунки: «${paper}»`,
      }),
    receiptIntro: ({ n, span, tier, paper }) =>
      n === 1
        ? `Дякуємо. Ви придбали подарунок: членство (${tier}) у виданні «${paper}» на ${span}.`
        : `Дякуємо. Ви придбали ${formatNumber(n, 'uk')} ${plural('uk', n, {
            one: 'подарунок',
            few: 'подарунки',
            many: 'подарунків',
            other: 'подарунка',
          })}: кожен — це членство (${tier}) у виданні «${paper}» на ${span}.`,
    receiptPaid: (amount, date) => `Сплачено ${amount}, ${date}.`,
    receiptAtOnce: ({ name, address }) => `Для: ${name}. Лист уже надсилається на ${address}.`,
    receiptOn: ({ name, address, when }) => `Для: ${name}. Лист буде надіслано на ${address}: ${when}.`,
    receiptSelf: name =>
      `Для: ${name}. Ви передаєте подарунок самі. Листівка для друку й посилання — на вашій сторінці.`,
    yourPage: 'Ваші подарунки',
    receiptRules:
      'На тій сторінці видно, чи подарунок прийнято. Доти ви можете виправити адресу, надіслати лист ще раз або повернути гроші. Збережіть цей лист: посилання в ньому — ключ до сторінки.',

    giftSubject: (buyer, paper) => `Подарунок від ${buyer}: членство у виданні «${paper}»`,
    giftHeading: name => `Подарунок для вас, ${name}`,
    giftIntro: ({ buyer, paper, span, tier }) =>
      `${buyer} дарує вам членство (${tier}) у виданні «${paper}» на ${span}.`,
    accept: 'Прийняти подарунок',
    giftRules: until =>
      `Картка не потрібна, і з вас нічого не буде знято: членство закінчиться само. Подарунок можна прийняти один раз, до ${until}.`,

    reminderSubject: buyer => `Подарунок від ${buyer} досі чекає на вас`,
    reminderIntro: ({ buyer, paper, span, tier }) =>
      `Певний час тому ви отримали подарунок від ${buyer}: членство (${tier}) у виданні «${paper}» на ${span}. Його ще не прийнято, тож ось посилання ще раз. Більше ми не нагадуватимемо.`,
    ownReminderSubject: name => `Ваш подарунок ще не прийнято: ${name}`,
    ownReminderIntro: (name, until) =>
      `Подарунок (для: ${name}), який ви хотіли передати самі, ще не прийнято. Це можна зробити до ${until}. Листівка й посилання — на вашій сторінці. Більше ми не нагадуватимемо.`,

    claimedSubject: name => `Ваш подарунок прийнято: ${name}`,
    claimedIntro: ({ name, span, paper }) =>
      `Подарунок (для: ${name}) — «${paper}» на ${span} — прийнято. Дякуємо, що подарували.`,

    refundedSubject: name => `Ваш подарунок скасовано: ${name}`,
    refundedIntro: ({ name, amount }) =>
      `Подарунок (для: ${name}) скасовано, і ${amount} повертається на картку, якою ви платили. Банкам потрібно до десяти днів. Посилання подарунка більше не діє.`,

    begunSubject: paper => `Вітаємо серед учасників: «${paper}»`,
    begunOwn: ({ buyer, until }) =>
      `Ви прийняли подарунок від ${buyer}. Ваше членство діє відсьогодні й до ${until}.`,
    begunLater: ({ buyer, from, until }) =>
      `Ви прийняли подарунок від ${buyer}. Оскільки ваше власне членство ще триває, подарунок почнеться після нього, ${from}, і триватиме до ${until}.`,
    begunLonger: ({ buyer, until }) =>
      `Ви прийняли подарунок від ${buyer}. Його час додано до вашого членства, яке тепер триває до ${until}.`,
    begunRenewal: ({ buyer, from, until }) =>
      `Ви прийняли подарунок від ${buyer}. Ваш наступний платіж відкладено на такий самий час: з ${from} на ${until}. Доти нічого не знімається.`,
    begunRules: 'Щоб читати на правах учасника, увійдіть із цією адресою. За подарунок нічого не стягується.',
    account: 'Ваш обліковий запис',

    proofSubject: paper => `Прийміть свій подарунок: «${paper}»`,
    proofIntro: ({ buyer, paper }) =>
      `Ви хочете прийняти подарунок від ${buyer}, членство у виданні «${paper}», із цією адресою. Натисніть кнопку, щоб ми знали, що вона ваша.`,
    proofRules: 'Посилання діє годину. Якщо ви нічого не замовляли, нічого робити не треба.',

    carryOnSubject: (paper, until) => `Ваше членство у виданні «${paper}» закінчується ${until}`,
    carryOnIntro: ({ buyer, until }) =>
      `Членство, яке ви отримали в подарунок від ${buyer}, закінчується ${until}. Воно закінчиться само, і нічого не буде знято.`,
    carryOnAsk:
      'Якщо хочете залишитися: саме учасники роблять цю редакцію незалежною, і ви можете бути серед них далі.',
    carryOn: 'Залишитися серед учасників',
  },
  es: {
    hello: name => (name ? `Hola, ${name}:` : 'Hola:'),
    orOpen: 'O abra esta dirección:',

    receiptSubject: (n, paper) =>
      plural('es', n, { one: `Su regalo de ${paper}`, other: `Sus regalos de ${paper}` }),
    receiptIntro: ({ n, span, tier, paper }) =>
      plural('es', n, {
        one: `gracias. Ha comprado un regalo: ser miembro (${tier}) de ${paper} durante ${span}.`,
        other: `gracias. Ha comprado ${formatNumber(n, 'es')} regalos: cada uno es ser miembro (${tier}) de ${paper} durante ${span}.`,
      }),
    receiptPaid: (amount, date) => `Se pagaron ${amount} el ${date}.`,
    receiptAtOnce: ({ name, address }) => `Para ${name}: la carta va de camino a ${address}.`,
    receiptOn: ({ name, address, when }) => `Para ${name}: la carta saldrá a ${address} el ${when}.`,
    receiptSelf: name =>
      `Para ${name}: lo entrega usted. La tarjeta para imprimir y el enlace están en su página.`,
    yourPage: 'Sus regalos',
    receiptRules:
      'En esa página ve si un regalo se ha aceptado. Hasta entonces puede corregir la dirección, volver a enviar la carta o recuperar su dinero. Guarde esta carta: su enlace es la llave de la página.',

    giftSubject: (buyer, paper) => `${buyer} le ha regalado ser miembro de ${paper}`,
    giftHeading: name => `Un regalo para ${name}`,
    giftIntro: ({ buyer, paper, span, tier }) =>
      `${buyer} le ha regalado ser miembro (${tier}) de ${paper} durante ${span}.`,
    accept: 'Aceptar el regalo',
    giftRules: until =>
      `No hace falta tarjeta y nunca se le cobrará nada: termina por sí solo. El regalo puede aceptarse una vez, hasta el ${until}.`,

    reminderSubject: buyer => `El regalo de ${buyer} sigue esperándole`,
    reminderIntro: ({ buyer, paper, span, tier }) =>
      `hace un tiempo ${buyer} le regaló ser miembro (${tier}) de ${paper} durante ${span}. Todavía no se ha aceptado, así que aquí está el enlace otra vez. No se lo recordaremos más.`,
    ownReminderSubject: name => `Su regalo para ${name} aún no se ha aceptado`,
    ownReminderIntro: (name, until) =>
      `el regalo para ${name} que quería entregar usted aún no se ha aceptado. Puede aceptarse hasta el ${until}. La tarjeta y el enlace están en su página. No se lo recordaremos más.`,

    claimedSubject: name => `${name} ha aceptado su regalo`,
    claimedIntro: ({ name, span, paper }) =>
      `el regalo para ${name}, ${span} con ${paper}, se ha aceptado. Gracias por hacerlo.`,

    refundedSubject: name => `Su regalo para ${name} se ha anulado`,
    refundedIntro: ({ name, amount }) =>
      `el regalo para ${name} se ha anulado y ${amount} vuelven a la tarjeta con la que pagó. Los bancos tardan hasta diez días. El enlace del regalo ya no lleva a ninguna parte.`,

    begunSubject: paper => `Le damos la bienvenida: ya es miembro de ${paper}`,
    begunOwn: ({ buyer, until }) =>
      `ha aceptado el regalo de ${buyer}. Es miembro desde ahora y hasta el ${until}.`,
    begunLater: ({ buyer, from, until }) =>
      `ha aceptado el regalo de ${buyer}. Como todavía es miembro por su cuenta, el regalo empieza cuando eso termine, el ${from}, y dura hasta el ${until}.`,
    begunLonger: ({ buyer, until }) =>
      `ha aceptado el regalo de ${buyer}. Su tiempo se ha sumado al que tenía: ahora es miembro hasta el ${until}.`,
    begunRenewal: ({ buyer, from, until }) =>
      `ha aceptado el regalo de ${buyer}. Su próximo pago se aplaza otro tanto: del ${from} al ${until}. Hasta entonces no se cobra nada.`,
    begunRules: 'Para leer como miembro, entre con esta dirección. Por el regalo no se cobra nada.',
    account: 'Su cuenta',

    proofSubject: paper => `Acepte su regalo de ${paper}`,
    proofIntro: ({ buyer, paper }) =>
      `quiere aceptar con esta dirección el regalo de ${buyer}: ser miembro de ${paper}. Pulse el botón para que sepamos que es suya.`,
    proofRules: 'El enlace vale una hora. Si no ha pedido nada, no tiene que hacer nada.',

    carryOnSubject: (paper, until) => `Deja de ser miembro de ${paper} el ${until}`,
    carryOnIntro: ({ buyer, until }) =>
      `el regalo de ${buyer} termina el ${until}. Termina por sí solo y no se cobra nada.`,
    carryOnAsk:
      'Si quiere quedarse: son los miembros quienes mantienen independiente esta redacción, y puede seguir siendo uno de ellos.',
    carryOn: 'Seguir como miembro',
  },
  de: {
    hello: name => (name ? `Guten Tag, ${name},` : 'Guten Tag,'),
    orOpen: 'Oder öffnen Sie diese Adresse:',

    receiptSubject: (n, paper) =>
      plural('de', n, { one: `Ihr Geschenk: ${paper}`, other: `Ihre Geschenke: ${paper}` }),
    receiptIntro: ({ n, span, tier, paper }) =>
      plural('de', n, {
        one: `vielen Dank. Sie haben ein Geschenk gekauft: eine Mitgliedschaft (${tier}) bei ${paper} für ${span}.`,
        other: `vielen Dank. Sie haben ${formatNumber(n, 'de')} Geschenke gekauft: jedes ist eine Mitgliedschaft (${tier}) bei ${paper} für ${span}.`,
      }),
    receiptPaid: (amount, date) => `Bezahlt wurden ${amount} am ${date}.`,
    receiptAtOnce: ({ name, address }) => `Für ${name}: Der Brief ist unterwegs an ${address}.`,
    receiptOn: ({ name, address, when }) => `Für ${name}: Der Brief geht an ${address}, am ${when}.`,
    receiptSelf: name =>
      `Für ${name}: Sie überreichen es selbst. Die Karte zum Drucken und der Link stehen auf Ihrer Seite.`,
    yourPage: 'Ihre Geschenke',
    receiptRules:
      'Auf dieser Seite sehen Sie, ob ein Geschenk angenommen wurde. Bis dahin können Sie die Adresse berichtigen, den Brief noch einmal schicken oder Ihr Geld zurückbekommen. Heben Sie diesen Brief auf: Sein Link ist der Schlüssel zu der Seite.',

    giftSubject: (buyer, paper) => `${buyer} schenkt Ihnen eine Mitgliedschaft bei ${paper}`,
    giftHeading: name => `Ein Geschenk für ${name}`,
    giftIntro: ({ buyer, paper, span, tier }) =>
      `${buyer} schenkt Ihnen eine Mitgliedschaft (${tier}) bei ${paper} für ${span}.`,
    accept: 'Geschenk annehmen',
    giftRules: until =>
      `Sie brauchen keine Karte, und es wird Ihnen nie etwas abgebucht: Die Mitgliedschaft endet von selbst. Das Geschenk kann einmal angenommen werden, bis zum ${until}.`,

    reminderSubject: buyer => `Ihr Geschenk von ${buyer} wartet noch`,
    reminderIntro: ({ buyer, paper, span, tier }) =>
      `vor einiger Zeit hat ${buyer} Ihnen eine Mitgliedschaft (${tier}) bei ${paper} für ${span} geschenkt. Sie wurde noch nicht angenommen, darum hier noch einmal der Link. Wir erinnern Sie nicht wieder.`,
    ownReminderSubject: name => `Ihr Geschenk für ${name} wurde noch nicht angenommen`,
    ownReminderIntro: (name, until) =>
      `das Geschenk für ${name}, das Sie selbst überreichen wollten, wurde noch nicht angenommen. Das geht bis zum ${until}. Karte und Link stehen auf Ihrer Seite. Wir erinnern Sie nicht wieder.`,

    claimedSubject: name => `${name} hat Ihr Geschenk angenommen`,
    claimedIntro: ({ name, span, paper }) =>
      `das Geschenk für ${name}, ${paper} für ${span}, wurde angenommen. Danke, dass Sie es gemacht haben.`,

    refundedSubject: name => `Ihr Geschenk für ${name} wurde zurückgenommen`,
    refundedIntro: ({ name, amount }) =>
      `das Geschenk für ${name} wurde zurückgenommen, und ${amount} sind unterwegs zu der Karte, mit der Sie bezahlt haben. Banken brauchen bis zu zehn Tage. Der Link des Geschenks führt nirgends mehr hin.`,

    begunSubject: paper => `Willkommen: Sie sind Mitglied bei ${paper}`,
    begunOwn: ({ buyer, until }) =>
      `Sie haben das Geschenk von ${buyer} angenommen. Sie sind ab sofort Mitglied, bis zum ${until}.`,
    begunLater: ({ buyer, from, until }) =>
      `Sie haben das Geschenk von ${buyer} angenommen. Weil Ihre eigene Mitgliedschaft noch läuft, beginnt das Geschenk, wenn sie endet, am ${from}, und dauert bis zum ${until}.`,
    begunLonger: ({ buyer, until }) =>
      `Sie haben das Geschenk von ${buyer} angenommen. Seine Zeit kommt zu Ihrer Mitgliedschaft hinzu; sie läuft jetzt bis zum ${until}.`,
    begunRenewal: ({ buyer, from, until }) =>
      `Sie haben das Geschenk von ${buyer} angenommen. Ihre nächste Zahlung verschiebt sich um ebenso viel: vom ${from} auf den ${until}. Bis dahin wird nichts abgebucht.`,
    begunRules:
      'Um als Mitglied zu lesen, melden Sie sich mit dieser Adresse an. Für das Geschenk wird nichts berechnet.',
    account: 'Ihr Konto',

    proofSubject: paper => `Nehmen Sie Ihr Geschenk an: ${paper}`,
    proofIntro: ({ buyer, paper }) =>
      `Sie wollen das Geschenk von ${buyer}, eine Mitgliedschaft bei ${paper}, mit dieser Adresse annehmen. Drücken Sie den Knopf, damit wir wissen, dass sie Ihnen gehört.`,
    proofRules: 'Der Link gilt eine Stunde. Wenn Sie nichts angefordert haben, müssen Sie nichts tun.',

    carryOnSubject: (paper, until) => `Ihre Mitgliedschaft bei ${paper} endet am ${until}`,
    carryOnIntro: ({ buyer, until }) =>
      `die Mitgliedschaft, die ${buyer} Ihnen geschenkt hat, endet am ${until}. Sie endet von selbst, und es wird nichts abgebucht.`,
    carryOnAsk:
      'Wenn Sie bleiben möchten: Mitglieder halten diese Redaktion unabhängig, und Sie können weiter zu ihnen gehören.',
    carryOn: 'Mitglied bleiben',
  },
  fr: {
    hello: name => (name ? `Bonjour ${name},` : 'Bonjour,'),
    orOpen: 'Ou ouvrez cette adresse :',

    receiptSubject: (n, paper) =>
      plural('fr', n, { one: `Votre cadeau : ${paper}`, other: `Vos cadeaux : ${paper}` }),
    receiptIntro: ({ n, span, tier, paper }) =>
      n === 1
        ? `merci. Vous avez acheté un cadeau : une adhésion (${tier}) à ${paper} pour ${span}.`
        : `merci. Vous avez acheté ${formatNumber(n, 'fr')} cadeaux : chacun est une adhésion (${tier}) à ${paper} pour ${span}.`,
    receiptPaid: (amount, date) => `${amount} ont été payés le ${date}.`,
    receiptAtOnce: ({ name, address }) => `Pour ${name} : la lettre est en route vers ${address}.`,
    receiptOn: ({ name, address, when }) => `Pour ${name} : la lettre partira vers ${address} le ${when}.`,
    receiptSelf: name =>
      `Pour ${name} : vous le remettez vous-même. La carte à imprimer et le lien sont sur votre page.`,
    yourPage: 'Vos cadeaux',
    receiptRules:
      'Sur cette page, vous voyez si un cadeau a été accepté. D’ici là, vous pouvez corriger l’adresse, renvoyer la lettre ou être remboursé. Gardez cette lettre : son lien est la clé de la page.',

    giftSubject: (buyer, paper) => `${buyer} vous offre une adhésion à ${paper}`,
    giftHeading: name => `Un cadeau pour ${name}`,
    giftIntro: ({ buyer, paper, span, tier }) =>
      `${buyer} vous offre une adhésion (${tier}) à ${paper} pour ${span}.`,
    accept: 'Accepter le cadeau',
    giftRules: until =>
      `Aucune carte n’est nécessaire et rien ne vous sera jamais prélevé : l’adhésion prend fin d’elle-même. Le cadeau peut être accepté une fois, jusqu’au ${until}.`,

    reminderSubject: buyer => `Le cadeau de ${buyer} vous attend toujours`,
    reminderIntro: ({ buyer, paper, span, tier }) =>
      `il y a quelque temps, ${buyer} vous a offert une adhésion (${tier}) à ${paper} pour ${span}. Elle n’a pas encore été acceptée ; voici donc le lien une nouvelle fois. Nous ne vous le rappellerons plus.`,
    ownReminderSubject: name => `Votre cadeau pour ${name} n’a pas encore été accepté`,
    ownReminderIntro: (name, until) =>
      `le cadeau pour ${name} que vous vouliez remettre vous-même n’a pas encore été accepté. Il peut l’être jusqu’au ${until}. La carte et le lien sont sur votre page. Nous ne vous le rappellerons plus.`,

    claimedSubject: name => `${name} a accepté votre cadeau`,
    claimedIntro: ({ name, span, paper }) =>
      `le cadeau pour ${name}, ${paper} pour ${span}, a été accepté. Merci de l’avoir fait.`,

    refundedSubject: name => `Votre cadeau pour ${name} a été repris`,
    refundedIntro: ({ name, amount }) =>
      `le cadeau pour ${name} a été repris, et ${amount} retournent sur la carte avec laquelle vous avez payé. Les banques ont besoin de dix jours au plus. Le lien du cadeau ne mène plus nulle part.`,

    begunSubject: paper => `Bienvenue : vous êtes membre de ${paper}`,
    begunOwn: ({ buyer, until }) =>
      `vous avez accepté le cadeau de ${buyer}. Vous êtes membre dès maintenant, jusqu’au ${until}.`,
    begunLater: ({ buyer, from, until }) =>
      `vous avez accepté le cadeau de ${buyer}. Comme votre propre adhésion court encore, le cadeau commence quand elle prend fin, le ${from}, et dure jusqu’au ${until}.`,
    begunLonger: ({ buyer, until }) =>
      `vous avez accepté le cadeau de ${buyer}. Sa durée s’est ajoutée à votre adhésion, qui court maintenant jusqu’au ${until}.`,
    begunRenewal: ({ buyer, from, until }) =>
      `vous avez accepté le cadeau de ${buyer}. Votre prochain paiement est reporté d’autant : du ${from} au ${until}. D’ici là, rien n’est prélevé.`,
    begunRules:
      'Pour lire en tant que membre, connectez-vous avec cette adresse. Rien n’est facturé pour le cadeau.',
    account: 'Votre compte',

    proofSubject: paper => `Acceptez votre cadeau : ${paper}`,
    proofIntro: ({ buyer, paper }) =>
      `vous voulez accepter avec cette adresse le cadeau de ${buyer}, une adhésion à ${paper}. Appuyez sur le bouton pour que nous sachions qu’elle est à vous.`,
    proofRules: 'Le lien est valable une heure. Si vous n’avez rien demandé, vous n’avez rien à faire.',

    carryOnSubject: (paper, until) => `Votre adhésion à ${paper} prend fin le ${until}`,
    carryOnIntro: ({ buyer, until }) =>
      `l’adhésion que ${buyer} vous a offerte prend fin le ${until}. Elle prend fin d’elle-même, et rien n’est prélevé.`,
    carryOnAsk:
      'Si vous souhaitez rester : ce sont ses membres qui gardent cette rédaction indépendante, et vous pouvez continuer d’en être.',
    carryOn: 'Rester membre',
  },
  ar: {
    hello: name => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
    orOpen: 'أو افتح هذا العنوان:',

    receiptSubject: (n, paper) => (n === 1 ? `هديتك: ${paper}` : `هداياك: ${paper}`),
    receiptIntro: ({ n, span, tier, paper }) =>
      n === 1
        ? `شكرًا لك. اشتريت هدية: عضوية (${tier}) في ${paper} لمدة ${span}.`
        : `شكرًا لك. اشتريت ${plural('ar', n, {
            two: 'هديتين',
            few: `${formatNumber(n, 'ar')} هدايا`,
            many: `${formatNumber(n, 'ar')} هدية`,
            other: `${formatNumber(n, 'ar')} هدية`,
          })}، كل منها عضوية (${tier}) في ${paper} لمدة ${span}.`,
    receiptPaid: (amount, date) => `دُفع ${amount} في ${date}.`,
    receiptAtOnce: ({ name, address }) => `إلى ${name}: الرسالة في طريقها إلى ${address}.`,
    receiptOn: ({ name, address, when }) => `إلى ${name}: تُرسل الرسالة إلى ${address} في ${when}.`,
    receiptSelf: name => `إلى ${name}: تسلّمها بنفسك. البطاقة للطباعة والرابط في صفحتك.`,
    yourPage: 'هداياك',
    receiptRules:
      'في تلك الصفحة ترى هل قُبلت الهدية. وحتى ذلك الحين يمكنك تصحيح العنوان أو إعادة إرسال الرسالة أو استرداد مالك. احتفظ بهذه الرسالة: فرابطها مفتاح الصفحة.',

    giftSubject: (buyer, paper) => `هدية من ${buyer}: عضوية في ${paper}`,
    giftHeading: name => `هدية إلى ${name}`,
    giftIntro: ({ buyer, paper, span, tier }) =>
      `تلقيت من ${buyer} هدية: عضوية (${tier}) في ${paper} لمدة ${span}.`,
    accept: 'قبول الهدية',
    giftRules: until =>
      `لا حاجة إلى بطاقة ولن يُخصم منك شيء أبدًا: تنتهي العضوية من تلقاء نفسها. يمكن قبول الهدية مرة واحدة، حتى ${until}.`,

    reminderSubject: buyer => `هديتك من ${buyer} ما زالت في انتظارك`,
    reminderIntro: ({ buyer, paper, span, tier }) =>
      `قبل مدة تلقيت من ${buyer} هدية: عضوية (${tier}) في ${paper} لمدة ${span}. لم تُقبل بعد، فهذا رابطها مرة أخرى. لن نذكّرك ثانية.`,
    ownReminderSubject: name => `هديتك إلى ${name} لم تُقبل بعد`,
    ownReminderIntro: (name, until) =>
      `الهدية إلى ${name} التي أردت تسليمها بنفسك لم تُقبل بعد. يمكن قبولها حتى ${until}. البطاقة والرابط في صفحتك. لن نذكّرك ثانية.`,

    claimedSubject: name => `قُبلت هديتك إلى ${name}`,
    claimedIntro: ({ name, span, paper }) =>
      `الهدية إلى ${name}، وهي ${paper} لمدة ${span}، قُبلت. شكرًا لأنك أهديتها.`,

    refundedSubject: name => `استُرجعت هديتك إلى ${name}`,
    refundedIntro: ({ name, amount }) =>
      `استُرجعت الهدية إلى ${name}، و${amount} في طريقها إلى البطاقة التي دفعت بها. تحتاج المصارف إلى عشرة أيام على الأكثر. رابط الهدية لم يعد يؤدي إلى شيء.`,

    begunSubject: paper => `أهلًا بك: أنت الآن عضو في ${paper}`,
    begunOwn: ({ buyer, until }) => `قبلت الهدية من ${buyer}. أنت عضو من الآن حتى ${until}.`,
    begunLater: ({ buyer, from, until }) =>
      `قبلت الهدية من ${buyer}. ولأن عضويتك ما زالت سارية تبدأ الهدية حين تنتهي، في ${from}، وتدوم حتى ${until}.`,
    begunLonger: ({ buyer, until }) =>
      `قبلت الهدية من ${buyer}. أُضيفت مدتها إلى عضويتك التي تدوم الآن حتى ${until}.`,
    begunRenewal: ({ buyer, from, until }) =>
      `قبلت الهدية من ${buyer}. تأجلت دفعتك القادمة بالمدة نفسها: من ${from} إلى ${until}. وحتى ذلك الحين لا يُخصم شيء.`,
    begunRules: 'لتقرأ بصفتك عضوًا سجّل الدخول بهذا العنوان. لا يُحسب على الهدية شيء.',
    account: 'حسابك',

    proofSubject: paper => `اقبل هديتك: ${paper}`,
    proofIntro: ({ buyer, paper }) =>
      `تريد أن تقبل بهذا العنوان الهدية من ${buyer}، وهي عضوية في ${paper}. اضغط الزر لنعلم أنه عنوانك.`,
    proofRules: 'يصلح الرابط ساعة واحدة. إن لم تطلب شيئًا فلا داعي لفعل شيء.',

    carryOnSubject: (paper, until) => `تنتهي عضويتك في ${paper} في ${until}`,
    carryOnIntro: ({ buyer, until }) =>
      `العضوية التي أهداها إليك ${buyer} تنتهي في ${until}. تنتهي من تلقاء نفسها ولا يُخصم شيء.`,
    carryOnAsk: 'إن أردت البقاء: فالأعضاء هم من يحفظون استقلال غرفة الأخبار هذه، ويمكنك أن تبقى واحدًا منهم.',
    carryOn: 'البقاء عضوًا',
  },
})
