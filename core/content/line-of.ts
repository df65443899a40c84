import { isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Document, YAMLMap } from 'yaml'
import type { Path } from './part'

interface Place {
  node: unknown
  offset: number
}

/**
 * Makes the function that finds the line of a field: the line of its key, or of the entry of a
 * list; for a field that is not there, the line of the nearest one around it.
 */
export function lineFinder(document: Document.Parsed, lineAt: (offset: number) => number) {
  const indexes = new WeakMap<YAMLMap, Map<string, Place>>()

  const childOf = (node: unknown, step: string | number): Place | undefined => {
    if (isSeq(node)) {
      const item = node.items[Number(step)]
      return isNode(item) && item.range ? { node: item, offset: item.range[0] } : undefined
    }
    if (!isMap(node)) return undefined
    const index = indexes.get(node) ?? placesByKey(node)
    indexes.set(node, index)
    return index.get(String(step))
  }

  return (path: Path): number => {
    let place: Place = { node: document.contents, offset: document.contents?.range[0] ?? 0 }
    for (const step of path) {
      const child = childOf(place.node, step)
      if (!child) break
      place = child
    }
    return lineAt(place.offset)
  }
}

function placesByKey(map: YAMLMap): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { key, value } of map.items) {
    if (isScalar(key) && key.range)
      places.set(String(key.value), { node: value, offset: key.range[0] })
  }
  return places
}
