import type { Span } from './export-index.ts'

/** Places in a file, sixteen bytes each. */
export class SpanList {
  #places = new Float64Array(256)
  #length = 0

  get length(): number {
    return this.#length
  }

  push({ start, end }: Span): void {
    if (this.#length * 2 === this.#places.length) {
      const larger = new Float64Array(this.#places.length * 2)
      larger.set(this.#places)
      this.#places = larger
    }
    this.#places[this.#length * 2] = start
    this.#places[this.#length * 2 + 1] = end
    this.#length++
  }

  /** Moves all places further on. */
  shift(by: number): void {
    if (by !== 0) for (let index = 0; index < this.#length * 2; index++) this.#places[index]! += by
  }

  *[Symbol.iterator](): Generator<Span> {
    for (let index = 0; index < this.#length; index++)
      yield { start: this.#places[index * 2]!, end: this.#places[index * 2 + 1]! }
  }
}
