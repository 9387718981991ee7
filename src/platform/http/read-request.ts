import type { IncomingHttpHeaders } from 'node:http'
import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { BadInput, StaleForm } from '../errors/errors.ts'
import { sameToken } from './forgery.ts'
import { addField, type Form, fieldOf, parseForm } from './form.ts'
import type { Route, UploadedFile } from './route.ts'

const mostFileBytes = 50_000_000

export interface RequestBody {
  form: Form
  json: unknown
  raw: Buffer
  files(): AsyncIterable<UploadedFile>
}

export const noBody: RequestBody = { form: {}, json: undefined, raw: Buffer.alloc(0), files: noFiles }

/** Reads what a POST carries, as far as its route takes it. Throws BadInput for a body of another kind. */
export async function readBody(route: Route, request: FastifyRequest): Promise<RequestBody> {
  if (route.method !== 'POST' || !route.takes) return noBody
  if (route.takes === 'raw') return { ...noBody, raw: bytes(request.body) }
  if (route.takes === 'json') return { ...noBody, json: request.body }
  if (route.takes === 'form') return { ...noBody, form: typed(request.body) }
  if (!request.isMultipart())
    throw new BadInput({ field: 'form', sentence: 'Files come as multipart/form-data.' })
  return readParts(
    request.parts({ limits: { fileSize: route.maxBytes ?? mostFileBytes, files: 100, parts: 400 } }),
  )
}

/** Throws StaleForm for a form without this browser's token: an old page, or a session that has ended meanwhile. */
export function requireToken(headers: IncomingHttpHeaders, form: Form, token: string): void {
  const given = headers['x-csrf-token'] ?? fieldOf(form, 'csrf')
  if (typeof given !== 'string' || !sameToken(given, token)) throw new StaleForm()
}

/** Fastify hands on a Buffer for this route alone (see the parser in server.ts). */
function bytes(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function typed(body: unknown): Form {
  return typeof body === 'string' ? parseForm(body) : {}
}

/** The fields up to the first file are read at once; the files, and fields between them, as the handler goes on. */
async function readParts(parts: AsyncIterableIterator<Multipart>): Promise<RequestBody> {
  const form: Form = {}
  let waiting = await nextFile()
  return { ...noBody, form, files }

  async function* files(): AsyncGenerator<UploadedFile> {
    for (; waiting; waiting = await nextFile()) {
      yield { field: waiting.fieldname, name: waiting.filename, mime: waiting.mimetype, stream: waiting.file }
      // What a handler left unread would hold back the next part.
      waiting.file.resume()
    }
  }

  async function nextFile(): Promise<Extract<Multipart, { type: 'file' }> | null> {
    for (;;) {
      const { done, value } = await parts.next()
      if (done) return null
      // An empty file field comes as a file without a name.
      if (value.type === 'file' && value.filename) return value
      if (value.type === 'file') value.file.resume()
      else addField(form, value.fieldname, String(value.value))
    }
  }
}

async function* noFiles(): AsyncGenerator<UploadedFile> {}
