import { defineMessages } from '../../design/messages.ts'

/**
 * What appeals say where the newsroom has said nothing of its own. Names in braces are figures (figure-text.ts); the words
 * after them are the plural forms of the language, in CLDR's order.
 */
export const campaignMessages = defineMessages({
  en: {
    support: 'Support',
    campaign: 'Campaign',
    join: 'Become a member',
    gift: 'Gift a membership',
    dismiss: 'Dismiss this message',
    cards: 'Cards we accept',
    daysLeft: '{days_left|day|days} left',
    progress: {
      members: '{members_new} of {goal|new member|new members}',
      gifts: '{gifts_new} of {goal|gift membership|gift memberships}',
      supporters: '{supporters_new} of {goal|new supporter|new supporters}',
      amount: '{raised} of {goal}',
    },
    call: {
      members: 'Help us get {goal|new member|new members}!',
      gifts: 'Help us get {goal|gift membership|gift memberships}!',
      supporters: 'Help us get {goal|new supporter|new supporters}!',
      amount: 'Help us raise {goal}!',
    },
    words: {
      before: { heading: 'Our campaign begins soon.', text: '' },
      underway: { heading: '', text: '' },
      reached: {
        heading: 'We have reached our goal. Thank you!',
        text: 'Every one of you made this happen.',
      },
      passed: {
        heading: 'We have passed our goal. Thank you!',
        text: 'We asked for {goal}, and you gave us {beyond} more.',
      },
      ended: {
        heading: 'Our campaign is over. Thank you to all who took part!',
        text: 'Whoever missed it is welcome on any day of the year.',
      },
      thanks: {
        heading: 'Thank you for your support.',
        text: 'You are one of {supporters|person|people} who keep this newsroom going.',
      },
    },
  },
  uk: {
    support: 'Підтримка',
    campaign: 'Кампанія',
    join: 'Стати учасником',
    gift: 'Подарувати участь',
    dismiss: 'Сховати це повідомлення',
    cards: 'Картки, які ми приймаємо',
    daysLeft: 'Лишається {days_left|день|дні|днів|дня}',
    progress: {
      members: '{members_new} з {goal|нового учасника|нових учасників|нових учасників|нового учасника}',
      gifts:
        '{gifts_new} з {goal|подарованої участі|подарованих участей|подарованих участей|подарованої участі}',
      supporters:
        '{supporters_new} з {goal|нового прихильника|нових прихильників|нових прихильників|нового прихильника}',
      amount: '{raised} з {goal}',
    },
    call: {
      members:
        'Допоможіть нам знайти {goal|нового учасника|нових учасників|нових учасників|нового учасника}!',
      gifts:
        'Допоможіть нам зібрати {goal|подаровану участь|подаровані участі|подарованих участей|подарованої участі}!',
      supporters:
        'Допоможіть нам знайти {goal|нового прихильника|нових прихильників|нових прихильників|нового прихильника}!',
      amount: 'Допоможіть нам зібрати {goal}!',
    },
    words: {
      before: { heading: 'Незабаром починається наша кампанія.', text: '' },
      underway: { heading: '', text: '' },
      reached: { heading: 'Ми досягли мети. Дякуємо!', text: 'Це зробив кожен і кожна з вас.' },
      passed: {
        heading: 'Ми перевершили свою мету. Дякуємо!',
        text: 'Ми просили {goal}, а ви дали на {beyond} більше.',
      },
      ended: {
        heading: 'Наша кампанія завершилася. Дякуємо всім, хто долучився!',
        text: 'Хто не встиг, може приєднатися будь-якого дня.',
      },
      thanks: {
        heading: 'Дякуємо за вашу підтримку.',
        text: 'Редакція працює завдяки таким людям, як ви: нас підтримують {supporters|людина|людини|людей|людини}.',
      },
    },
  },
  es: {
    support: 'Apoyo',
    campaign: 'Campaña',
    join: 'Hazte socio',
    gift: 'Regala una suscripción de socio',
    dismiss: 'Ocultar este mensaje',
    cards: 'Tarjetas que aceptamos',
    daysLeft: '{days_left|día|días} para el final',
    progress: {
      members: '{members_new} de {goal|nuevo socio|nuevos socios}',
      gifts: '{gifts_new} de {goal|suscripción regalada|suscripciones regaladas}',
      supporters: '{supporters_new} de {goal|nuevo colaborador|nuevos colaboradores}',
      amount: '{raised} de {goal}',
    },
    call: {
      members: '¡Ayúdanos a conseguir {goal|nuevo socio|nuevos socios}!',
      gifts: '¡Ayúdanos a conseguir {goal|suscripción regalada|suscripciones regaladas}!',
      supporters: '¡Ayúdanos a conseguir {goal|nuevo colaborador|nuevos colaboradores}!',
      amount: '¡Ayúdanos a reunir {goal}!',
    },
    words: {
      before: { heading: 'Nuestra campaña empieza pronto.', text: '' },
      underway: { heading: '', text: '' },
      reached: {
        heading: 'Hemos alcanzado la meta. ¡Gracias!',
        text: 'Lo habéis hecho posible entre todos.',
      },
      passed: {
        heading: 'Hemos superado la meta. ¡Gracias!',
        text: 'Pedimos {goal} y nos disteis {beyond} más.',
      },
      ended: {
        heading: 'La campaña ha terminado. ¡Gracias a todos los que participasteis!',
        text: 'Quien no llegó a tiempo será bienvenido cualquier día del año.',
      },
      thanks: {
        heading: 'Gracias por tu apoyo.',
        text: 'Esta redacción sigue adelante gracias a {supporters|persona|personas} como tú.',
      },
    },
  },
  de: {
    support: 'Unterstützen',
    campaign: 'Kampagne',
    join: 'Mitglied werden',
    gift: 'Mitgliedschaft verschenken',
    dismiss: 'Diese Nachricht ausblenden',
    cards: 'Karten, die wir annehmen',
    daysLeft: 'noch {days_left|Tag|Tage}',
    progress: {
      members: '{members_new} von {goal|neuen Mitglied|neuen Mitgliedern}',
      gifts: '{gifts_new} von {goal|verschenkten Mitgliedschaft|verschenkten Mitgliedschaften}',
      supporters: '{supporters_new} von {goal|neuen Förderer|neuen Förderern}',
      amount: '{raised} von {goal}',
    },
    call: {
      members: 'Helfen Sie uns, {goal|neues Mitglied|neue Mitglieder} zu gewinnen!',
      gifts: 'Helfen Sie uns zu {goal|verschenkten Mitgliedschaft|verschenkten Mitgliedschaften}!',
      supporters: 'Helfen Sie uns, {goal|neuen Förderer|neue Förderer} zu gewinnen!',
      amount: 'Helfen Sie uns, {goal} zu sammeln!',
    },
    words: {
      before: { heading: 'Unsere Kampagne beginnt bald.', text: '' },
      underway: { heading: '', text: '' },
      reached: {
        heading: 'Wir haben unser Ziel erreicht. Danke!',
        text: 'Das haben Sie alle zusammen geschafft.',
      },
      passed: {
        heading: 'Wir haben unser Ziel übertroffen. Danke!',
        text: 'Um {goal} hatten wir gebeten, und es wurden {beyond} mehr.',
      },
      ended: {
        heading: 'Unsere Kampagne ist zu Ende. Danke an alle, die dabei waren!',
        text: 'Wer sie verpasst hat, ist an jedem Tag des Jahres willkommen.',
      },
      thanks: {
        heading: 'Danke für Ihre Unterstützung.',
        text: 'Diese Redaktion lebt von {supporters|Menschen|Menschen} wie Ihnen.',
      },
    },
  },
  fr: {
    support: 'Soutien',
    campaign: 'Campagne',
    join: 'Devenir membre',
    gift: 'Offrir une adhésion',
    dismiss: 'Masquer ce message',
    cards: 'Cartes acceptées',
    daysLeft: 'encore {days_left|jour|jours}',
    progress: {
      members: '{members_new} sur {goal|nouveau membre|nouveaux membres}',
      gifts: '{gifts_new} sur {goal|adhésion offerte|adhésions offertes}',
      supporters: '{supporters_new} sur {goal|nouveau soutien|nouveaux soutiens}',
      amount: '{raised} sur {goal}',
    },
    call: {
      members: 'Aidez-nous à trouver {goal|nouveau membre|nouveaux membres} !',
      gifts: 'Aidez-nous à atteindre {goal|adhésion offerte|adhésions offertes} !',
      supporters: 'Aidez-nous à trouver {goal|nouveau soutien|nouveaux soutiens} !',
      amount: 'Aidez-nous à réunir {goal} !',
    },
    words: {
      before: { heading: 'Notre campagne commence bientôt.', text: '' },
      underway: { heading: '', text: '' },
      reached: {
        heading: 'Notre objectif est atteint. Merci !',
        text: 'C’est vous tous qui l’avez rendu possible.',
      },
      passed: {
        heading: 'Notre objectif est dépassé. Merci !',
        text: 'Nous demandions {goal}, et vous en avez donné {beyond} de plus.',
      },
      ended: {
        heading: 'Notre campagne est terminée. Merci à toutes celles et ceux qui y ont pris part !',
        text: 'Si vous l’avez manquée, vous êtes les bienvenus tous les jours de l’année.',
      },
      thanks: {
        heading: 'Merci de votre soutien.',
        text: 'Cette rédaction vit grâce à {supporters|personne|personnes} comme vous.',
      },
    },
  },
  ar: {
    support: 'الدعم',
    campaign: 'حملة',
    join: 'انضموا إلى العضوية',
    gift: 'أهدوا عضوية',
    dismiss: 'إخفاء هذه الرسالة',
    cards: 'البطاقات المقبولة',
    daysLeft: 'بقي {days_left|يوم|يوم|يومان|أيام|يومًا|يوم}',
    progress: {
      members: '{members_new} من أصل {goal|عضو جديد|عضو جديد|عضوين جديدين|أعضاء جدد|عضوًا جديدًا|عضو جديد}',
      gifts:
        '{gifts_new} من أصل {goal|عضوية مهداة|عضوية مهداة|عضويتين مهداتين|عضويات مهداة|عضوية مهداة|عضوية مهداة}',
      supporters:
        '{supporters_new} من أصل {goal|داعم جديد|داعم جديد|داعمين جديدين|داعمين جدد|داعمًا جديدًا|داعم جديد}',
      amount: '{raised} من أصل {goal}',
    },
    call: {
      members: 'ساعدونا في الوصول إلى {goal|عضو جديد|عضو جديد|عضوين جديدين|أعضاء جدد|عضوًا جديدًا|عضو جديد}!',
      gifts:
        'ساعدونا في الوصول إلى {goal|عضوية مهداة|عضوية مهداة|عضويتين مهداتين|عضويات مهداة|عضوية مهداة|عضوية مهداة}!',
      supporters:
        'ساعدونا في الوصول إلى {goal|داعم جديد|داعم جديد|داعمين جديدين|داعمين جدد|داعمًا جديدًا|داعم جديد}!',
      amount: 'ساعدونا في جمع {goal}!',
    },
    words: {
      before: { heading: 'حملتنا تبدأ قريبًا.', text: '' },
      underway: { heading: '', text: '' },
      reached: { heading: 'بلغنا هدفنا. شكرًا لكم!', text: 'كل واحد منكم شارك في ذلك.' },
      passed: {
        heading: 'تجاوزنا هدفنا. شكرًا لكم!',
        text: 'طلبنا {goal}، ومنحتمونا {beyond} فوقها.',
      },
      ended: {
        heading: 'انتهت حملتنا. شكرًا لكل من شارك فيها!',
        text: 'ومن فاتته فأهلًا به في أي يوم من أيام السنة.',
      },
      thanks: {
        heading: 'شكرًا لدعمكم.',
        text: 'تستمر هذه الصحيفة بفضل {supporters|شخص|شخص|شخصين|أشخاص|شخصًا|شخص} مثلكم.',
      },
    },
  },
})
