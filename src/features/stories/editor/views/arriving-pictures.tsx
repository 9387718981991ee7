import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import { useLive, useStore } from '../session/store.ts'
import { readPhotographs } from '../uploads/photograph-shelf.ts'
import {
  dropTrace,
  leaveTrace,
  listenToTraces,
  tracesAt,
  type UploadTrace,
} from '../uploads/upload-traces.ts'
import type { Upload } from '../uploads/uploads.ts'
import { Button, FileButton } from './controls.tsx'

/** One file on its way, or why it did not get there. */
export function GoingUp(props: {
  desk: WritingDesk
  upload: Upload
  onCancel(): void
  small?: boolean
}): ComponentChildren {
  const { desk, upload, onCancel, small } = props
  const texts = desk.blockTexts
  const { key, preview, state, progress, file, sentence } = upload
  return (
    <div class="waiting-picture" aria-live="polite">
      {preview && !small && <img class="figure__image waiting-picture__image" src={preview} alt="" />}
      {state === 'going' ? (
        <>
          <progress max={1} value={progress} aria-label={file.name} />
          <p class="figure__note">{texts.goingUp(file.name, Math.round(progress * 100))}</p>
        </>
      ) : (
        <p class="field__error">{sentence}</p>
      )}
      <div class="controls__row">
        {state === 'failed' && <Button onPress={() => desk.uploads.retry(key)}>{texts.retry}</Button>}
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </div>
    </div>
  )
}

/** Sends pictures to a place without a block of its own; `onArrived` gets the number of each that is there. */
export function sendPictures(options: {
  desk: WritingDesk
  place: string
  files: readonly File[]
  onArrived(photographId: number): void
}): void {
  const { desk, place, files, onArrived } = options
  const { uploads, shelf, shared, facts } = desk
  for (const file of files) {
    const key = uploads.begin(file, 'photographs', answer => {
      dropTrace(shared, key)
      for (const photograph of readPhotographs(answer)) {
        shelf.put(photograph)
        onArrived(photograph.id)
      }
    })
    leaveTrace(shared, { key, place, name: file.name.slice(0, 200), by: facts.me.id })
  }
}

/** What is on its way to a place, from here or from others, and what did not arrive. */
export function ArrivingPictures(props: {
  desk: WritingDesk
  place: string
  small?: boolean
  onFiles(files: File[]): void
}): ComponentChildren {
  const { desk, place, small, onFiles } = props
  const traces = useTraces(desk, place)
  return traces.map(trace => <Arriving key={trace.key} {...{ desk, trace, small, onFiles }} />)
}

export function useTraces({ shared }: WritingDesk, place: string): UploadTrace[] {
  return useLive(
    listener => listenToTraces(shared, listener),
    () => tracesAt(shared, place),
  )
}

function Arriving(props: {
  desk: WritingDesk
  trace: UploadTrace
  small?: boolean
  onFiles(files: File[]): void
}): ComponentChildren {
  const { desk, trace, small, onFiles } = props
  const texts = desk.blockTexts
  const going = useLive(desk.uploads.listen, () => desk.uploads.get(trace.key))
  const isOnItsWay = useIsSending(desk, trace.by)
  const drop = () => dropTrace(desk.shared, trace.key)
  if (going)
    return (
      <GoingUp
        {...{ desk, small }}
        upload={going}
        onCancel={() => {
          desk.uploads.cancel(trace.key)
          drop()
        }}
      />
    )
  return (
    <div class="waiting-picture">
      <p class="figure__note">
        {isOnItsWay ? texts.othersUpload(trace.name) : texts.interrupted(trace.name)}
      </p>
      <div class="controls__row">
        {!isOnItsWay && (
          <FileButton
            label={texts.choosePhotograph}
            accept="image/*"
            onFiles={files => {
              if (files.length === 0) return
              drop()
              onFiles(files)
            }}
          />
        )}
        <Button onPress={drop}>{texts.remove}</Button>
      </div>
    </div>
  )
}

/** True while somebody else who began to send a file is here; whoever has left sends nothing any more. */
export function useIsSending({ people, facts }: WritingDesk, by: number | undefined): boolean {
  const others = useStore(people)
  return by !== facts.me.id && others.some(({ id }) => id === by)
}
