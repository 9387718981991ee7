import { newsroomTexts } from '../../design/newsroom/newsroom-texts.ts'
import { de } from './topic-messages.newsroom.de.ts'
import { uk } from './topic-messages.newsroom.uk.ts'

export const topicTexts = newsroomTexts({
  en: {
    topics: 'Topics',
    topic: 'Topic',
    add: 'New topic',
    name: 'Name',
    slug: 'Address',
    slugHint: 'What stands behind /topics/. The old address leads on to the new one.',
    description: 'Description',
    descriptionHint: 'One or two sentences at the head of the topic’s page, and for search engines.',
    published: 'Published',
    drafts: 'In work',
    save: 'Save the topic',
    saved: (name: string) => `“${name}” is saved.`,
    merged: (name: string) => `The topics are one now: “${name}”.`,
    removed: 'The topic is gone.',
    merge: 'Merge into another topic',
    mergeHint:
      'All its stories move there, and its address and feeds lead there. Stories keep what they are otherwise. This cannot be undone.',
    mergeInto: 'Merge into',
    mergeButton: 'Merge',
    confirmMerge: 'I want these two topics to be one',
    confirmNeeded: 'Tick the box first, since merging cannot be undone.',
    choose: 'Choose a topic',
    remove: 'Remove this topic',
    removeHint: 'Possible while no story has it.',
    view: 'View its page',
    emptyTitle: 'No topics yet',
    empty:
      'A topic gathers stories under one address with feeds of its own. Most papers do well with five to fifteen.',
    nameNeeded: 'Give the topic a name.',
    slugWrong: 'The address takes letters, digits and single hyphens between them.',
  },
  de,
  uk,
})
