import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { useField } from '../session/story-fields.ts'
import { Finder, readFound } from '../views/controls.tsx'
import { panelMessages } from './panel-messages.newsroom.ts'

/** Authors or topics: several, in an order that counts. */
export function Picker(props: { desk: WritingDesk; what: 'authors' | 'topics' }): ComponentChildren {
  const { desk, what } = props
  const texts = panelMessages(document.documentElement.lang)
  const [ids, setIds] = useField(desk.shared.fields, what)
  const names = useNames(desk, what, ids)
  const nameOf = (id: number) => names.get(id) ?? String(id)
  const move = (id: number, by: -1 | 1) => {
    const at = ids.indexOf(id)
    const next = ids.filter(each => each !== id)
    next.splice(at + by, 0, id)
    setIds(next)
  }
  return (
    <div class="picker" id={`field-${what}`}>
      <p class="field__label">{texts[what]}</p>
      {ids.length > 0 && (
        <ol class="picker__chosen">
          {ids.map((id, i) => (
            <li key={id}>
              <span>
                {nameOf(id)}
                {what === 'topics' && i === 0 && ids.length > 1 && <span class="soft"> {texts.primary}</span>}
              </span>
              <span class="picker__moves">
                {i > 0 && <Small label={texts.earlier(nameOf(id))} sign="↑" onPress={() => move(id, -1)} />}
                {i < ids.length - 1 && (
                  <Small label={texts.later(nameOf(id))} sign="↓" onPress={() => move(id, 1)} />
                )}
                <Small
                  label={texts.leaveOut(nameOf(id))}
                  sign="×"
                  onPress={() => setIds(ids.filter(each => each !== id))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Finder
        label={what === 'authors' ? texts.addAuthor : texts.addTopic}
        nothing={texts.nothing}
        find={async words =>
          readFound(await desk.asking.get(`find/${what}`, { q: words })).filter(({ id }) => !ids.includes(id))
        }
        onChoose={({ id, words }) => {
          names.set(id, words)
          setIds([...ids.filter(each => each !== id), id])
        }}
      />
    </div>
  )
}

function Small(props: { label: string; sign: string; onPress(): void }): ComponentChildren {
  return (
    <button
      type="button"
      class="picker__move"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      {props.sign}
    </button>
  )
}

/** Names for the numbers; those that somebody else has just added are asked for. */
export function useNames(
  { facts, asking }: WritingDesk,
  what: 'authors' | 'topics',
  ids: readonly number[],
): Map<number, string> {
  const [names] = useState(() => new Map(facts[what].map(({ id, name }) => [id, name])))
  const [, draw] = useState(0)
  const missing = ids.filter(id => !names.has(id)).join(',')
  useEffect(() => {
    if (!missing) return
    asking.get(`find/${what}`, { ids: missing }).then(
      answer => {
        for (const { id, words } of readFound(answer)) names.set(id, words)
        draw(n => n + 1)
      },
      () => {},
    )
  }, [missing])
  return names
}
