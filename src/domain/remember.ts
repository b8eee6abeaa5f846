/**
 * Returns the function with its answers kept: for pure functions of a short text that are asked the same again and again. What is
 * kept is thrown away when it has grown to `limit`.
 */
export function remember<Key extends string, Value>(
  compute: (key: Key) => Value,
  limit = 2000,
): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

/** Returns the function with its answer kept for each object, as long as the object lives; the object must not change. */
export function rememberFor<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) }
    known.set(key, found)
    return found.value
  }
}
