import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import type { Command } from './commands.ts'
import type { newsroomMessages } from './newsroom-messages.newsroom.ts'

/** A story as the palette shows it. */
export interface FoundStory {
  id: number
  headline: string
  language: string
  state: string
  /** The state in words. */
  stateName: string
}

type Texts = ReturnType<typeof newsroomMessages>

/** The palette as a page: what is looked for, the stories that have it in their headlines, and the commands. */
export function FindView(props: {
  ask: Ask
  q: string
  stories: FoundStory[]
  commands: Command[]
  texts: Texts
}): ComponentChildren {
  const { ask, q, stories, commands, texts } = props
  return (
    <section class="find">
      <div class="desk__head">
        <h1>{texts.find.title}</h1>
      </div>
      <search>
        <form method="get" action="/newsroom/find" class="toolbar">
          <label class="unseen" for="find-q">
            {texts.find.label}
          </label>
          <input
            id="find-q"
            type="search"
            name="q"
            value={q}
            maxlength={200}
            autofocus
            autocomplete="off"
            placeholder={texts.find.hint}
          />
          <button type="submit" class="button button--primary">
            {texts.find.find}
          </button>
        </form>
      </search>
      {stories.length > 0 && (
        <>
          <h2>{texts.deskNames.stories}</h2>
          <FoundStories stories={stories} />
        </>
      )}
      {commands.length > 0 && (
        <>
          <h2>{texts.find.commands}</h2>
          <ul class="find__list">
            {commands.map(command => (
              <CommandItem key={command.label} ask={ask} command={command} />
            ))}
          </ul>
        </>
      )}
      {stories.length + commands.length === 0 && (
        <p class="empty">
          <strong>{texts.find.nothing}</strong>
          {texts.find.nothingHint}
        </p>
      )}
    </section>
  )
}

/** What the palette fetches while somebody types. */
export function FoundStories({ stories }: { stories: FoundStory[] }): ComponentChildren {
  return (
    <ul class="find__list" id="found-stories">
      {stories.map(({ id, headline, language, state, stateName }) => (
        <li key={id} class="find__item" data-find>
          <a class="find__headline" href={`/newsroom/stories/${id}`} lang={language || undefined}>
            {headline}
          </a>{' '}
          <span class={`state state--${state === 'in-review' ? 'review' : state}`}>{stateName}</span>
        </li>
      ))}
    </ul>
  )
}

/** A command as a link, or as a form of one button; the palette reads it from here as well. */
export function CommandItem({
  ask,
  command,
}: {
  ask: { csrf: string }
  command: Command
}): ComponentChildren {
  const { label, words, href, beside, post, keys } = command
  return (
    <li class="find__item" data-find data-words={words} data-keys={keys?.join(' ')}>
      {post ? (
        <form method="post" action={post.action}>
          <CsrfField ask={ask} />
          {Object.entries(post.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="find__button">
            {label}
          </button>
        </form>
      ) : (
        <a href={href} {...(beside ? { target: '_blank', rel: 'noopener' } : {})}>
          {label}
        </a>
      )}
      {keys && (
        <span class="find__keys">
          {keys.map(key => (
            <kbd key={key}>{key.toUpperCase()}</kbd>
          ))}
        </span>
      )}
    </li>
  )
}
