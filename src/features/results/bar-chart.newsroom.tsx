import type { ComponentChildren } from 'preact'

export interface Bar {
  /** Below the bar; '' leaves the place empty. */
  label: string
  value: number
  /** What the value is in words, for whoever points at it. */
  words: string
}

const height = 160
const step = 28
const width = 18
const foot = 22

/**
 * Values over time as bars, those below zero downwards. It is drawn for the eye only: every value stands in the table
 * beside it, which `describedBy` names.
 */
export function BarChart({
  bars,
  label,
  describedBy,
}: {
  bars: readonly Bar[]
  label: string
  describedBy: string
}): ComponentChildren {
  const most = Math.max(0, ...bars.map(({ value }) => value))
  const least = Math.min(0, ...bars.map(({ value }) => value))
  const range = most - least || 1
  const at = (value: number) => ((most - value) / range) * (height - 2) + 1
  const total = bars.length * step
  return (
    <div class="chart">
      <svg
        class="chart__bars"
        role="img"
        aria-label={label}
        aria-describedby={describedBy}
        viewBox={`0 0 ${total} ${height + foot}`}
        width={total}
        height={height + foot}
      >
        {bars.map(({ value, words, label: month }, index) => {
          const x = index * step + (step - width) / 2
          const top = at(Math.max(0, value))
          return (
            <g key={index}>
              <rect
                class={value < 0 ? 'chart__bar chart__bar--below' : 'chart__bar'}
                x={x}
                y={top}
                width={width}
                height={Math.max(value === 0 ? 0 : 1, at(Math.min(0, value)) - top)}
              >
                <title>{words}</title>
              </rect>
              <text class="chart__label" x={x + width / 2} y={height + foot - 6} text-anchor="middle">
                {month}
              </text>
            </g>
          )
        })}
        <line class="chart__zero" x1="0" x2={total} y1={at(0)} y2={at(0)} />
      </svg>
    </div>
  )
}
