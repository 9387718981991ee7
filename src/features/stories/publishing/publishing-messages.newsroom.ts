import { newsroomTexts } from '../../../design/newsroom/newsroom-texts.ts'
import { de } from './publishing-messages.newsroom.de.ts'
import { uk } from './publishing-messages.newsroom.uk.ts'

/** Texts of the page about publishing one story, and of planning. */
export const publishingMessages = newsroomTexts({
  en: {
    /** The language these texts are in, for the dates among them. */
    tag: 'en',
    states: {
      draft: 'Draft',
      'in-review': 'In review',
      ready: 'Ready',
      scheduled: 'Scheduled',
      published: 'Published',
      withdrawn: 'Withdrawn',
    },
    untitled: 'Untitled',
    title: (headline: string) => `Publish: ${headline}`,
    backToText: 'Back to the text',
    publish: 'Publish',
    schedule: 'Schedule',
    update: 'Publish the change',
    scheduleChange: 'Schedule the change',
    publishAgain: 'Publish again',
    publishCorrection: 'Publish the correction',

    whatHappens: 'What will happen',
    address: 'Address',
    noAddress: 'none yet',
    leadsOn: (slugs: string[]) =>
      `Readers of ${slugs.map(slug => `/${slug}`).join(', ')} are led on to the new address.`,
    seenIn: 'Appears in',
    pageOnly: 'Its own address and the sitemap. A page stands in no list or feed.',
    lists: (topics: string[], authors: string[]) =>
      [
        'The front where it fills by itself, the archive and search',
        topics.length > 0 && `the topic${topics.length > 1 ? 's' : ''} ${topics.join(', ')}`,
        authors.length > 0 && `the page${authors.length > 1 ? 's' : ''} of ${authors.join(', ')}`,
      ]
        .filter(Boolean)
        .join('; '),
    feeds: 'Feeds and sitemaps',
    feedsHint:
      'RSS, Atom and JSON feeds of the paper, its topics and authors; the sitemap, and for two days the one for news.',
    time: 'Time',
    timeNow: (time: string) => `If published now: ${time}`,
    firstPublished: (time: string, by: string) => `first on ${time}${by ? `, by ${by}` : ''}`,
    lastUpdated: (time: string) => `shown as updated ${time}`,
    goesOut: (time: string, by: string) => `goes out by itself on ${time}${by ? `, set by ${by}` : ''}`,
    withdrawnOn: (time: string) => `on ${time}`,
    embargoStands: (time: string) =>
      `Embargoed until ${time}. Until then nothing of it can go out, whoever tries.`,
    scheduleFailed: (sentence: string) =>
      `It could not go out at its time: ${sentence} It is tried again every minute until you put that right or take it off the schedule.`,
    unschedule: 'Take it off the schedule',

    checks: 'Checks',
    checksGood: 'Everything that can be checked is in order.',
    stops: 'Stops it',
    asks: 'Advice',
    waits: 'Checking',
    goThere: 'Go there',
    lookAgain: 'Look again',
    reason: 'Why it goes out all the same',
    reasonHint: 'Needed while there is advice above. It is kept in the audit log.',
    lastReason: 'This is what was said the last time.',

    when: 'When',
    now: 'Now',
    nowInstead: (time: string) => `Now, instead of on ${time}`,
    atTime: 'At a time',
    scheduleTime: 'Day and time',
    bothTimes: 'You gave a time but chose to publish now. Choose one of the two.',
    noTime: 'Give the day and time at which it goes out.',

    planned: {
      title: 'A change is scheduled',
      line: (kind: string, time: string, by: string) =>
        `${kind}: goes out by itself on ${time}, set by ${by}.`,
      frozen: (time: string) =>
        `What goes out is the text as it stood on ${time}, when this was scheduled. What is written afterwards stays in the draft.`,
      behind: (fields: string[]) =>
        `The draft says something else by now: ${fields.join(', ')}. Schedule the change again below if that is to go out as well.`,
      ends: 'Publishing at once or withdrawing the story takes it off the schedule.',
      failed: (sentence: string) =>
        `The change could not go out at its time: ${sentence} It is tried again every minute until you put that right, schedule it again or take it off the schedule.`,
      correction: 'Its correction',
      compare: 'What it changes',
      compareDraft: 'What the draft says besides',
      move: 'Change the time',
      cancel: 'Take it off the schedule',
      standing: (time: string) => `a change goes out by itself on ${time}`,
    },
    changes: {
      title: 'Changes',
      waiting: (name: string, time: string) => `${name} handed changes of this story in on ${time}.`,
      waitingMine: (time: string) =>
        `The changes were handed in on ${time}. An editor publishes them or hands them back. What you write meanwhile goes with them.`,
      none: 'Readers see just what the draft says. When you have changed something, hand it in here.',
      hint: 'Readers do not see these changes yet. An editor publishes them; until then the story stays as it is.',
      handIn: 'Hand in the changes',
      takeBack: 'Take them back',
      handBack: 'Hand them back',
      words: 'What is still to be done',
      wordsHint: 'It stands as a note in the margin, and whoever handed the changes in gets it as a letter.',
      standing: (name: string) => `changes by ${name} wait for an editor`,
    },

    whatChange: 'What is the change to readers?',
    whatChangeMissing:
      'Say what the change is to readers: an update, a correction, or a silent fix of typing.',
    kinds: {
      first: 'First published',
      update: 'Update',
      correction: 'Correction',
      silent: 'Silent fix',
    },
    kindHints: {
      update: 'Something new has come in. The story shows “Updated” with the time.',
      correction:
        'Something was wrong. The correction is dated and public: on the story, on the page of corrections and in its feed. It can never be changed.',
      silent: 'Only typing was put right. Nothing is shown.',
    },
    changed: (fields: string[]) => `Changed since it was last published: ${fields.join(', ')}.`,
    fields: {
      headline: 'headline',
      standfirst: 'standfirst',
      label: 'label',
      slug: 'address',
      language: 'language',
      timeZone: 'time zone',
      authors: 'authors',
      topics: 'topics',
      photograph: 'photograph',
      searchHeadline: 'headline for search',
      searchDescription: 'description for search',
      canonicalUrl: 'original address',
      aiHelp: 'help by AI',
      asksNothing: 'whether it asks for nothing',
      blocks: 'text',
    } as Record<string, string>,
    unchanged: 'Readers see just what the desk has. Without a change you can still publish a correction.',
    correctionText: 'The correction',
    correctionHint: 'What was wrong, and what is right. Readers see it word for word.',
    severity: 'How serious',
    severities: { minor: 'Minor', major: 'Major: it changes what readers took from the story' },
    placement: 'Where it stands',
    placements: { bottom: 'Under the story', top: 'Above the text' },
    refersTo: 'About an earlier correction',
    refersToNone: 'No',
    correctionOf: (date: string, text: string) =>
      `${date}: ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`,

    restoreHint: (note: string) =>
      `Its address now answers that it was withdrawn${note ? `: “${note}”` : ''}. Publishing brings it back to its place.`,

    move: 'Where it stands',
    moves: { draft: 'Back to draft', 'in-review': 'Hand in for review', ready: 'Mark as ready' },
    onlyEditors: 'An editor publishes it. Hand it in when you are done.',

    plan: 'Plan',
    due: 'Due',
    assignee: 'Looked after by',
    nobody: 'Nobody',
    embargo: 'Embargo until',
    embargoHint: 'Nothing goes out before. Leave it empty for none.',
    savePlan: 'Save the plan',

    aiTitle: 'Help by AI',
    aiQuestion: 'What did AI help with?',
    aiNone: 'Nothing',
    aiTasks: {
      research: 'Research',
      transcription: 'Transcription',
      translation: 'Translation',
      data: 'Data analysis',
      writing: 'Writing',
      pictures: 'Pictures',
    },
    aiLine: 'What readers are told, in your own words',
    aiLineHint: (usual: string) => `Left empty: “${usual}”`,
    aiMissing: 'Say what AI helped with, or choose “Nothing”.',
    aiSave: 'Save the answer',

    previews: 'Preview links',
    previewsHint:
      'For somebody outside who should read the draft: a source, a lawyer. The page is in no search engine and counts nothing.',
    previewFor: 'For whom',
    previewDays: 'Works for',
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    createPreview: 'Make a link',
    newPreview: 'Copy this link now. It is not kept, and cannot be shown again.',
    previewLine: (by: string, until: string) => `Made by ${by}; works until ${until}`,
    unnamedPreview: 'No name given',
    revoke: 'Take back',
    openDraft: 'Look at the page as it would be',

    withdraw: 'Withdraw',
    withdrawHint:
      'The story leaves every list, feed and search result at once. Its address answers that it was withdrawn, with your note. You can publish it again.',
    withdrawNote: 'What readers are told',
    remove: 'Remove for good',
    removeHint:
      'Only where a law or a person’s safety demands it. The headline and the text go from every revision, the draft and its history, corrections, search and feeds, for staff as well. What stays is the address, the day and your sentence. Nobody can undo it. Copies of the database that were made before still hold the text.',
    removeStatus: 'Why',
    removeStatuses: { 451: 'A law or a court demands it (451)', 410: 'Another reason (410)' },
    removeNote: 'What readers are told',
    removeNoteHint: 'Say nothing of what was in the text.',
    removeConfirm: (id: number) => `Type “remove ${id}”`,
    removeButton: 'Remove the text for good',

    openTitle: 'Private',
    openHint: 'This was private or behind a password where it was imported from.',
    open: 'Let everybody read it once published',

    past: 'What was published',
    pastEmpty: 'Nothing yet.',
    pastLine: (kind: string, number: number) => `${kind}, revision ${number}`,
    correctionsTitle: 'Corrections',

    overtaken: {
      published: (by: string, kind: string, time: string) =>
        `${by} published this story at ${time} (${kind}), after you had opened this page. Nothing of yours is lost: look at what readers see now, then decide and press the button again.`,
      corrected: 'Somebody published a correction of this story meanwhile. Look at it below, then go on.',
      scheduled: (by: string, time: string) =>
        `${by || 'Somebody'} scheduled it for ${time}, after you had opened this page. Nothing of yours is lost: look at it, then decide and press the button again.`,
      withdrawn:
        'Somebody withdrew this story after you had opened this page. Nothing of yours is lost: look at why, then decide and press the button again.',
      open: 'It was scheduled when you opened this page, and somebody has taken it off the schedule since. Nothing of yours is lost: decide and press the button again.',
      changed:
        'The text has changed since you opened this page. Look at it once more. Press the button again to publish the newest text, as it is at that moment.',
    },
    lookAtPaper: 'What readers see now',
    lookAtText: 'The text as it is now',

    done: {
      published: 'The story is published.',
      updated: 'The change is published.',
      corrected: 'The correction is published.',
      restored: 'The story is back.',
      scheduled: 'The story is scheduled.',
      'updated-instead': 'The change is published. What was scheduled is off the schedule.',
      'change-scheduled': 'The change is scheduled.',
      'change-moved': 'The change has another time.',
      'change-cancelled': 'The change is off the schedule. Its text is in the timeline.',
      'handed-in': 'The changes are handed in.',
      'taken-back': 'The changes are yours again.',
      'handed-back': 'The changes are handed back, with your note.',
      unscheduled: 'The story is off the schedule.',
      moved: 'The story was moved on.',
      planned: 'The plan is saved.',
      'ai-help': 'The answer is saved.',
      revoked: 'The link works no more.',
      withdrawn: 'The story is withdrawn.',
      opened: 'The story is open.',
    } as Record<string, string>,
    seeIt: 'See it on the paper',
    removed: 'The text of the story was removed for good.',

    planning: {
      title: 'Planning',
      week: (from: string, until: string) => `${from} to ${until}`,
      before: 'The week before',
      after: 'The week after',
      thisWeek: 'This week',
      today: 'Today',
      nothing: 'Nothing',
      due: 'Due',
      scheduled: 'Goes out',
      'planned-change': 'A change goes out',
      embargo: 'Embargo ends',
      published: 'Published',
      more: (n: number) => `and ${n} more`,
      unplanned: 'Without a date',
      unplannedEmpty: 'Everything that is being written has a date.',
      unplannedMine: 'Only stories that are yours are shown.',
      lastWritten: (time: string) => `Last written ${time}`,
      change: 'Change',
      save: 'Save',
      changeOf: (headline: string) => `Change the plan of ${headline}`,
      times: (zone: string) => `All times are those of ${zone}.`,
    },
  },
  de,
  uk,
})

export type PublishingTexts = ReturnType<typeof publishingMessages>
