import { isIP } from 'node:net'

/** A mail server, as SMTP_URL names it. */
export interface SmtpServer {
  host: string
  port: number
  /** TLS from the first byte (smtps://); otherwise STARTTLS where the server offers it. */
  secure: boolean
  user: string
  password: string
}

/** Reads `smtp://name:password@host:587` or `smtps://…`; null for anything else. */
export function readSmtpUrl(text: string): SmtpServer | null {
  const url = URL.parse(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return null
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isIP(host) && !/^[a-z\d.-]+$/i.test(host)) return null
  const secure = url.protocol === 'smtps:'
  try {
    return {
      host,
      port: url.port ? Number(url.port) : secure ? 465 : 587,
      secure,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }
  } catch {
    return null
  }
}

/** Whether letters to it never leave this machine. */
export function isOnThisMachine({ host }: Pick<SmtpServer, 'host'>): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
