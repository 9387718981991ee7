/** Where a correction stands on its story's page. */
export function correctionAnchor(id: number): string {
  return `correction-${id}`
}
