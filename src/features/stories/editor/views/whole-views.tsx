import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { knownEmbed } from '../../blocks/embed/providers.ts'
import { isSafeHref } from '../../blocks/inline.ts'
import type { TreeNode } from '../../live-draft/tree.ts'
import { blockOf } from '../../live-draft/tree-to-blocks.ts'
import { useLive } from '../session/store.ts'
import { focusAt } from '../text/focus-at.ts'
import { beginFile } from '../uploads/place-file.ts'
import { pendingOf } from '../uploads/place-photograph.ts'
import { sentenceFor } from '../uploads/uploads.ts'
import { useIsSending } from './arriving-pictures.tsx'
import type { BlockLook, BlockProps } from './block-view.tsx'
import { Button, FileButton, Finder, readFound, TextField } from './controls.tsx'

export const relatedStoryLook: BlockLook = { tag: 'div', class: 'writing__whole', above: RelatedStory }
export const fileLook: BlockLook = { tag: 'div', class: 'writing__whole', above: FileBlock }
export const unknownLook: BlockLook = { tag: 'div', class: 'writing__whole', above: UnknownBlock }
export const unknownPartLook: BlockLook = { tag: 'span', class: 'writing__part', above: UnknownPart }
export const dividerLook: BlockLook = { tag: 'div', class: 'writing__divider', above: () => <hr /> }

export const embedLook: BlockLook = {
  tag: 'figure',
  class: ({ attrs }) => {
    const known = knownEmbed(String(attrs.url))
    if (!known) return 'embed embed--link'
    return `embed embed--${known.kind} ${known.aspect ? `embed--${known.aspect}` : `embed--${known.provider}`}`
  },
  above: Embed,
  content: { tag: 'div', class: 'figure__caption writing__captions' },
  below: EmbedTools,
}

export const rawHtmlLook: BlockLook = {
  tag: 'figure',
  class: 'html-block writing__html',
  above: ({ desk }) => <p class="field__label">{desk.blockTexts.htmlSource}</p>,
  content: { tag: 'pre', inside: 'code' },
  below: HtmlPreview,
}

/** The block as the page shows it, asked for again whenever it says something else. */
function AsOnThePage({ desk, node }: BlockProps): ComponentChildren {
  const holder = useRef<HTMLDivElement>(null)
  const block = JSON.stringify(blockOf(node.toJSON() as TreeNode))
  useEffect(() => {
    let isWanted = true
    desk.asking.sendJson('shown', JSON.parse(block)).then(
      answer => {
        if (isWanted) holder.current?.replaceChildren(...answer.childNodes)
      },
      error => {
        if (isWanted && holder.current)
          holder.current.textContent = sentenceFor(error, desk.blockTexts.failed)
      },
    )
    return () => {
      isWanted = false
    }
  }, [block])
  // Links and frames in it are not for use here.
  return <div ref={holder} class="writing__shown" inert />
}

function RelatedStory(props: BlockProps): ComponentChildren {
  const { desk, node, set, remove } = props
  const texts = desk.blockTexts
  if (node.attrs.storyId === null)
    return (
      <div class="waiting-picture">
        <Finder
          label={texts.findStory}
          nothing={texts.noneFound}
          autofocus
          find={async words => readFound(await desk.asking.get('find/stories', { q: words }))}
          onChoose={({ id }) => set({ storyId: id })}
        />
        <Button onPress={remove}>{texts.remove}</Button>
      </div>
    )
  return (
    <>
      <AsOnThePage {...props} />
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={texts.relatedHeadline}
          value={node.attrs.headline ?? ''}
          maxLength={500}
          onValue={value => set({ headline: value || null })}
        />
        <div class="controls__row">
          <Button kind="quiet" onPress={() => set({ storyId: null })}>
            {texts.findStory}
          </Button>
          <Button kind="quiet" onPress={remove}>
            {texts.remove}
          </Button>
        </div>
      </div>
    </>
  )
}

function FileBlock(props: BlockProps): ComponentChildren {
  const { desk, node, set, remove } = props
  const texts = desk.blockTexts
  const { upload } = pendingOf(node)
  const key = upload?.key ?? ''
  const going = useLive(desk.uploads.listen, () => desk.uploads.get(key))
  const isOnItsWay = useIsSending(desk, upload?.by)
  const choose = ([file]: File[]) => {
    if (file) set({ more: { upload: beginFile(desk, file) } })
  }
  if (node.attrs.fileId === null)
    return (
      <div class="waiting-picture" aria-live="polite">
        {going?.state === 'going' && (
          <>
            <progress max={1} value={going.progress} aria-label={going.file.name} />
            <p class="figure__note">{texts.goingUp(going.file.name, Math.round(going.progress * 100))}</p>
          </>
        )}
        {going?.state === 'failed' && <p class="field__error">{going.sentence}</p>}
        {!going && (
          <p class="figure__note">
            {upload === undefined
              ? texts.fileHint
              : isOnItsWay
                ? texts.othersUpload(upload.name)
                : texts.interrupted(upload.name)}
          </p>
        )}
        <div class="controls__row">
          {going?.state === 'failed' && (
            <Button onPress={() => desk.uploads.retry(key)}>{texts.retry}</Button>
          )}
          {going ? (
            <Button
              onPress={() => {
                desk.uploads.cancel(key)
                set({ more: null })
              }}
            >
              {texts.cancel}
            </Button>
          ) : (
            <FileButton label={texts.chooseFile} onFiles={choose} />
          )}
          <Button onPress={remove}>{texts.remove}</Button>
        </div>
      </div>
    )
  return (
    <>
      <AsOnThePage {...props} />
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={texts.fileTitle}
          value={node.attrs.title ?? ''}
          maxLength={500}
          onValue={value => set({ title: value || null })}
        />
        <TextField
          label={texts.fileAbout}
          value={node.attrs.description ?? ''}
          maxLength={5000}
          multiline
          onValue={value => set({ description: value || null })}
        />
        <Button kind="quiet" onPress={remove}>
          {texts.remove}
        </Button>
      </div>
    </>
  )
}

function Embed(props: BlockProps): ComponentChildren {
  const { desk, node, set, remove } = props
  const texts = desk.blockTexts
  const url = String(node.attrs.url)
  const known = knownEmbed(url)
  if (known)
    return (
      <div class="embed__box">
        <p class="embed__place">{known.label}</p>
        <p class="embed__plain" dir="auto">
          {node.attrs.title || known.linkHref}
        </p>
      </div>
    )
  return (
    <div class="waiting-picture">
      <TextField
        label={texts.embedAddress}
        type="url"
        value={url}
        placeholder="https://"
        hint={texts.embedHint}
        error={url === '' ? undefined : isSafeHref(url) ? texts.embedUnknown : texts.unsafeAddress}
        onValue={value => set({ url: value.trim() })}
      />
      <div class="controls__row">
        {isSafeHref(url) && <Button onPress={() => becomeLink(props)}>{texts.embedAsLink}</Button>}
        <Button onPress={remove}>{texts.remove}</Button>
      </div>
    </div>
  )
}

function EmbedTools({ desk, node, set, remove, editor, position }: BlockProps): ComponentChildren {
  const texts = desk.blockTexts
  if (!knownEmbed(String(node.attrs.url))) return null
  return (
    <div class="controls__fields controls__fields--asked">
      <TextField
        label={texts.embedTitle}
        value={node.attrs.title ?? ''}
        maxLength={1000}
        onValue={value => set({ title: value || null })}
      />
      <div class="controls__row">
        {node.childCount === 0 && (
          <Button
            kind="quiet"
            onPress={() => {
              const at = position()
              if (at === undefined) return
              editor.view.dispatch(editor.state.tr.insert(at + 1, editor.schema.nodes.caption!.create()))
              focusAt(editor, at + 2)
            }}
          >
            {texts.caption}
          </Button>
        )}
        <Button kind="quiet" onPress={() => set({ url: '' })}>
          {texts.embedAddress}
        </Button>
        <Button kind="quiet" onPress={remove}>
          {texts.remove}
        </Button>
      </div>
    </div>
  )
}

/** The address as a paragraph with a link, in the block's place. */
function becomeLink({ editor, node, position }: BlockProps): void {
  const at = position()
  if (at === undefined) return
  const { schema, tr } = editor.state
  const href = String(node.attrs.url)
  const words = schema.text(href, [schema.marks.link!.create({ href })])
  editor.view.dispatch(tr.replaceWith(at, at + node.nodeSize, schema.nodes.paragraph!.create(null, words)))
  editor.view.focus()
}

/** What readers will see of the HTML, as the newsroom has it once it is saved. */
function HtmlPreview(props: BlockProps): ComponentChildren {
  const { desk, node, id, set, remove } = props
  const texts = desk.blockTexts
  const source = node.textContent
  const keeping = useLive(desk.shared.keeping.listen, desk.shared.keeping.get)
  const [shown, setShown] = useState('')
  useEffect(() => {
    if (keeping.state === 'saved') setShown(source)
  }, [keeping.state, source])
  return (
    <>
      {shown.trim() !== '' && id && (
        <>
          <p class="field__label">{texts.htmlShown}</p>
          <iframe
            key={shown}
            class="html-block__frame writing__html-frame"
            src={desk.asking.address(`blocks/${encodeURIComponent(id)}`)}
            title={texts.htmlShown}
            sandbox=""
          />
        </>
      )}
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={texts.htmlHeight}
          value={node.attrs.height === null ? '' : String(node.attrs.height)}
          onValue={value => set({ height: Number.parseInt(value, 10) || null })}
        />
        <Button kind="quiet" onPress={remove}>
          {texts.remove}
        </Button>
      </div>
    </>
  )
}

function UnknownBlock({ desk, node, remove }: BlockProps): ComponentChildren {
  const original: unknown = node.attrs.original
  const kind = String((Object(original) as { type?: unknown }).type ?? '?').slice(0, 100)
  return (
    <details class="writing__unknown">
      <summary>{desk.blockTexts.unknownBlock(kind)}</summary>
      <pre>{JSON.stringify(original, null, 2).slice(0, 20_000)}</pre>
      <Button kind="quiet" onPress={remove}>
        {desk.blockTexts.remove}
      </Button>
    </details>
  )
}

function UnknownPart({ node }: BlockProps): ComponentChildren {
  return <>⟨{String((Object(node.attrs.original) as { type?: unknown }).type ?? '?').slice(0, 60)}⟩</>
}
