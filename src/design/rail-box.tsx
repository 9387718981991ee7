import type { ComponentChildren } from 'preact'

/** What stands in the rail beside a page; src/app/rail.tsx puts it together from the features that fill it. */
export interface RailParts {
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
  /** Press keys of what is in it. */
  keys: string[]
}

/** A named part of the rail beside a page: a region with a heading, for what a feature puts there. */
export function RailBox(props: {
  /** Unique on the page; the heading's id is made from it. */
  id: string
  title: string
  href?: string
  children: ComponentChildren
}): ComponentChildren {
  const { id, title, href, children } = props
  return (
    <section class={`rail-box rail-box--${id}`} aria-labelledby={`${id}-title`}>
      <h2 class="rail-box__title" id={`${id}-title`}>
        {href ? <a href={href}>{title}</a> : title}
      </h2>
      {children}
    </section>
  )
}
