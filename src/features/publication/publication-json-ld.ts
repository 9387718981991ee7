import { webAddress } from '../../platform/http/web-address.ts'
import type { Publication } from './publication.ts'

/**
 * The newsroom as schema.org knows it (NewsMediaOrganization), for the front; other pages refer to it by `@id`.
 * Fields that nobody has filled in are left out.
 */
export function organisationJsonLd(publication: Publication): object {
  const { siteUrl, name, organisation, logo, description } = publication
  const { address, foundedIn } = organisation
  const absolute = (href: string) => (href ? new URL(href, siteUrl).href : undefined)
  const postal = {
    '@type': 'PostalAddress',
    streetAddress: address.street || undefined,
    addressLocality: address.locality || undefined,
    addressRegion: address.region || undefined,
    postalCode: address.postalCode || undefined,
    addressCountry: address.country || undefined,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsMediaOrganization',
    '@id': organisationId(publication),
    name,
    legalName: organisation.legalName || undefined,
    url: `${siteUrl}/`,
    description: description || undefined,
    foundingDate: foundedIn ? String(foundedIn) : undefined,
    email: organisation.email || undefined,
    logo: {
      '@type': 'ImageObject',
      url: logo ? absolute(logo.light.src) : `${siteUrl}/icon-512.png`,
      width: logo?.light.width ?? 512,
      height: logo?.light.height ?? 512,
    },
    address: address.street || address.locality ? postal : undefined,
    sameAs: organisation.sameAs.length ? organisation.sameAs : undefined,
    publishingPrinciples: absolute(organisation.publishingPrinciples),
    correctionsPolicy: absolute(organisation.correctionsPolicy),
    ownershipFundingInfo: absolute(organisation.ownership),
  }
}

/** The site itself, with its search, for the front. */
export function siteJsonLd(publication: Publication): object {
  const { siteUrl, name, language } = publication
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${siteUrl}/#site`,
    url: `${siteUrl}/`,
    name,
    inLanguage: language,
    publisher: { '@id': organisationId(publication) },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** How pages refer to the newsroom. */
export function publisherJsonLd(publication: Publication): object {
  const { siteUrl, name, logo } = publication
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organisationId(publication),
    name,
    url: `${siteUrl}/`,
    logo: {
      '@type': 'ImageObject',
      url: logo ? new URL(logo.light.src, siteUrl).href : `${siteUrl}/icon-512.png`,
    },
  }
}

/** A path of pages from the front down (BreadcrumbList). */
export function breadcrumbJsonLd(
  publication: Publication,
  steps: readonly { name: string; path: string }[],
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: publication.name, path: '/' }, ...steps].map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: webAddress(publication.siteUrl, path),
    })),
  }
}

function organisationId({ siteUrl }: Publication): string {
  return `${siteUrl}/#organisation`
}
