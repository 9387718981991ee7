/** A picture of the demo newsroom: how it is drawn and what the paper says about it. */
export type Picture = {
  name: string
  title: string
  width: number
  height: number
  draw(): string
  alt: string
  caption: string
  credit: string
  focal: { x: number; y: number }
}
