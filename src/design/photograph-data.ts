/** A photograph as a rendering needs it: already looked up, with everything an `<img>` wants to know. */
export interface PhotographData {
  id: number
  /** 'elsewhere' is linked at another host and never loaded from there. */
  state: 'pending' | 'ready' | 'failed' | 'elsewhere'
  alt: string
  caption: string
  credit: string
  width: number | null
  height: number | null
  /** 0–1 from the left and from the top. */
  focalX: number
  focalY: number
  /** Dominant colour, `#rrggbb`. */
  tone: string | null
  /** Address of the fallback picture, or of the place it is linked from when state is 'elsewhere'. */
  src: string
  /** The crop for a social network's card, once it is made. */
  social?: { src: string; width: number; height: number } | null
  renditions: { format: 'avif' | 'webp' | 'jpeg' | 'png'; width: number; height: number; src: string }[]
}
