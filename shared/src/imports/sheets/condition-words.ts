import type { ImportedCondition, ImportedOption } from '../imported-questionnaire.js';
import { plainWords } from './grid.js';

export interface Asked {
  readonly key: string;
  readonly options: readonly ImportedOption[];
}

/** The question of a number, as a condition names it; nothing where several could be meant. */
export type AskedBy = (number: string) => Asked | undefined;

const longest = 500;

/**
 * A condition written in words, `Si 1.2 = Oui` or `if Q3 is yes and Q4 is no`; nothing when a question or an answer that it
 * names is not in the file.
 */
export function findCondition(text: string, asked: AskedBy): ImportedCondition | undefined {
  if (text.length > longest) return undefined;
  const bare = text.replace(/^\s*(?:si|if|only if|uniquement si|applicable si|seulement si)\s+/iu, '');
  const isAny = /\s(?:ou|or)\s/iu.test(bare);
  const parts = bare.split(/\s(?:ou|or|et|and)\s/iu);
  if (isAny && /\s(?:et|and)\s/iu.test(bare)) return undefined;
  const conditions = parts.map((part) => findOne(part, asked));
  const known = conditions.filter((one) => one !== undefined);
  if (known.length !== parts.length) return undefined;
  const [first] = known;
  if (known.length === 1) return first;
  return isAny ? { any: known } : { all: known };
}

function findOne(text: string, asked: AskedBy): ImportedCondition | undefined {
  const [, name = '', not = '', answer = ''] =
    /^(?:la |the )?(?:question |reponse a |réponse à (?:la )?(?:question )?)?["«]?\s*(\S+?)\s*["»]?\s*(?:(!=|<>|≠|is not|n[’']est pas|différent de)|=|:|is|est|vaut)\s*["«“]?\s*(.+?)\s*["»”]?\s*[.;]?\s*$/iu.exec(
      text,
    ) ?? [];
  const question = asked(name.toLowerCase()) ?? asked(name.replace(/^[qn]°?/iu, '').toLowerCase());
  const option = question?.options.find(({ label }) =>
    Object.values(label).some((one) => plainWords(one) === plainWords(answer)),
  );
  if (question === undefined || option === undefined) return undefined;
  const condition = { q: question.key, option: option.key };
  return not === '' ? condition : { not: condition };
}
