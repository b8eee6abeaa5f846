import type { DataElement } from './data-element.ts'

/**
 * Returns an answer to the question of these elements as people would type it. The catalogue may write a part's example with its whole
 * («398/412»); only as many figures are shown as are asked.
 */
export function questionExample([first, second]: readonly DataElement[]): string {
  const [part = '', whole = second?.example] =
    first?.type.kind === 'count' ? first.example.split('/') : [first?.example]
  return second === undefined || whole === undefined ? part : `${part}/${whole}`
}
