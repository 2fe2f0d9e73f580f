/**
 * A risk in 16 bits, as its safety 1 − R in steps of the square root: finest where the risk is nearly whole, which is where the
 * exponent of a low tier magnifies an error. For exponents from 0.5 to 6 a score stays within 0.01 of that of the exact risks.
 */
export const codeSteps = 65_534;
/** What has no risk: a question that does not count, a theme that is not in the mean. */
export const noRisk = 65_535;
/** In the arrays of a matrix, for the same. */
export const absent = -1;

export function toRiskCode(risk: number | null): number {
  return risk === null ? noRisk : Math.round(Math.sqrt(Math.min(1, Math.max(0, 1 - risk))) * codeSteps);
}

/** By code: the safety, or absent. */
export const safetyOfCode: Float32Array = Float32Array.from({ length: noRisk + 1 }, (_, code) =>
  code === noRisk ? absent : (code / codeSteps) ** 2,
);

/** Scores and floors in 16 bits; whole numbers and halves, where floors and limits of grades stand, are exact. */
export const scoreCodes = 650;

export function toScoreCode(score: number): number {
  return Math.round(score * scoreCodes);
}
