import { NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { Answer, Ask } from '../../../platform/http/route.ts'
import { readPublication } from '../../publication/publication.ts'
import { readerAsk } from '../../readers/reader.ts'
import { readSupportSettings } from '../support-settings.ts'
import { receiptNumber } from './receipt.ts'
import { receiptPdf } from './receipt-pdf.ts'
import { findReceipt } from './receipt-queries.ts'

/** `/account/membership/receipts/:line.pdf`: the receipt of one's own payment. */
export async function receiptFile(given: Ask, house: House): Promise<Answer> {
  const { reader, params } = readerAsk(given)
  const lineId = /^\d{1,15}$/.test(params.line ?? '') ? Number(params.line) : 0
  const receipt = await findReceipt(house.db, { readerId: reader.id, lineId })
  if (!receipt) throw new NotFound()
  const [publication, { taxText }] = await Promise.all([
    readPublication(house),
    readSupportSettings(house.db),
  ])
  const { imprint, name, timeZone } = publication
  const body = await receiptPdf({
    receipt,
    reader,
    place: { language: reader.language, timeZone },
    paper: {
      name,
      imprint: [imprint.publisher, ...imprint.address].filter(Boolean),
      email: imprint.email,
      taxText,
    },
  })
  return {
    type: 'application/pdf',
    body,
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${receiptNumber(receipt, timeZone)}.pdf"`,
    },
  }
}
