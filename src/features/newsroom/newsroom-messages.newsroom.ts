import { plural } from '../../design/messages.ts'
import { newsroomTexts } from '../../design/newsroom/newsroom-texts.ts'
import { de } from './newsroom-messages.newsroom.de.ts'
import { uk } from './newsroom-messages.newsroom.uk.ts'

export const newsroomMessages = newsroomTexts({
  en: {
    deskNames: {
      stories: 'Stories',
      planning: 'Planning',
      live: 'Live',
      fronts: 'Fronts',
      photographs: 'Photographs',
      publication: 'Publication',
      support: 'Support',
      gifts: 'Gifts',
      campaigns: 'Campaigns',
      staff: 'Staff',
      audit: 'Audit log',
      account: 'Your account',
    },
    roles: {
      contributor: 'Contributor',
      reporter: 'Reporter',
      editor: 'Editor',
      audience: 'Audience',
      owner: 'Owner',
    },
    shortcuts: 'Keyboard shortcuts',
    shortcutsIntro:
      'Every desk works without a mouse. Tab and Shift Tab go from control to control; these go faster.',
    close: 'Close',
    keys: {
      palette: 'Find a story, a desk or a command',
      sheet: 'This sheet',
      newStory: 'New story',
      newBrief: 'New brief',
      desk: (name: string) => `Go to ${name}`,
      rows: 'Next and previous row of a list',
      openRow: 'Open the row',
      selectRow: 'Select the row, in the story list',
      search: 'Search, in the story list',
      editBrief: 'Change the brief, on the live desk',
      postBrief: 'Post the brief, on the live desk; with Shift a new line',
      save: 'Save, or send the form',
      publish: 'Publish, in a story',
      blocks: 'Insert a block, in a story',
      moveBlock: 'Move the block up or down, in a story',
      below: 'A new paragraph below the block, in a story',
      link: 'Link the selected words, in a story',
      headings: 'Heading, from large to small, in a story',
      lists: 'Numbered list, list, in a story',
      quotation: 'Quotation, in a story',
      note: 'A note on the selected words, in a story',
      suggesting: 'Suggest instead of writing, and back, in a story',
      settle: 'Accept or reject the suggestion at the caret, and go to the next',
      leave: 'Close what floats; leave the field',
    },
    find: {
      title: 'Find',
      label: 'Find a story, a desk or a command',
      hint: 'Words of a headline, a desk, a command',
      find: 'Find',
      commands: 'Desks and commands',
      nothing: 'Nothing has these words',
      nothingHint: 'Stories are found by words of their headlines. Try fewer or shorter ones.',
    },
    commands: {
      publishStory: 'Publish this story',
      paper: 'View the paper',
      accountWords: 'account passkeys sessions password',
      theme: { system: 'Colours as the system', light: 'Light newsroom', dark: 'Dark newsroom' },
      themeWords: 'theme mode colours toggle',
      signOut: 'Sign out',
      signOutWords: 'log out leave',
    },
    letterTrouble: ({ late, lost }: { late: number; lost: number }) =>
      [
        lost > 0 &&
          plural('en', lost, { one: 'One letter did not go out.', other: `${lost} letters did not go out.` }),
        late > 0 &&
          plural('en', late, {
            one: 'One letter waits for the mail server.',
            other: `${late} letters wait for the mail server.`,
          }),
      ]
        .filter(Boolean)
        .join(' '),
    notAllowed: 'That is not open to you',
    notFound: 'There is nothing here',
    notFoundHint: 'The address may have been mistyped, or what was here may be gone.',
    conflict: 'Somebody was faster',
    wrong: 'That could not be used',
    away: 'Something does not answer just now',
    fault: 'Something went wrong on our side',
    faultHint: (id: string) =>
      `What you sent may not have been kept. If it happens again, give this number to whoever runs the server: ${id}.`,
    back: 'Back to the newsroom',
    signedOut: 'You have been signed out',
    signedOutHint:
      'Nothing you typed is lost: it is on this page. Sign in again in a new window, then come back here and send it again.',
    signIn: 'Sign in (new window)',
    stale: 'Please send this once more',
    sendAgain: 'Send again',
    filesAgain: 'A file that you had chosen is not kept: choose it again afterwards.',
    typed: 'What you typed',
  },
  de,
  uk,
})
