const rounding = 1e-12;

/** `risk ≥ limit`, forgiving the rounding of sums and curves. */
export function atLeast(risk: number, limit: number): boolean {
  return risk >= limit - rounding;
}
