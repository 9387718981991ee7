import { newsroomTexts } from './newsroom-texts.ts'

export const frameTexts = newsroomTexts({
  en: {
    newsroom: 'Newsroom',
    skip: 'Skip to content',
    desks: 'Desks',
    menu: 'Desks',
    paper: 'View the paper',
    find: 'Find',
    findHint: 'Find a story, a desk or a command (Ctrl K)',
    shortcuts: 'Keyboard shortcuts',
    theme: 'Light or dark',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    account: 'Your account',
    signOut: 'Sign out',
    undo: 'Undo',
    practiceMail: 'Practice mailbox',
    waiting: (n: number) => `${n} waiting`,
    close: 'Close',
    working: 'Working …',
    offline: 'The connection is lost. What you type stays here; sending goes on when it is back.',
    failedToSend: 'That did not reach the newsroom. Nothing was lost; please try again.',
  },
})
