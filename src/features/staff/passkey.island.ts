type Browser = typeof import('@simplewebauthn/browser')

/** Makes the passkey buttons work, where the browser and the address allow it. */
export function startPasskeys(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) start(box)
}

function start(box: HTMLElement): void {
  const button = box.querySelector('button')
  const words = box.querySelector('[role=status]')
  if (!button || !words) return
  box.hidden = false
  if (!('PublicKeyCredential' in window) || location.origin !== box.dataset.site) {
    // Passkeys are bound to the site's own name, over https (WebAuthn, 5): under another they would not be found.
    button.disabled = true
    words.textContent = box.dataset.away ?? ''
    return
  }
  button.addEventListener('click', () => void press(box, button, words))
  if (box.dataset.autofill !== undefined) void offerInField(box)
}

async function press(box: HTMLElement, button: HTMLButtonElement, words: Element): Promise<void> {
  button.disabled = true
  words.textContent = box.dataset.trying ?? ''
  try {
    const passkeys = await import('@simplewebauthn/browser')
    const optionsJSON = await ask(`${box.dataset.path}/question`, {})
    // Whoever signed in long ago is led to where they show who they are.
    if (leadsOn(optionsJSON)) return location.assign(optionsJSON.to)
    const answer =
      box.dataset.passkey === 'add'
        ? await passkeys.startRegistration({ optionsJSON: optionsJSON as CreationOptions })
        : await passkeys.startAuthentication({ optionsJSON: optionsJSON as RequestOptions })
    await send(box, answer)
  } catch (error) {
    const aborted = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
    words.textContent = (aborted ? box.dataset.aborted : box.dataset.failed) ?? ''
    button.disabled = false
  }
}

function leadsOn(answer: unknown): answer is { to: string } {
  return typeof (answer as { to?: unknown }).to === 'string'
}

/** The browser lists its passkeys in the field for the address (WebAuthn's conditional mediation), where it can. */
async function offerInField(box: HTMLElement): Promise<void> {
  if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) return
  try {
    const passkeys = await import('@simplewebauthn/browser')
    const optionsJSON = (await ask(`${box.dataset.path}/question`, {})) as RequestOptions
    await send(box, await passkeys.startAuthentication({ optionsJSON, useBrowserAutofill: true }))
  } catch {
    // Nobody chose one, or the button was pressed instead.
  }
}

type CreationOptions = Parameters<Browser['startRegistration']>[0]['optionsJSON']
type RequestOptions = Parameters<Browser['startAuthentication']>[0]['optionsJSON']

async function send(box: HTMLElement, answer: unknown): Promise<void> {
  const { to } = (await ask(`${box.dataset.path}/answer`, { answer, to: box.dataset.to ?? '' })) as {
    to: string
  }
  location.assign(to)
}

async function ask(path: string, value: unknown): Promise<unknown> {
  const token = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? ''
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify(value),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return await answer.json()
}
