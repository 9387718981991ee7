import type { ComponentChildren } from 'preact'

/** A desk's heading, with what can be done there beside it. */
export function DeskHead({
  title,
  children,
}: {
  title: string
  children?: ComponentChildren
}): ComponentChildren {
  return (
    <div class="desk__head">
      <h1 dir="auto">{title}</h1>
      {children && <div class="toolbar">{children}</div>}
    </div>
  )
}

/** The pages of one desk. */
export function Tabs({
  label,
  tabs,
  current,
}: {
  label: string
  tabs: readonly { href: string; label: string }[]
  current: string
}): ComponentChildren {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(tab => (
        <a key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
