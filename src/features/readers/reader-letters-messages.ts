import { defineMessages } from '../../design/messages.ts'

/** What letters about a reader's account say, in the language of whoever gets them. */
export const readerLetterMessages = defineMessages({
  en: {
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    codeSubject: (code: string) => `${code} is your sign-in code`,
    codeIntro: (paper: string) => `this code signs you in to your account with ${paper}:`,
    codeRules: 'It is good for ten minutes, and only in the browser that asked for it.',
    linkIntro: 'On another device, press this button instead. It works once.',
    linkButton: 'Sign in',
    orOpen: 'Or open this address:',
    codeNotYou:
      'If you did not ask for this, you need do nothing: nobody can sign in without it. We will never ask you for the code.',
    noneSubject: (paper: string) => `No account with ${paper} for this address`,
    noneIntro: (paper: string) =>
      `somebody wanted to sign in to ${paper} with this address, but there is no account that has it.`,
    noneOther:
      'If it was you: perhaps you joined, gave or signed up with another address. Try the others you use.',
    noneButton: 'Try another address',
    noneNotYou: 'If it was not you, you need do nothing.',
    addressSubject: (code: string) => `${code} confirms your new address`,
    addressIntro: (paper: string) => `with this code, your account with ${paper} moves to this address:`,
    addressNotYou: 'If you did not ask for this, you need do nothing: without the code nothing changes.',
    movedSubject: 'The address of your account has changed',
    movedIntro: ({ paper, email }: { paper: string; email: string }) =>
      `your account with ${paper} has a new address, ${email}. From now on we write there, and sign-in codes go there.`,
    movedNotYou: 'If you did not do this, answer this letter at once, so that we can undo it.',
  },
  uk: {
    hello: name => (name ? `Вітаємо, ${name}!` : 'Вітаємо!'),
    codeSubject: code => `${code} — ваш код для входу`,
    codeIntro: paper => `Цим кодом ви увійдете до свого облікового запису у виданні «${paper}»:`,
    codeRules: 'Він діє десять хвилин і лише в тому браузері, в якому його замовили.',
    linkIntro: 'На іншому пристрої натисніть натомість цю кнопку. Вона спрацює один раз.',
    linkButton: 'Увійти',
    orOpen: 'Або відкрийте цю адресу:',
    codeNotYou:
      'Якщо ви цього не замовляли, нічого робити не треба: без коду ніхто не увійде. Ми ніколи не питатимемо його у вас.',
    noneSubject: paper => `Для цієї адреси немає облікового запису у виданні «${paper}»`,
    noneIntro: paper =>
      `Хтось хотів увійти до видання «${paper}» із цією адресою, але облікового запису з нею немає.`,
    noneOther:
      'Якщо це були ви: можливо, ви приєдналися, зробили внесок чи підписалися з іншої адреси. Спробуйте інші свої адреси.',
    noneButton: 'Спробувати іншу адресу',
    noneNotYou: 'Якщо це були не ви, нічого робити не треба.',
    addressSubject: code => `${code} підтверджує вашу нову адресу`,
    addressIntro: paper => `З цим кодом ваш обліковий запис у виданні «${paper}» перейде на цю адресу:`,
    addressNotYou: 'Якщо ви цього не замовляли, нічого робити не треба: без коду нічого не зміниться.',
    movedSubject: 'Адресу вашого облікового запису змінено',
    movedIntro: ({ paper, email }) =>
      `Ваш обліковий запис у виданні «${paper}» має нову адресу: ${email}. Відтепер ми пишемо туди, і коди для входу надходять туди.`,
    movedNotYou: 'Якщо це зробили не ви, негайно дайте відповідь на цей лист, щоб ми все повернули.',
  },
  es: {
    hello: name => (name ? `Hola, ${name}:` : 'Hola:'),
    codeSubject: code => `${code} es su código de acceso`,
    codeIntro: paper => `con este código entra en su cuenta de ${paper}:`,
    codeRules: 'Vale durante diez minutos y solo en el navegador que lo pidió.',
    linkIntro: 'En otro dispositivo, pulse este botón. Sirve una sola vez.',
    linkButton: 'Entrar',
    orOpen: 'O abra esta dirección:',
    codeNotYou:
      'Si no lo ha pedido, no tiene que hacer nada: sin él nadie puede entrar. Nunca le pediremos el código.',
    noneSubject: paper => `Esta dirección no tiene cuenta en ${paper}`,
    noneIntro: paper =>
      `alguien ha querido entrar en ${paper} con esta dirección, pero ninguna cuenta la tiene.`,
    noneOther:
      'Si ha sido usted: quizá se hizo miembro, contribuyó o se suscribió con otra dirección. Pruebe con las demás.',
    noneButton: 'Probar otra dirección',
    noneNotYou: 'Si no ha sido usted, no tiene que hacer nada.',
    addressSubject: code => `${code} confirma su nueva dirección`,
    addressIntro: paper => `con este código, su cuenta de ${paper} pasa a esta dirección:`,
    addressNotYou: 'Si no lo ha pedido, no tiene que hacer nada: sin el código no cambia nada.',
    movedSubject: 'La dirección de su cuenta ha cambiado',
    movedIntro: ({ paper, email }) =>
      `su cuenta de ${paper} tiene una dirección nueva, ${email}. Desde ahora le escribimos allí, y allí van los códigos de acceso.`,
    movedNotYou: 'Si no ha sido usted, responda enseguida a esta carta para que podamos deshacerlo.',
  },
  de: {
    hello: name => (name ? `Guten Tag, ${name},` : 'Guten Tag,'),
    codeSubject: code => `${code} ist Ihr Anmeldecode`,
    codeIntro: paper => `mit diesem Code melden Sie sich in Ihrem Konto bei ${paper} an:`,
    codeRules: 'Er gilt zehn Minuten und nur in dem Browser, der ihn angefordert hat.',
    linkIntro: 'Auf einem anderen Gerät drücken Sie stattdessen hier. Es geht einmal.',
    linkButton: 'Anmelden',
    orOpen: 'Oder öffnen Sie diese Adresse:',
    codeNotYou:
      'Wenn Sie das nicht angefordert haben, müssen Sie nichts tun: Ohne den Code kann sich niemand anmelden. Wir werden Sie nie danach fragen.',
    noneSubject: paper => `Zu dieser Adresse gibt es kein Konto bei ${paper}`,
    noneIntro: paper =>
      `jemand wollte sich mit dieser Adresse bei ${paper} anmelden, aber es gibt kein Konto mit ihr.`,
    noneOther:
      'Wenn Sie es waren: Vielleicht sind Sie mit einer anderen Adresse Mitglied geworden, haben damit gespendet oder etwas abonniert. Versuchen Sie es mit Ihren anderen.',
    noneButton: 'Andere Adresse versuchen',
    noneNotYou: 'Wenn Sie es nicht waren, müssen Sie nichts tun.',
    addressSubject: code => `${code} bestätigt Ihre neue Adresse`,
    addressIntro: paper => `mit diesem Code zieht Ihr Konto bei ${paper} an diese Adresse um:`,
    addressNotYou:
      'Wenn Sie das nicht angefordert haben, müssen Sie nichts tun: Ohne den Code ändert sich nichts.',
    movedSubject: 'Die Adresse Ihres Kontos hat sich geändert',
    movedIntro: ({ paper, email }) =>
      `Ihr Konto bei ${paper} hat eine neue Adresse: ${email}. Von nun an schreiben wir dorthin, und Anmeldecodes gehen dorthin.`,
    movedNotYou:
      'Wenn Sie das nicht waren, antworten Sie bitte sofort auf diesen Brief, damit wir es rückgängig machen.',
  },
  fr: {
    hello: name => (name ? `Bonjour ${name},` : 'Bonjour,'),
    codeSubject: code => `${code} : votre code de connexion`,
    codeIntro: paper => `ce code vous connecte à votre compte chez ${paper} :`,
    codeRules: 'Il est valable dix minutes, et seulement dans le navigateur qui l’a demandé.',
    linkIntro: 'Sur un autre appareil, appuyez plutôt sur ce bouton. Il sert une seule fois.',
    linkButton: 'Se connecter',
    orOpen: 'Ou ouvrez cette adresse :',
    codeNotYou:
      'Si vous n’avez rien demandé, vous n’avez rien à faire : sans ce code, personne ne peut se connecter. Nous ne vous le demanderons jamais.',
    noneSubject: paper => `Pas de compte chez ${paper} pour cette adresse`,
    noneIntro: paper =>
      `quelqu’un a voulu se connecter à ${paper} avec cette adresse, mais aucun compte ne la porte.`,
    noneOther:
      'Si c’était vous : vous avez peut-être adhéré, donné ou souscrit avec une autre adresse. Essayez les autres.',
    noneButton: 'Essayer une autre adresse',
    noneNotYou: 'Si ce n’était pas vous, vous n’avez rien à faire.',
    addressSubject: code => `${code} confirme votre nouvelle adresse`,
    addressIntro: paper => `avec ce code, votre compte chez ${paper} passe à cette adresse :`,
    addressNotYou: 'Si vous n’avez rien demandé, vous n’avez rien à faire : sans le code, rien ne change.',
    movedSubject: 'L’adresse de votre compte a changé',
    movedIntro: ({ paper, email }) =>
      `votre compte chez ${paper} a une nouvelle adresse, ${email}. Nous vous écrirons désormais là-bas, et les codes de connexion y seront envoyés.`,
    movedNotYou:
      'Si ce n’était pas vous, répondez tout de suite à cette lettre, pour que nous puissions revenir en arrière.',
  },
  ar: {
    hello: name => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
    codeSubject: code => `${code} هو رمز دخولك`,
    codeIntro: paper => `بهذا الرمز تدخل إلى حسابك في ${paper}:`,
    codeRules: 'يصلح عشر دقائق، وفي المتصفح الذي طُلب منه فقط.',
    linkIntro: 'على جهاز آخر اضغط هذا الزر بدلًا من ذلك. يعمل مرة واحدة.',
    linkButton: 'تسجيل الدخول',
    orOpen: 'أو افتح هذا العنوان:',
    codeNotYou: 'إن لم تطلب ذلك فلا داعي لفعل شيء: لا أحد يدخل من دونه. ولن نسألك عن الرمز أبدًا.',
    noneSubject: paper => `لا حساب في ${paper} لهذا العنوان`,
    noneIntro: paper => `أراد أحدهم الدخول إلى ${paper} بهذا العنوان، لكن ليس هناك حساب به.`,
    noneOther: 'إن كنت أنت: فربما انضممت أو تبرعت أو اشتركت بعنوان آخر. جرّب عناوينك الأخرى.',
    noneButton: 'تجربة عنوان آخر',
    noneNotYou: 'إن لم تكن أنت فلا داعي لفعل شيء.',
    addressSubject: code => `${code} يؤكد عنوانك الجديد`,
    addressIntro: paper => `بهذا الرمز ينتقل حسابك في ${paper} إلى هذا العنوان:`,
    addressNotYou: 'إن لم تطلب ذلك فلا داعي لفعل شيء: لا يتغير شيء من دون الرمز.',
    movedSubject: 'تغيّر عنوان حسابك',
    movedIntro: ({ paper, email }) =>
      `لحسابك في ${paper} عنوان جديد هو ${email}. من الآن نكتب إليك هناك، وتصل رموز الدخول إليه.`,
    movedNotYou: 'إن لم تفعل ذلك أنت فأجب عن هذه الرسالة حالًا حتى نعيد الأمر كما كان.',
  },
})
