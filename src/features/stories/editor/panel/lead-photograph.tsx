import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { useLive } from '../session/store.ts'
import { useField, writeField } from '../session/story-fields.ts'
import { leadPlace } from '../uploads/upload-traces.ts'
import { ArrivingPictures, sendPictures, useTraces } from '../views/arriving-pictures.tsx'
import { Button, FileButton, TextField } from '../views/controls.tsx'
import { PhotographFinder } from '../views/photograph-view.tsx'
import { Crop, FocalPoint } from '../views/picture-tools.tsx'
import { panelMessages } from './panel-messages.newsroom.ts'

/** The photograph above the text, where it stands on the page. */
export function LeadPhotograph({ desk }: { desk: WritingDesk }): ComponentChildren {
  const [use, setUse] = useField(desk.shared.fields, 'photograph')
  const [tool, setTool] = useState<'none' | 'words' | 'focal' | 'crop'>('none')
  const photograph = useLive(desk.shelf.listen, () => (use ? desk.shelf.get(use.id) : null))
  const texts = panelMessages(document.documentElement.lang)
  const block = desk.blockTexts
  if (!use) return <ChooseLead desk={desk} />
  if (!photograph?.src)
    return (
      <figure class="figure story__photograph">
        <p class="figure__note">{photograph === undefined ? '…' : block.missingPhotograph}</p>
        <Button kind="quiet" onPress={() => setUse(null)}>
          {texts.takeOut}
        </Button>
      </figure>
    )
  const { alt = photograph.alt, caption = photograph.caption, credit = photograph.credit } = use
  const set = (changes: Partial<typeof use>) => setUse({ ...use, ...changes })
  return (
    <figure class="figure story__photograph">
      {tool === 'focal' ? (
        <FocalPoint {...{ desk, photograph }} onDone={() => setTool('none')} />
      ) : tool === 'crop' ? (
        <Crop
          {...{ desk, photograph }}
          onDone={() => setTool('none')}
          onCropped={made => {
            setTool('none')
            set({ id: made.id })
          }}
        />
      ) : (
        <img
          class="figure__image"
          src={photograph.src}
          width={photograph.width ?? undefined}
          height={photograph.height ?? undefined}
          alt={alt}
        />
      )}
      <figcaption class="figure__caption">
        {caption} {credit && <span class="figure__credit">{credit}</span>}
      </figcaption>
      {alt === '' && tool !== 'words' && <p class="field__hint">{block.altMissing}</p>}
      <div class="controls__row">
        <Button
          kind="quiet"
          pressed={tool === 'words'}
          onPress={() => setTool(tool === 'words' ? 'none' : 'words')}
        >
          {block.caption}, {block.credit}
        </Button>
        <Button kind="quiet" onPress={() => setTool('focal')}>
          {block.focalPoint}
        </Button>
        <Button kind="quiet" onPress={() => setTool('crop')}>
          {block.crop}
        </Button>
        <Button kind="quiet" onPress={() => setUse(null)}>
          {texts.takeOut}
        </Button>
      </div>
      {tool === 'words' && (
        <div class="controls__fields">
          <TextField label={block.alt} value={alt} multiline onValue={value => set({ alt: value })} />
          <TextField
            label={block.caption}
            value={caption}
            multiline
            onValue={value => set({ caption: value })}
          />
          <TextField
            label={block.credit}
            value={credit}
            placeholder={block.creditHint}
            onValue={value => set({ credit: value })}
          />
        </div>
      )}
    </figure>
  )
}

function ChooseLead({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const block = desk.blockTexts
  const [isOpen, setOpen] = useState(false)
  const waiting = useTraces(desk, leadPlace)
  const use = (id: number) => writeField(desk.shared.fields, 'photograph', { id })
  const send = ([file]: File[]) => {
    if (!file) return
    sendPictures({ desk, place: leadPlace, files: [file], onArrived: use })
  }
  if (waiting.length > 0) return <ArrivingPictures desk={desk} place={leadPlace} onFiles={send} />
  if (!isOpen)
    return (
      <p class="writing__add-lead">
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {texts.addPhotograph}
        </Button>
      </p>
    )
  return (
    <div class="waiting-picture">
      <div class="controls__row">
        <FileButton label={block.choosePhotograph} accept="image/*" onFiles={send} />
        <Button onPress={() => setOpen(false)}>{block.cancel}</Button>
      </div>
      <PhotographFinder desk={desk} onChoose={use} />
    </div>
  )
}
