import { newsroomTexts } from '../../design/newsroom/newsroom-texts.ts'
import { de } from './sign-in-messages.newsroom.de.ts'
import { uk } from './sign-in-messages.newsroom.uk.ts'

/** Texts of the pages in front of the newsroom's door. */
export const signInMessages = newsroomTexts({
  en: {
    signIn: 'Sign in to the newsroom',
    email: 'Your e-mail address',
    sendCode: 'Send me a code',
    codeHint: 'We send a code to this address. There is no password to remember.',
    orPasskey: 'Or without waiting for a letter:',
    usePasskey: 'Sign in with a passkey',
    passkeyFailed: 'That passkey did not work here. Try again, or have a code sent.',
    passkeyAborted: 'Nothing was signed. Press the button to try once more.',
    passkeysAway: (host: string) =>
      `Passkeys work at the paper’s own address only (${host}), and over https.`,
    trying: 'Waiting for your passkey …',
    enterCode: 'Enter the code',
    codeSent: (email: string) =>
      `If ${email} belongs to somebody on the staff, a letter with a code is on its way. It arrives within a minute.`,
    practiceMail: 'Letters of this machine are kept in the practice mailbox.',
    openPractice: 'Open the mailbox (new window)',
    code: 'Code from the letter',
    codeRules: 'Eight digits. Good for ten minutes, in this browser.',
    goOn: 'Sign in',
    wrongCode: 'That is not the code. Please look once more at the newest letter.',
    codeEnded: 'That code can no longer be used. Please have a new one sent.',
    otherAddress: 'Use another address, or have a new code sent',
    secondFactor: 'One more step',
    secondFactorIntro: (name: string) => `${name}, please show that it is you.`,
    oneTimePassword: 'Password from your app',
    oneTimeRules: 'Six digits from your authenticator app, or one of your recovery codes.',
    recoveryOnly: 'Recovery code',
    recoveryOnlyRules: 'One of the codes you wrote down when you set this up. Each works once.',
    confirm: 'Confirm',
    wrongFactor: 'That is not right. Each password works once, and for half a minute.',
    ended: 'This sign-in took too long, or there were too many wrong codes. Please begin again.',
    enrol: 'Set up a second factor',
    enrolIntro: (name: string) =>
      `${name}, this newsroom asks everyone for a second factor. It takes a minute, once.`,
    byPasskey: 'With a passkey',
    byPasskeyHint:
      'Your computer or telephone keeps it, and asks for your finger, face or PIN. Later it also signs you in without a code.',
    addPasskey: 'Add a passkey',
    byApp: 'With an app',
    byAppHint: 'Scan this with an authenticator app, then type the six digits it shows.',
    typedSecret: 'Or type this into the app:',
    qrCode: 'QR code for an authenticator app',
    linkTitle: (name: string) => `Sign in as ${name}`,
    linkHint: 'The link works once: it is used up when you press the button.',
    linkGone: 'This link is no longer good',
    linkGoneHint: 'It has been used, withdrawn or replaced by a newer one, or its time is over.',
    toSignIn: 'To the sign-in',
    welcome: 'Welcome to your newsroom',
    welcomeIntro:
      'You are the first here, so this makes you its owner. Everyone else comes by your invitation.',
    welcomeGoneHint:
      'Each start of the program prints a new link until there is an owner; only the newest works.',
    name: 'Your name',
    language: 'Language of the newsroom',
    becomeOwner: 'Make me the owner',
    invitation: (paper: string) => `Join the newsroom of ${paper}`,
    invitationIntro: (email: string, role: string) => `You come as ${role}, with the address ${email}.`,
    nameHint: 'As your colleagues should see it.',
    join: 'Join',
    recoveryCodes: 'Your recovery codes',
    recoveryIntro:
      'Write these down or print them. Each signs you in once in place of your second factor, should you lose it. They are not shown again.',
    recoveryKept: 'I have kept them',
  },
  de,
  uk,
})
