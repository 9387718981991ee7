import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../session/store.ts'
import { readPhotographs, type ShelfPhotograph } from '../uploads/photograph-shelf.ts'
import { pendingOf, uploadInto } from '../uploads/place-photograph.ts'
import { sentenceFor } from '../uploads/uploads.ts'
import { GoingUp, useIsSending } from './arriving-pictures.tsx'
import type { BlockLook, BlockProps } from './block-view.tsx'
import { Button, FileButton, Finder, Select, TextField } from './controls.tsx'
import { Crop, FocalPoint } from './picture-tools.tsx'

export const photographLook: BlockLook = {
  tag: 'figure',
  class: ({ attrs }) => `figure figure--${attrs.width ?? 'text'}`,
  above: Shown,
  content: { tag: 'div', class: 'figure__caption writing__captions' },
  below: Words,
}

/** The picture itself, or what there is in its place. */
function Shown(props: BlockProps): ComponentChildren {
  const { desk, node } = props
  const photograph = usePhotograph(props)
  const [tool, setTool] = useState<'none' | 'focal' | 'crop'>('none')
  const texts = desk.blockTexts
  if (node.attrs.photographId === null) return <Waiting {...props} />
  if (photograph === undefined) return <p class="figure__note">…</p>
  if (photograph === null) return <p class="figure__note">{texts.missingPhotograph}</p>
  if (!photograph.src) return <p class="figure__note">{texts.developing}</p>
  if (tool === 'focal') return <FocalPoint {...{ desk, photograph }} onDone={() => setTool('none')} />
  if (tool === 'crop')
    return (
      <Crop
        {...{ desk, photograph }}
        onDone={() => setTool('none')}
        onCropped={made => {
          setTool('none')
          props.set({ photographId: made.id })
        }}
      />
    )
  return (
    <>
      <img
        class="figure__image"
        src={photograph.src}
        width={photograph.width ?? undefined}
        height={photograph.height ?? undefined}
        alt={node.attrs.alt ?? photograph.alt}
      />
      <div class="controls__row controls__row--asked">
        <Button kind="quiet" onPress={() => setTool('focal')}>
          {texts.focalPoint}
        </Button>
        <Button kind="quiet" onPress={() => setTool('crop')}>
          {texts.crop}
        </Button>
        <Button kind="quiet" onPress={() => props.set({ photographId: null })}>
          {texts.replace}
        </Button>
        <Button kind="quiet" onPress={props.remove}>
          {texts.remove}
        </Button>
      </div>
    </>
  )
}

/** A block that has no picture yet: chosen, on its way, at another host. */
function Waiting(props: BlockProps): ComponentChildren {
  const { desk, node } = props
  const texts = desk.blockTexts
  const { upload, fetch } = pendingOf(node)
  const going = useLive(desk.uploads.listen, () => (upload ? desk.uploads.get(upload.key) : undefined))
  const isOnItsWay = useIsSending(desk, upload?.by)
  const choose = (files: File[]) => {
    const at = props.position()
    if (files[0] && at !== undefined) uploadInto(desk, at, files[0])
  }
  if (going)
    return (
      <GoingUp
        desk={desk}
        upload={going}
        onCancel={() => {
          desk.uploads.cancel(going.key)
          // What was said of the picture before this one stays, to be said of the next.
          if (node.childCount > 0 || node.attrs.alt !== null) props.set({ more: null })
          else props.remove()
        }}
      />
    )
  return (
    <div class="waiting-picture">
      {upload && (
        <p class="figure__note">
          {isOnItsWay ? texts.othersUpload(upload.name) : texts.interrupted(upload.name)}
        </p>
      )}
      {fetch && <Remote {...props} url={fetch.url} />}
      {!fetch && !upload && <p class="figure__note">{texts.dropPhotograph}</p>}
      <div class="controls__row">
        <FileButton label={texts.choosePhotograph} accept="image/*" onFiles={choose} />
        <Button onPress={props.remove}>{texts.remove}</Button>
      </div>
      {!fetch && <PhotographFinder {...props} onChoose={id => props.set({ photographId: id, more: null })} />}
    </div>
  )
}

export function PhotographFinder(
  props: Pick<BlockProps, 'desk'> & { onChoose(id: number): void },
): ComponentChildren {
  const { desk } = props
  const texts = desk.blockTexts
  return (
    <Finder
      label={texts.fromShelf}
      nothing={texts.noneFound}
      find={async words =>
        (await desk.shelf.search(words)).map(({ id, alt, caption, credit }) => ({
          id,
          words: alt || caption || `${texts.photograph} ${id}`,
          about: credit,
        }))
      }
      onChoose={({ id }) => props.onChoose(id)}
    />
  )
}

function Remote(props: BlockProps & { url: string }): ComponentChildren {
  const { desk, url } = props
  const texts = desk.blockTexts
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const bring = async () => {
    setBusy(true)
    setTrouble('')
    try {
      const [photograph] = readPhotographs(await desk.asking.send('photographs/fetch', { url }))
      if (!photograph) throw new Error('no photograph came back')
      desk.shelf.put(photograph)
      props.set({ photographId: photograph.id, more: null })
    } catch (error) {
      setTrouble(sentenceFor(error, texts.failed))
      setBusy(false)
    }
  }
  return (
    <>
      <p class="figure__note">
        {texts.remote(URL.parse(url)?.host ?? '?')}{' '}
        <a href={url} target="_blank" rel="noopener noreferrer">
          {url.slice(0, 120)}
        </a>
      </p>
      {trouble && <p class="field__error">{trouble}</p>}
      <Button kind="primary" disabled={busy} onPress={() => void bring()}>
        {busy ? texts.fetching : texts.fetchRemote}
      </Button>
    </>
  )
}

/** Caption, description, credit and width. A missing description is asked for until it is there. */
function Words(props: BlockProps): ComponentChildren {
  const { desk, node, set } = props
  const photograph = usePhotograph(props)
  const [kept, setKept] = useState('')
  const texts = desk.blockTexts
  if (!photograph) return null
  const { alt, credit, width, href } = node.attrs as Record<string, string | null>
  const hasCaption = node.childCount > 0
  const asksForAlt = alt === null && photograph.alt === ''
  const shownCredit = credit ?? photograph.credit
  return (
    <>
      {!hasCaption && (
        <p class="figure__caption writing__own-caption">
          {photograph.caption && <span>{photograph.caption} </span>}
          <Button kind="quiet" onPress={() => writeCaption(props, photograph.caption)}>
            {texts.writeCaption}
          </Button>
        </p>
      )}
      {shownCredit && <p class="figure__caption figure__credit">{shownCredit}</p>}
      <div class={`controls__fields${asksForAlt ? '' : ' controls__fields--asked'}`}>
        <TextField
          label={texts.alt}
          value={alt ?? photograph.alt}
          hint={asksForAlt ? texts.altMissing : undefined}
          multiline
          maxLength={1500}
          onValue={value => set({ alt: value === photograph.alt ? null : value })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={alt === ''}
            onChange={event => set({ alt: event.currentTarget.checked ? '' : null })}
          />
          {texts.decorative}
        </label>
      </div>
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={texts.credit}
          value={shownCredit}
          placeholder={texts.creditHint}
          maxLength={300}
          onValue={value => set({ credit: value === photograph.credit ? null : value })}
        />
        <Select
          label={texts.width}
          value={(width ?? 'text') as 'text'}
          options={(['text', 'wide', 'full'] as const).map(value => ({
            value: value as 'text',
            label: texts.widths[value],
          }))}
          onValue={value => set({ width: value === 'text' ? null : value })}
        />
        <TextField
          label={texts.pictureLink}
          value={href ?? ''}
          type="url"
          placeholder="https://"
          onValue={value => set({ href: value.trim() || null })}
        />
        <div class="controls__row">
          {hasCaption && (
            <Button kind="quiet" onPress={() => dropCaption(props)}>
              {texts.ownCaption}
            </Button>
          )}
          <Button
            kind="quiet"
            onPress={() => void keepWords(props, photograph).then(setKept, () => setKept(texts.failed))}
          >
            {texts.keepWords}
          </Button>
          {kept && (
            <span class="soft" role="status">
              {kept}
            </span>
          )}
        </div>
      </div>
    </>
  )
}

function usePhotograph({ desk, node }: BlockProps): ShelfPhotograph | null | undefined {
  const id: unknown = node.attrs.photographId
  return useLive(desk.shelf.listen, () => (typeof id === 'number' ? desk.shelf.get(id) : null))
}

/** A caption of this place, beginning with the photograph's own words. */
function writeCaption({ editor, position }: BlockProps, words: string): void {
  const at = position()
  if (at === undefined) return
  const { schema, tr } = editor.state
  const caption = schema.nodes.caption!.create(null, words ? schema.text(words) : null)
  tr.insert(at + 1, caption)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2 + words.length)))
  editor.view.focus()
}

function dropCaption({ editor, node, position }: BlockProps): void {
  const at = position()
  if (at !== undefined) editor.view.dispatch(editor.state.tr.delete(at + 1, at + 1 + node.content.size))
}

/** What is said here is said of the photograph itself from now on; the block has no words of its own left for it. */
async function keepWords(props: BlockProps, photograph: ShelfPhotograph): Promise<string> {
  const { desk, node, set } = props
  const caption = node.childCount > 0 ? textOf(node) : photograph.caption
  const answer = await desk.asking.send(`photographs/${photograph.id}`, {
    alt: node.attrs.alt ?? photograph.alt,
    credit: node.attrs.credit ?? photograph.credit,
    caption,
  })
  for (const each of readPhotographs(answer)) desk.shelf.put(each)
  set({ ...(node.attrs.alt === '' ? {} : { alt: null }), credit: null })
  return desk.blockTexts.wordsKept
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n')
}
