import { fieldRefusal, type FieldRefusal, type ProblemParams } from '../../decision.js';
import type { Worsening } from './states.js';

const codes = {
  line: { answer: 'worse-answer-helps', refusal: 'refusal-helps', silence: 'silence-helps' },
  knockout: {
    answer: 'knockout-dodged',
    refusal: 'knockout-dodged-by-refusal',
    silence: 'knockout-dodged-by-silence',
  },
} as const;

/** Which change of answer would be rewarded, and with what. */
export function worseningRefusal(
  at: string,
  what: keyof typeof codes,
  { question, better, worse, by }: Worsening,
  params: ProblemParams,
): FieldRefusal {
  return fieldRefusal(at, codes[what][by], {
    ...params,
    question,
    ...(by === 'silence' ? {} : { better }),
    ...(by === 'answer' ? { worse } : {}),
  });
}
