import type { ComponentChildren } from 'preact'
import { darkPaper, lightPaper } from './colour.ts'
import { FirstFonts } from './first-fonts.tsx'
import type { FramePublication, OpenGraph, PageAssets, PageHead } from './frame.ts'

interface HeadProps {
  publication: FramePublication
  assets: PageAssets
  head: PageHead
  style: string
  front: boolean
}

/** Everything inside `<head>`. */
export function PageHeadTags({ publication, assets, head, style, front }: HeadProps): ComponentChildren {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{front ? head.title : `${head.title} | ${publication.name}`}</title>
      {head.description && <meta name="description" content={head.description} />}
      <link rel="stylesheet" href={assets.css} />
      <FirstFonts fonts={assets.fonts} publication={publication} language={publication.language} />
      <style dangerouslySetInnerHTML={{ __html: style }} />
      <script type="module" src={assets.js} />
      <link rel="canonical" href={head.canonical} />
      {head.alternates?.map(({ hreflang, href }) => (
        <link key={hreflang} rel="alternate" hreflang={hreflang} href={href} />
      ))}
      {head.prev && <link rel="prev" href={head.prev} />}
      {head.next && <link rel="next" href={head.next} />}
      {head.robots && <meta name="robots" content={head.robots} />}
      {head.openGraph && <OpenGraphTags graph={head.openGraph} head={head} publication={publication} />}
      {head.feeds?.map(feed => (
        <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={lightPaper.paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={darkPaper.paper} />
      {head.jsonLd?.map((data, i) => (
        <script key={i} type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(data) }} />
      ))}
    </head>
  )
}

/** JSON that can stand inside a `<script>`: no `<` can end the element or begin a comment, whatever a headline says. */
export function jsonForHtml(data: object): string {
  const json = JSON.stringify(data)
  if (!/[<\u2028\u2029]/.test(json)) return json
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function OpenGraphTags(props: {
  graph: OpenGraph
  head: PageHead
  publication: FramePublication
}): ComponentChildren {
  const { graph, head, publication } = props
  const description = graph.description ?? head.description
  return (
    <>
      <meta property="og:site_name" content={publication.name} />
      <meta property="og:type" content={graph.type} />
      <meta property="og:title" content={graph.title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={head.canonical} />
      <meta property="og:locale" content={graph.locale ?? publication.language.replace('-', '_')} />
      {graph.image && <ImageTags image={graph.image} />}
      {graph.publishedAt && (
        <meta property="article:published_time" content={graph.publishedAt.toISOString()} />
      )}
      {graph.updatedAt && <meta property="article:modified_time" content={graph.updatedAt.toISOString()} />}
      {graph.section && <meta property="article:section" content={graph.section} />}
      {graph.authors?.map(author => (
        <meta key={author} property="article:author" content={author} />
      ))}
      <meta name="twitter:card" content={graph.image ? 'summary_large_image' : 'summary'} />
    </>
  )
}

function ImageTags({ image }: { image: NonNullable<OpenGraph['image']> }): ComponentChildren {
  return (
    <>
      <meta property="og:image" content={image.src} />
      {image.width && <meta property="og:image:width" content={String(image.width)} />}
      {image.height && <meta property="og:image:height" content={String(image.height)} />}
      {image.alt && <meta property="og:image:alt" content={image.alt} />}
    </>
  )
}
