import type { Progress } from './import.ts'

/** What the line is written to; `process.stderr` outside of tests. */
export interface Screen {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/**
 * Shows how far an import has come: one line that is written over in a terminal, a line for each tenth elsewhere.
 * `end` leaves the screen at the start of an empty line.
 */
export function progressLine(screen: Screen, now: () => number): { say: Progress; end(): void } {
  let doing = ''
  let tenth = -1
  let drawn = 0
  let open = false
  const say: Progress = step => {
    if (step.doing !== doing) {
      if (open) screen.write('\n')
      doing = step.doing
      tenth = -1
      drawn = 0
      open = false
    }
    const share = step.of > 0 ? Math.min(1, step.done / step.of) : 0
    if (screen.isTTY) {
      if (now() - drawn < 100 && share < 1) return
      drawn = now()
      open = true
      screen.write(`\r${line(step, share, screen.columns ?? 80)}\u001b[K`)
    } else if (step.of > 0 && Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10)
      screen.write(`${step.doing} ${tenth * 10}%\n`)
    }
  }
  return {
    say,
    end() {
      if (open) screen.write('\n')
      open = false
    },
  }
}

function line({ doing, done, of }: Parameters<Progress>[0], share: number, columns: number): string {
  const amount =
    doing === 'reading'
      ? `${(done / 1e6).toFixed(1)} of ${(of / 1e6).toFixed(1)} MB`
      : of > 0
        ? `${done} of ${of}`
        : `${done}`
  if (of === 0) return `${doing} ${amount}`
  const width = Math.max(10, Math.min(40, columns - doing.length - amount.length - 10))
  const full = Math.round(share * width)
  return `${doing} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)}% ${amount}`
}
