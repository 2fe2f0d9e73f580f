import { listAt, textAt, type Entries } from './imported-values.js';
import type { ImportedCondition, ImportWarning } from './imported-questionnaire.js';
import { isRecord } from '../plain-text.js';
import { warned } from './said.js';

/** A question as far as groups of requirements go. */
export interface Grouped {
  readonly key: string;
  readonly where: string;
  readonly framework: Entries;
  /** The requirement that it stands in. */
  readonly requirement: Entries;
  readonly groups: readonly string[];
  /** What its choices open. */
  readonly opens: readonly { readonly option: string; readonly groups: readonly string[] }[];
}

export interface GroupsRead {
  /** By key of the question, when it is asked. */
  readonly conditions: ReadonlyMap<string, ImportedCondition>;
  readonly warnings: readonly ImportWarning[];
}

/**
 * A requirement is asked where one of its groups is: those that a framework asks for from the start, those that an answer opens,
 * and those that somebody adds by hand. As long as there is none at all, everything is asked, so that only a framework that asks
 * for some from the start says exactly when the others are.
 */
export function readCisoGroups(questions: readonly Grouped[]): GroupsRead {
  const conditions = new Map<string, ImportedCondition>();
  const warnings: ImportWarning[] = [];
  for (const framework of new Set(questions.map((one) => one.framework))) {
    const own = questions.filter((one) => one.framework === framework);
    const openers = own.filter(({ opens }) => opens.length > 0);
    if (openers.length === 0) continue;
    const fromStart = new Set(
      listAt(framework, 'implementation_groups_definition').flatMap((group) =>
        isRecord(group) && group['default_selected'] === true ? (textAt(group, 'ref_id') ?? []) : [],
      ),
    );
    if (fromStart.size === 0) {
      warnings.push(...openers.map(({ where }) => allAskedBefore(where)));
      continue;
    }
    const ungrouped = own.filter(({ groups }) => groups.length === 0);
    if (ungrouped.length > 0) warnings.push(askedWithoutGroup(ungrouped[0]?.where ?? '', ungrouped.length));
    for (const one of own.filter(({ groups }) => !groups.some((group) => fromStart.has(group)))) {
      const condition = conditionOf(one, openers);
      if (condition === 'not-exact') warnings.push(leftOut(one.where));
      else if (condition !== undefined) conditions.set(one.key, condition);
    }
  }
  return { conditions, warnings };
}

/** Nothing where no answer opens any of its groups: it is then a matter of what is picked by hand. */
function conditionOf(
  { groups, requirement }: Grouped,
  openers: readonly Grouped[],
): ImportedCondition | 'not-exact' | undefined {
  const opening = openers.flatMap(({ key, opens, requirement: from }) =>
    opens.flatMap(({ option, groups: opened }) => {
      const own = opened.filter((group) => groups.includes(group));
      return own.length === 0 ? [] : [{ condition: { q: key, option }, own, from }];
    }),
  );
  const [first] = opening;
  if (first === undefined) return undefined;
  const byHand = groups.some((group) => !opening.some(({ own }) => own.includes(group)));
  if (byHand || opening.some(({ from }) => from === requirement)) return 'not-exact';
  return opening.length === 1 ? first.condition : { any: opening.map(({ condition }) => condition) };
}

function allAskedBefore(where: string): ImportWarning {
  return warned(
    where,
    'des choix de cette question ouvrent des groupes d’exigences : laissé de côté, car aucun groupe n’est demandé d’office et tout l’est avant la réponse',
    'choices of this question open groups of requirements: left out, as no group is asked for from the start and everything is before the answer',
  );
}

function leftOut(where: string): ImportWarning {
  return warned(
    where,
    'demandée quand une réponse ouvre son groupe, mais aussi par un groupe choisi à la main ou par sa propre réponse : condition laissée de côté',
    'asked when an answer opens its group, but also through a group picked by hand or through its own answer: condition left out',
  );
}

function askedWithoutGroup(where: string, count: number): ImportWarning {
  return warned(
    where,
    `questions d’exigences sans groupe, que le référentiel ne demande jamais et qui sont posées ici : ${count}`,
    `questions of requirements without a group, which the framework never asks for and which are asked here: ${count}`,
  );
}
