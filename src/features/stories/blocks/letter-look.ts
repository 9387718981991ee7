const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/**
 * Inline styles for what a letter cannot leave to the reader's mail program. Text, headings and lists take the look
 * of the letter around them. No colours but greys that hold on light and dark paper alike.
 */
export const letterLook = {
  figure: 'margin:24px 0',
  image: 'display:block;width:100%;max-width:600px;height:auto;border:0',
  small: `${sans};font-size:13px;line-height:1.45;color:#6b6b6b;margin:6px 0 0`,
  large: 'font-size:24px;line-height:1.3;font-style:italic;margin:0',
  pullQuote: 'margin:24px 0;padding:0 0 0 16px;border-left:2px solid #8a8a8a',
  ruled: 'margin:24px 0;padding:16px 0;border-top:1px solid #8a8a8a;border-bottom:1px solid #8a8a8a',
  title: 'font-weight:bold;margin:0 0 8px',
  table: `border-collapse:collapse;width:100%;${sans};font-size:14px;line-height:1.4`,
  cell: 'padding:6px 8px;border-bottom:1px solid #b5b5b5;vertical-align:top',
  code: 'font-family:Consolas,Menlo,monospace;font-size:13px;line-height:1.45;white-space:pre-wrap;margin:24px 0',
  rule: 'border:0;border-top:1px solid #8a8a8a;margin:32px auto;width:96px',
} as const
