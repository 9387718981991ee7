import { defineMessages } from '../../design/messages.ts'

/** What letters about somebody's own account say: a new address, a passkey that came or went. */
export const staffNoticeMessages = defineMessages({
  en: {
    addressCodeSubject: (code: string) => `${code} confirms your new address`,
    addressCodeIntro: (paper: string) =>
      `this code makes this the address you sign in to the newsroom of ${paper} with:`,
    addressCodeNotYou:
      'If you do not work there, or did not ask for it, leave this letter be: nothing changes without the code.',
    addressLinkSubject: (paper: string) => `Your new address for the newsroom of ${paper}`,
    addressLinkIntro: ({ by, paper }: { by: string; paper: string }) =>
      `${by} has given this as your new address in the newsroom of ${paper}. Once you confirm it, your sign-in codes come here.`,
    addressLinkButton: 'Confirm this address',
    addressLinkRules:
      'The link works once and for seven days. If you did not expect it, leave it be: nothing changes.',
    orOpen: 'Or open this address:',
    addressChangedSubject: (paper: string) => `Your address in the newsroom of ${paper} has changed`,
    addressChanged: ({ paper, email, at }: { paper: string; email: string; at: string }) =>
      `since ${at} you sign in to the newsroom of ${paper} with ${email}. Codes no longer come to this address.`,
    accountSubject: (paper: string) => `A change to your account in the newsroom of ${paper}`,
    passkeyAdded: ({ name, at }: { name: string; at: string }) =>
      `a passkey (${name}) was added to your account on ${at}. It signs you in without a code.`,
    passkeyRemoved: ({ name, at }: { name: string; at: string }) =>
      `a passkey (${name}) was removed from your account on ${at}.`,
    appAdded: ({ at }: { at: string }) =>
      `one-time passwords from an app were set up for your account on ${at}. A sign-in by code asks for them from now on.`,
    appRemoved: ({ at }: { at: string }) =>
      `the one-time passwords of your account were turned off on ${at}.`,
    factorsReset: ({ at }: { at: string }) =>
      `your passkeys, one-time passwords and recovery codes were taken away on ${at}, and you were signed out everywhere. A code from a letter lets you in again.`,
    notYou:
      'If it was not you, tell an owner of the newsroom at once: they can end your sessions and take away what was added.',
  },
  uk: {
    addressCodeSubject: code => `${code} — підтвердження вашої нової адреси`,
    addressCodeIntro: paper => `З цим кодом ви входитимете до редакції видання «${paper}» за цією адресою:`,
    addressCodeNotYou:
      'Якщо ви там не працюєте або не просили про це, просто не зважайте на лист: без коду нічого не зміниться.',
    addressLinkSubject: paper => `Ваша нова адреса в редакції видання «${paper}»`,
    addressLinkIntro: ({ by, paper }) =>
      `${by} вказує цю адресу як вашу нову в редакції видання «${paper}». Щойно ви її підтвердите, коди для входу надходитимуть сюди.`,
    addressLinkButton: 'Підтвердити адресу',
    addressLinkRules:
      'Посилання спрацює один раз і діє сім днів. Якщо ви на нього не чекали, просто не зважайте: нічого не зміниться.',
    orOpen: 'Або відкрийте цю адресу:',
    addressChangedSubject: paper => `Вашу адресу в редакції видання «${paper}» змінено`,
    addressChanged: ({ paper, email, at }) =>
      `Відтепер (${at}) ви входите до редакції видання «${paper}» за адресою ${email}. Коди на цю адресу більше не надходитимуть.`,
    accountSubject: paper => `Зміна у вашому обліковому записі в редакції видання «${paper}»`,
    passkeyAdded: ({ name, at }) =>
      `До вашого облікового запису додано ключ доступу (${name}): ${at}. З ним ви входите без коду.`,
    passkeyRemoved: ({ name, at }) => `З вашого облікового запису вилучено ключ доступу (${name}): ${at}.`,
    appAdded: ({ at }) =>
      `Для вашого облікового запису налаштовано одноразові паролі із застосунку: ${at}. Відтепер їх питатимуть під час входу за кодом.`,
    appRemoved: ({ at }) => `Одноразові паролі вашого облікового запису вимкнено: ${at}.`,
    factorsReset: ({ at }) =>
      `Ваші ключі доступу, одноразові паролі та запасні коди вилучено (${at}), а всі сеанси завершено. Увійти знову можна за кодом із листа.`,
    notYou:
      'Якщо це були не ви, негайно скажіть власникові редакції: він може завершити ваші сеанси й вилучити додане.',
  },
  es: {
    addressCodeSubject: code => `${code} confirma su nueva dirección`,
    addressCodeIntro: paper =>
      `con este código, esta será la dirección con la que entra en la redacción de ${paper}:`,
    addressCodeNotYou: 'Si no trabaja allí o no lo ha pedido, no haga nada: sin el código no cambia nada.',
    addressLinkSubject: paper => `Su nueva dirección en la redacción de ${paper}`,
    addressLinkIntro: ({ by, paper }) =>
      `${by} ha indicado esta como su nueva dirección en la redacción de ${paper}. En cuanto la confirme, sus códigos de acceso llegarán aquí.`,
    addressLinkButton: 'Confirmar esta dirección',
    addressLinkRules:
      'El enlace sirve una sola vez y durante siete días. Si no lo esperaba, no haga nada: nada cambiará.',
    orOpen: 'O abra esta dirección:',
    addressChangedSubject: paper => `Su dirección en la redacción de ${paper} ha cambiado`,
    addressChanged: ({ paper, email, at }) =>
      `desde el ${at} entra en la redacción de ${paper} con ${email}. Los códigos ya no llegan a esta dirección.`,
    accountSubject: paper => `Un cambio en su cuenta de la redacción de ${paper}`,
    passkeyAdded: ({ name, at }) =>
      `el ${at} se añadió a su cuenta una llave de acceso (${name}). Con ella entra sin código.`,
    passkeyRemoved: ({ name, at }) => `el ${at} se quitó de su cuenta una llave de acceso (${name}).`,
    appAdded: ({ at }) =>
      `el ${at} se activaron en su cuenta las contraseñas de un solo uso de una aplicación. Desde ahora se piden al entrar con código.`,
    appRemoved: ({ at }) => `el ${at} se desactivaron las contraseñas de un solo uso de su cuenta.`,
    factorsReset: ({ at }) =>
      `el ${at} se quitaron sus llaves de acceso, contraseñas de un solo uso y códigos de recuperación, y se cerraron todas sus sesiones. Puede volver a entrar con un código por correo.`,
    notYou:
      'Si no ha sido usted, avise enseguida a un propietario de la redacción: puede cerrar sus sesiones y quitar lo añadido.',
  },
  de: {
    addressCodeSubject: code => `${code} bestätigt Ihre neue Adresse`,
    addressCodeIntro: paper =>
      `mit diesem Code wird dies die Adresse, mit der Sie sich in der Redaktion von ${paper} anmelden:`,
    addressCodeNotYou:
      'Wenn Sie dort nicht arbeiten oder nicht darum gebeten haben, lassen Sie diesen Brief einfach liegen: Ohne den Code ändert sich nichts.',
    addressLinkSubject: paper => `Ihre neue Adresse in der Redaktion von ${paper}`,
    addressLinkIntro: ({ by, paper }) =>
      `${by} hat dies als Ihre neue Adresse in der Redaktion von ${paper} angegeben. Sobald Sie sie bestätigen, kommen Ihre Anmeldecodes hierher.`,
    addressLinkButton: 'Adresse bestätigen',
    addressLinkRules:
      'Der Link gilt einmal und sieben Tage lang. Wenn Sie nicht damit gerechnet haben, lassen Sie ihn liegen: Es ändert sich nichts.',
    orOpen: 'Oder öffnen Sie diese Adresse:',
    addressChangedSubject: paper => `Ihre Adresse in der Redaktion von ${paper} ist geändert`,
    addressChanged: ({ paper, email, at }) =>
      `seit ${at} melden Sie sich in der Redaktion von ${paper} mit ${email} an. An diese Adresse kommen keine Codes mehr.`,
    accountSubject: paper => `Eine Änderung an Ihrem Konto in der Redaktion von ${paper}`,
    passkeyAdded: ({ name, at }) =>
      `Ihrem Konto wurde ein Passkey hinzugefügt (${name}): ${at}. Mit ihm melden Sie sich ohne Code an.`,
    passkeyRemoved: ({ name, at }) => `aus Ihrem Konto wurde ein Passkey entfernt (${name}): ${at}.`,
    appAdded: ({ at }) =>
      `für Ihr Konto wurden Einmalpasswörter aus einer App eingerichtet: ${at}. Bei der Anmeldung mit Code wird von nun an danach gefragt.`,
    appRemoved: ({ at }) => `die Einmalpasswörter Ihres Kontos wurden abgeschaltet: ${at}.`,
    factorsReset: ({ at }) =>
      `Ihre Passkeys, Einmalpasswörter und Ersatzcodes wurden entfernt (${at}), und Sie wurden überall abgemeldet. Mit einem Code aus einem Brief kommen Sie wieder hinein.`,
    notYou:
      'Wenn Sie das nicht waren, sagen Sie sofort jemandem Bescheid, dem die Redaktion gehört: Dort kann man Ihre Sitzungen beenden und Hinzugefügtes entfernen.',
  },
  fr: {
    addressCodeSubject: code => `${code} confirme votre nouvelle adresse`,
    addressCodeIntro: paper =>
      `avec ce code, cette adresse devient celle qui vous ouvre la rédaction de ${paper} :`,
    addressCodeNotYou:
      'Si vous n’y travaillez pas ou n’avez rien demandé, laissez cette lettre de côté : rien ne change sans le code.',
    addressLinkSubject: paper => `Votre nouvelle adresse à la rédaction de ${paper}`,
    addressLinkIntro: ({ by, paper }) =>
      `${by} a indiqué cette adresse comme votre nouvelle adresse à la rédaction de ${paper}. Dès que vous la confirmerez, vos codes de connexion arriveront ici.`,
    addressLinkButton: 'Confirmer cette adresse',
    addressLinkRules:
      'Le lien sert une seule fois, pendant sept jours. Si vous ne l’attendiez pas, laissez-le de côté : rien ne changera.',
    orOpen: 'Ou ouvrez cette adresse :',
    addressChangedSubject: paper => `Votre adresse à la rédaction de ${paper} a changé`,
    addressChanged: ({ paper, email, at }) =>
      `depuis le ${at}, vous vous connectez à la rédaction de ${paper} avec ${email}. Les codes n’arrivent plus à cette adresse.`,
    accountSubject: paper => `Un changement de votre compte à la rédaction de ${paper}`,
    passkeyAdded: ({ name, at }) =>
      `une clé d’accès (${name}) a été ajoutée à votre compte le ${at}. Elle vous connecte sans code.`,
    passkeyRemoved: ({ name, at }) => `une clé d’accès (${name}) a été retirée de votre compte le ${at}.`,
    appAdded: ({ at }) =>
      `des mots de passe à usage unique ont été mis en place pour votre compte le ${at}. Ils sont désormais demandés après le code.`,
    appRemoved: ({ at }) => `les mots de passe à usage unique de votre compte ont été désactivés le ${at}.`,
    factorsReset: ({ at }) =>
      `vos clés d’accès, mots de passe à usage unique et codes de secours ont été retirés le ${at}, et toutes vos sessions sont closes. Un code reçu par lettre vous permet de revenir.`,
    notYou:
      'Si ce n’était pas vous, prévenez aussitôt un propriétaire de la rédaction : il peut clore vos sessions et retirer ce qui a été ajouté.',
  },
  ar: {
    addressCodeSubject: code => `${code} يؤكد عنوانك الجديد`,
    addressCodeIntro: paper => `بهذا الرمز يصبح هذا هو العنوان الذي تدخل به إلى غرفة أخبار ${paper}:`,
    addressCodeNotYou: 'إن لم تكن تعمل هناك أو لم تطلب ذلك فتجاهل هذه الرسالة: لا يتغير شيء من دون الرمز.',
    addressLinkSubject: paper => `عنوانك الجديد في غرفة أخبار ${paper}`,
    addressLinkIntro: ({ by, paper }) =>
      `حدد ${by} هذا العنوان عنوانًا جديدًا لك في غرفة أخبار ${paper}. ما إن تؤكده حتى تصلك رموز الدخول هنا.`,
    addressLinkButton: 'تأكيد العنوان',
    addressLinkRules: 'يعمل الرابط مرة واحدة ولسبعة أيام. إن لم تكن تنتظره فتجاهله: لن يتغير شيء.',
    orOpen: 'أو افتح هذا العنوان:',
    addressChangedSubject: paper => `تغيّر عنوانك في غرفة أخبار ${paper}`,
    addressChanged: ({ paper, email, at }) =>
      `منذ ${at} تدخل إلى غرفة أخبار ${paper} بالعنوان ${email}. لن تصل الرموز إلى هذا العنوان بعد الآن.`,
    accountSubject: paper => `تغيير في حسابك في غرفة أخبار ${paper}`,
    passkeyAdded: ({ name, at }) => `أُضيف مفتاح مرور (${name}) إلى حسابك: ${at}. به تدخل من دون رمز.`,
    passkeyRemoved: ({ name, at }) => `أُزيل مفتاح مرور (${name}) من حسابك: ${at}.`,
    appAdded: ({ at }) => `أُعدّت لحسابك كلمات مرور لمرة واحدة من تطبيق: ${at}. ستُطلب من الآن عند الدخول برمز.`,
    appRemoved: ({ at }) => `أُوقفت كلمات المرور لمرة واحدة في حسابك: ${at}.`,
    factorsReset: ({ at }) =>
      `أُزيلت مفاتيح مرورك وكلمات المرور لمرة واحدة ورموز الاسترداد (${at})، وأُنهيت كل جلساتك. يمكنك الدخول من جديد برمز من رسالة.`,
    notYou: 'إن لم تكن أنت من فعل ذلك فأخبر أحد مالكي غرفة الأخبار فورًا: بوسعه إنهاء جلساتك وإزالة ما أُضيف.',
  },
})
