/** A list whose order never changes, each with its number: for React, whose keys must not be computed in a map. */
export function numbered<T>(list: readonly T[]): { at: number; value: T }[] {
  return list.map((value, at) => ({ at, value }));
}
