/**
 * Values rounded to hundredths so that the shown ones add up to the shown total: each is off by less than a hundredth, and the
 * hundredths that rounding down leaves over go where most was cut off.
 */
export function roundToSum(values: readonly number[], total: number): number[] {
  const cents = values.map((value) => Math.floor(value * 100 + 1e-9));
  const missing = Math.round(total * 100) - cents.reduce((sum, value) => sum + value, 0);
  const order = values
    .map((value, index) => ({ index, cut: value * 100 - (cents[index] ?? 0) }))
    .toSorted((a, b) => b.cut - a.cut || a.index - b.index);
  for (const { index } of order.slice(0, Math.max(0, missing))) cents[index] = (cents[index] ?? 0) + 1;
  return cents.map((value) => value / 100);
}
