/** How far a line of text goes in a place that cuts it. */
export interface Guide {
  letters: number
  pixels: number
  /** Fits whole, is cut in search results, or is cut in social networks too. */
  fits: 'everywhere' | 'not-search' | 'nowhere'
}

/** Search results cut headlines at about 580 pixels of 20 px Arial; cards of social networks at about 70 letters. */
const searchPixels = 580
const socialLetters = 70

/** `measure` gives the width of a text in pixels, as search results set it. */
export function guideFor(headline: string, measure: (text: string) => number): Guide {
  const letters = [...headline].length
  const pixels = Math.round(measure(headline))
  const search = pixels <= searchPixels
  return {
    letters,
    pixels,
    fits: search ? 'everywhere' : letters <= socialLetters ? 'not-search' : 'nowhere',
  }
}

/** Measures text as search results set it; a canvas that is never shown does the measuring. */
export function searchMeasure(): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return text => text.length * 9.5
  pen.font = '20px Arial, Helvetica, sans-serif'
  return text => pen.measureText(text).width
}
