import { isRecord } from '../plain-text.js';
import type { CisoNode } from './ciso-nodes.js';
import { entriesAt, listAt, textAt, type Entries } from './imported-values.js';

/** A question of a requirement, where it stands and what it says. */
export interface FoundQuestion {
  readonly urn: string | undefined;
  readonly where: string;
  readonly entries: Entries;
}

/** Today questions stand by their urn; a library of 2024 has one `question` with its choices beside its texts. */
export function questionsOf({ entries, where }: CisoNode): readonly FoundQuestion[] {
  const old = entriesAt(entries, 'question');
  if (old !== undefined) {
    return listAt(old, 'questions').flatMap((one, index) => {
      if (!isRecord(one)) return [];
      const merged = { ...one, question_type: old['question_type'], choices: old['question_choices'] };
      return [{ urn: textAt(one, 'urn'), where: `${where}.question.questions[${index}]`, entries: merged }];
    });
  }
  const listed = listAt(entries, 'questions').map((one) => [textAt(one, 'urn'), one] as const);
  const named = Object.entries(entriesAt(entries, 'questions') ?? {});
  return [...listed, ...named].flatMap(([urn, one], index) =>
    isRecord(one) ? [{ urn, where: `${where}.questions[${index}]`, entries: one }] : [],
  );
}

export function refOf({ entries, where }: CisoNode): string {
  return textAt(entries, 'ref_id') ?? where;
}

/** What tells one requirement or question from another in its framework: the rest of the urn is the same for all. */
export function shorten(urn: string): string {
  const [, short] = /^urn:[^:]+:[^:]+:req_node:[^:]+:(.+)$/.exec(urn) ?? [];
  return short ?? urn;
}
