/**
 * A small PDF (1.4) of plain text pages in Times, for papers the demo's stories offer. Lines that begin with `# ` are
 * set bold. Gives the file's bytes. Only characters of Windows-1252 can be set.
 */
export function pdf(title: string, pages: readonly (readonly string[])[]): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', font('Times-Roman'), font('Times-Bold')]
  const kids: string[] = []
  for (const lines of pages) {
    const content = textOf(lines)
    objects.push(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  objects.push(`<< /Title (${escaped(title)}) >>`)
  return assembled(objects)
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
}

function textOf(lines: readonly string[]): string {
  const set = lines.map(line => {
    const bold = line.startsWith('# ')
    return `/${bold ? 'F2' : 'F1'} ${bold ? 14 : 11} Tf (${escaped(bold ? line.slice(2) : line)}) Tj T*`
  })
  return `BT 17 TL 72 770 Td ${set.join('\n')} ET`
}

const beyondLatin1: Record<string, string> = {
  '€': '\x80',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '–': '\x96',
}

function escaped(text: string): string {
  return text.replace(/[€‘’“”–]/g, sign => beyondLatin1[sign]!).replace(/[\\()]/g, '\\$&')
}

function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = Buffer.byteLength(text, 'latin1')
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = Buffer.byteLength(text, 'latin1')
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
