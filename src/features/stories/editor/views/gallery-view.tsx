import type { Editor } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import type { ComponentChildren } from 'preact'
import { useLive } from '../session/store.ts'
import { focusAt } from '../text/focus-at.ts'
import { ArrivingPictures, sendPictures, useTraces } from './arriving-pictures.tsx'
import type { BlockLook, BlockProps } from './block-view.tsx'
import { Button, FileButton, TextField } from './controls.tsx'
import { PhotographFinder } from './photograph-view.tsx'

export const galleryLook: BlockLook = {
  tag: 'section',
  class: 'gallery writing__gallery',
  above: Adding,
  content: { tag: 'div', class: 'gallery__items' },
  below: GalleryTools,
}

export const galleryPhotographLook: BlockLook = {
  tag: 'figure',
  class: 'figure gallery__item',
  above: GalleryPicture,
  content: { tag: 'div', class: 'figure__caption writing__captions' },
  below: GalleryWords,
}

/** Pictures on their way into the gallery, and the ways to add more. */
function Adding(props: BlockProps): ComponentChildren {
  const { desk, node } = props
  const texts = desk.blockTexts
  const waiting = useTraces(desk, props.id)
  const isEmpty = !node.children.some(child => child.type.name === 'galleryPhotograph')
  const add = (files: File[]) =>
    sendPictures({ desk, place: props.id, files, onArrived: id => append(props.editor, props.id, id) })
  return (
    <>
      {isEmpty && waiting.length === 0 && <p class="figure__note">{texts.galleryEmpty}</p>}
      <ArrivingPictures desk={desk} place={props.id} onFiles={add} small />
      <div class={`controls__row${isEmpty ? '' : ' controls__row--asked'}`}>
        <FileButton label={texts.addPictures} accept="image/*" multiple onFiles={add} />
        <Button kind="quiet" onPress={props.remove}>
          {texts.remove}
        </Button>
      </div>
      <div class={isEmpty ? '' : 'controls__fields--asked'}>
        <PhotographFinder desk={desk} onChoose={id => append(props.editor, props.id, id)} />
      </div>
    </>
  )
}

function GalleryTools({ desk, editor, node, position }: BlockProps): ComponentChildren {
  const hasCaption = node.children.some(child => child.type.name === 'caption')
  if (hasCaption) return null
  const write = () => {
    const at = position()
    if (at === undefined) return
    const { schema, tr } = editor.state
    editor.view.dispatch(tr.insert(at + node.nodeSize - 1, schema.nodes.caption!.create()))
    focusAt(editor, at + node.nodeSize)
  }
  return (
    <div class="controls__row controls__row--asked">
      <Button kind="quiet" onPress={write}>
        {desk.blockTexts.galleryCaption}
      </Button>
    </div>
  )
}

function GalleryPicture(props: BlockProps): ComponentChildren {
  const { desk, node } = props
  const id: unknown = node.attrs.photographId
  const photograph = useLive(desk.shelf.listen, () => (typeof id === 'number' ? desk.shelf.get(id) : null))
  if (photograph === undefined) return <p class="figure__note">…</p>
  if (!photograph?.src) return <p class="figure__note">{desk.blockTexts.missingPhotograph}</p>
  return (
    <img
      class="figure__image"
      src={photograph.src}
      width={photograph.width ?? undefined}
      height={photograph.height ?? undefined}
      alt={node.attrs.alt ?? photograph.alt}
    />
  )
}

function GalleryWords(props: BlockProps): ComponentChildren {
  const { desk, node, set, remove } = props
  const texts = desk.blockTexts
  const photograph = useLive(desk.shelf.listen, () => desk.shelf.get(Number(node.attrs.photographId)))
  const { alt, credit } = node.attrs as Record<string, string | null>
  const asksForAlt = photograph?.alt === '' && alt === null
  return (
    <>
      {node.childCount === 0 && photograph?.caption && <p class="figure__caption">{photograph.caption}</p>}
      <div class={`controls__fields${asksForAlt ? '' : ' controls__fields--asked'}`}>
        <TextField
          label={texts.alt}
          value={alt ?? photograph?.alt ?? ''}
          hint={asksForAlt ? texts.altMissing : undefined}
          multiline
          onValue={value => set({ alt: value })}
        />
      </div>
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={texts.credit}
          value={credit ?? photograph?.credit ?? ''}
          placeholder={texts.creditHint}
          onValue={value => set({ credit: value })}
        />
        <div class="controls__row">
          {node.childCount === 0 && (
            <Button kind="quiet" onPress={() => addCaption(props, photograph?.caption ?? '')}>
              {texts.writeCaption}
            </Button>
          )}
          <Button kind="quiet" onPress={() => shift(props, -1)}>
            {texts.earlier}
          </Button>
          <Button kind="quiet" onPress={() => shift(props, 1)}>
            {texts.later}
          </Button>
          <Button kind="quiet" onPress={remove}>
            {texts.remove}
          </Button>
        </div>
      </div>
    </>
  )
}

/** Behind the last picture of a gallery, wherever it stands by now, before its caption. */
function append(editor: Editor, galleryId: string, photographId: number): void {
  editor.state.doc.forEach((gallery, at) => {
    if (gallery.type.name !== 'gallery' || gallery.attrs.id !== galleryId) return
    let place = at + 1
    gallery.forEach((child, offset) => {
      if (child.type.name === 'galleryPhotograph') place = at + 1 + offset + child.nodeSize
    })
    const picture = editor.schema.nodes.galleryPhotograph!.create({ photographId })
    editor.view.dispatch(editor.state.tr.insert(place, picture))
  })
}

function addCaption({ editor, position }: BlockProps, words: string): void {
  const at = position()
  if (at === undefined) return
  const { schema, tr } = editor.state
  editor.view.dispatch(
    tr.insert(at + 1, schema.nodes.caption!.create(null, words ? schema.text(words) : null)),
  )
  focusAt(editor, at + 2 + words.length)
}

/** One place earlier or later among the pictures. */
function shift({ editor, position }: BlockProps, by: -1 | 1): void {
  const at = position()
  if (at === undefined) return
  const { doc, tr } = editor.state
  const $at = doc.resolve(at)
  const other = $at.parent.maybeChild($at.index() + by)
  const mine = $at.parent.child($at.index())
  if (other?.type !== mine.type) return
  const from = by === 1 ? at : at - other.nodeSize
  const both = by === 1 ? [other, mine] : [mine, other]
  editor.view.dispatch(tr.replaceWith(from, from + mine.nodeSize + other.nodeSize, Fragment.from(both)))
}
