import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How it is written is the renderer's business: only what a browser or a screen reader would trip over counts.
    'doctype-style': 'off',
    'void-style': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
  },
})

/** Fails with each fault in the page's HTML, and the line it is in. */
export async function expectValidHtml(html: string): Promise<void> {
  const report = await validator.validateString(html)
  const lines = html.split('\n')
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const place = (lines[line - 1] ?? '').slice(Math.max(0, column - 40), column + 80)
      return `${ruleId}: ${message} (line ${line}: …${place}…)`
    }),
  )
  if (found.length > 0) throw new Error(`The HTML is not valid:\n${found.join('\n')}`)
}
