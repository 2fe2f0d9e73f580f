/**
 * By how much two scores may differ that are equal: the last bit of the mean, through the exponent of a low tier,
 * (2⁻⁵²)^0.7 · 100, is 1.1e-9 already.
 */
export const scoreRounding = 1e-8;
