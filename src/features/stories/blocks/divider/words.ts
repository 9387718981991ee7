/** A pause is made by the paragraphs around it. */
export function dividerSpeech(): string {
  return ''
}

export function dividerText(): string {
  return '* * *'
}
