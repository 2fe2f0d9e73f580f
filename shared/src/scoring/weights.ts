import type { Weights } from './answer.js';
import type { CompiledDocument } from './compile-document.js';

/** What weights need of a document. */
export interface WeightedDocument {
  readonly themes: readonly {
    readonly code: string;
    readonly weight: number;
    readonly questions: readonly { readonly id: string; readonly weight: number }[];
  }[];
}

export interface ResolvedWeights {
  /** By place of the theme. */
  readonly themes: readonly number[];
  /** By place of the question. */
  readonly questions: readonly number[];
}

/** The document's weights with those of a profile over them; only their proportions matter. */
export function resolveWeights(compiled: CompiledDocument, weights: Weights | undefined): ResolvedWeights {
  return weights === undefined ? compiled.ownWeights : weigh(compiled.document, weights);
}

export function weigh(document: WeightedDocument, weights: Weights): ResolvedWeights {
  const { themes: ofTheme = {}, questions: ofQuestion = {} } = weights;
  return {
    themes: inReach(document.themes.map(({ code, weight }) => own(ofTheme, code) ?? weight)),
    questions: document.themes.flatMap((theme) =>
      inReach(theme.questions.map(({ id, weight }) => own(ofQuestion, id) ?? weight)),
    ),
  };
}

function own(weights: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(weights, key) ? weights[key] : undefined;
}

/** Weights whose sums and products would leave the range of numbers are brought back, in proportion. */
function inReach(weights: readonly number[]): readonly number[] {
  const largest = Math.max(...weights);
  return largest > 1e100 || (largest > 0 && largest < 1e-100)
    ? weights.map((weight) => weight / largest)
    : weights;
}
