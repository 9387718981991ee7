import { defineMessages } from '../../design/messages.ts'
import type { Role } from '../../platform/permissions.ts'

/** What letters to staff say, in the language of whoever gets them. */
export const staffLetterMessages = defineMessages({
  en: {
    codeSubject: (code: string) => `${code} is your sign-in code`,
    codeGreeting: (name: string) => `Hello ${name},`,
    codeIntro: (paper: string) => `this code signs you in to the newsroom of ${paper}:`,
    codeRules:
      'It is good for ten minutes, and only in the browser that asked for it. Nobody from the newsroom will ever ask you for it.',
    codeNotYou: 'If you did not ask for it, you need do nothing: nobody can sign in without it.',
    invitationSubject: (paper: string) => `Your invitation to the newsroom of ${paper}`,
    invitationIntro: ({ by, paper, role }: { by: string; paper: string; role: string }) =>
      `${by} invites you to the newsroom of ${paper}, as ${role}.`,
    invitationButton: 'Accept the invitation',
    invitationOrOpen: 'Or open this address:',
    invitationRules: 'The link works once and for seven days. If you did not expect it, leave it be.',
    roles: {
      contributor: 'a contributor',
      reporter: 'a reporter',
      editor: 'an editor',
      audience: 'one who looks after the readers',
      owner: 'an owner',
    } as Record<Role, string>,
  },
  uk: {
    codeSubject: code => `${code} — ваш код для входу`,
    codeGreeting: name => `Вітаємо, ${name}!`,
    codeIntro: paper => `Цим кодом ви увійдете до редакції видання «${paper}»:`,
    codeRules:
      'Він діє десять хвилин і лише в тому браузері, в якому його замовили. Ніхто з редакції ніколи не питатиме його у вас.',
    codeNotYou: 'Якщо ви не замовляли коду, нічого робити не треба: без нього ніхто не увійде.',
    invitationSubject: paper => `Запрошення до редакції видання «${paper}»`,
    invitationIntro: ({ by, paper, role }) => `${by} запрошує вас до редакції видання «${paper}»: ${role}.`,
    invitationButton: 'Прийняти запрошення',
    invitationOrOpen: 'Або відкрийте цю адресу:',
    invitationRules:
      'Посилання спрацює один раз і діє сім днів. Якщо ви на нього не чекали, просто не зважайте.',
    roles: {
      contributor: 'дописувач',
      reporter: 'репортер',
      editor: 'редактор',
      audience: 'робота з читачами',
      owner: 'власник',
    },
  },
  es: {
    codeSubject: code => `${code} es su código de acceso`,
    codeGreeting: name => `Hola, ${name}:`,
    codeIntro: paper => `con este código entra en la redacción de ${paper}:`,
    codeRules:
      'Vale durante diez minutos y solo en el navegador que lo pidió. Nadie de la redacción se lo pedirá nunca.',
    codeNotYou: 'Si no lo ha pedido, no tiene que hacer nada: sin él nadie puede entrar.',
    invitationSubject: paper => `Invitación a la redacción de ${paper}`,
    invitationIntro: ({ by, paper, role }) => `${by} le invita a la redacción de ${paper}: ${role}.`,
    invitationButton: 'Aceptar la invitación',
    invitationOrOpen: 'O abra esta dirección:',
    invitationRules: 'El enlace sirve una sola vez y durante siete días. Si no lo esperaba, no haga nada.',
    roles: {
      contributor: 'colaborador',
      reporter: 'reportero',
      editor: 'editor',
      audience: 'atención a los lectores',
      owner: 'propietario',
    },
  },
  de: {
    codeSubject: code => `${code} ist Ihr Anmeldecode`,
    codeGreeting: name => `Guten Tag, ${name},`,
    codeIntro: paper => `mit diesem Code melden Sie sich in der Redaktion von ${paper} an:`,
    codeRules:
      'Er gilt zehn Minuten und nur in dem Browser, der ihn angefordert hat. Niemand aus der Redaktion wird Sie je danach fragen.',
    codeNotYou:
      'Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne ihn kann sich niemand anmelden.',
    invitationSubject: paper => `Einladung in die Redaktion von ${paper}`,
    invitationIntro: ({ by, paper, role }) => `${by} lädt Sie in die Redaktion von ${paper} ein: ${role}.`,
    invitationButton: 'Einladung annehmen',
    invitationOrOpen: 'Oder öffnen Sie diese Adresse:',
    invitationRules:
      'Der Link gilt einmal und sieben Tage lang. Wenn Sie nicht damit gerechnet haben, lassen Sie ihn einfach liegen.',
    roles: {
      contributor: 'freie Mitarbeit',
      reporter: 'Reporter',
      editor: 'Redakteur',
      audience: 'Leserbetreuung',
      owner: 'Inhaber',
    },
  },
  fr: {
    codeSubject: code => `${code} : votre code de connexion`,
    codeGreeting: name => `Bonjour ${name},`,
    codeIntro: paper => `ce code vous ouvre la rédaction de ${paper} :`,
    codeRules:
      'Il est valable dix minutes, et seulement dans le navigateur qui l’a demandé. Personne à la rédaction ne vous le demandera jamais.',
    codeNotYou:
      'Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans lui, personne ne peut se connecter.',
    invitationSubject: paper => `Invitation à la rédaction de ${paper}`,
    invitationIntro: ({ by, paper, role }) => `${by} vous invite à la rédaction de ${paper} : ${role}.`,
    invitationButton: 'Accepter l’invitation',
    invitationOrOpen: 'Ou ouvrez cette adresse :',
    invitationRules:
      'Le lien sert une seule fois, pendant sept jours. Si vous ne l’attendiez pas, laissez-le de côté.',
    roles: {
      contributor: 'collaborateur',
      reporter: 'reporter',
      editor: 'rédacteur en chef',
      audience: 'relations avec les lecteurs',
      owner: 'propriétaire',
    },
  },
  ar: {
    codeSubject: code => `${code} هو رمز دخولك`,
    codeGreeting: name => `مرحبًا ${name}،`,
    codeIntro: paper => `بهذا الرمز تدخل إلى غرفة أخبار ${paper}:`,
    codeRules: 'يصلح عشر دقائق، وفي المتصفح الذي طُلب منه فقط. لن يسألك عنه أحد من غرفة الأخبار أبدًا.',
    codeNotYou: 'إن لم تطلبه فلا داعي لفعل شيء: لا أحد يدخل من دونه.',
    invitationSubject: paper => `دعوة إلى غرفة أخبار ${paper}`,
    invitationIntro: ({ by, paper, role }) => `يدعوك ${by} إلى غرفة أخبار ${paper}، بصفة: ${role}.`,
    invitationButton: 'قبول الدعوة',
    invitationOrOpen: 'أو افتح هذا العنوان:',
    invitationRules: 'يعمل الرابط مرة واحدة ولسبعة أيام. إن لم تكن تنتظره فتجاهله.',
    roles: {
      contributor: 'مساهم',
      reporter: 'مراسل',
      editor: 'محرر',
      audience: 'شؤون القراء',
      owner: 'مالك',
    },
  },
})
