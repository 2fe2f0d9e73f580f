import { inBoth, say } from './change.js';
import type { AnswerFate } from './answer-fate.js';
import type { Localised } from './document.js';
import type { AnswerMove, Equivalence, EquivalenceKind } from './propose-equivalence.js';

export const equivalenceNames: Readonly<Record<EquivalenceKind, Localised>> = {
  unchanged: { fr: 'inchangée', en: 'unchanged' },
  reworded: { fr: 'reformulée', en: 'reworded' },
  changed: { fr: 'modifiée', en: 'changed' },
  split: { fr: 'scindée', en: 'split' },
  merged: { fr: 'fusionnée', en: 'merged' },
  removed: { fr: 'retirée', en: 'removed' },
  new: { fr: 'nouvelle', en: 'new' },
};

const fates: Readonly<Record<AnswerFate, Localised>> = {
  kept: say('les réponses données sont gardées', 'answers given are kept'),
  reconfirm: say('les réponses données sont à reconfirmer', 'answers given are to be reconfirmed'),
  dropped: say('les réponses données ne sont pas reprises', 'answers given are not carried over'),
};

/** What becomes of the answers already given: "Les réponses données sont gardées, sauf « Non », qui n’est plus un choix." */
export function tellMoves({ kind, moves }: Equivalence): Localised {
  const [first] = moves;
  if (first === undefined) return say('Aucune réponse à reprendre.', 'No answer to carry over.');
  if (kind === 'removed') return sentence(fates.dropped, []);
  const same = moves.every(({ fate }) => fate === first.fate);
  if (same) return sentence(fates[first.fate], moves);
  const parts = inBoth((language) =>
    moves.map(({ from, to, fate }) => `${from} → ${to ?? ''}\u00a0: ${fates[fate][language]}`).join(' ; '),
  );
  return { fr: `${parts.fr}.`, en: `${parts.en.replaceAll('\u00a0:', ':').replaceAll(' ;', ';')}.` };
}

function sentence(fate: Localised, moves: readonly AnswerMove[]): Localised {
  const gone = moves.flatMap(({ choicesGone, noneGone, notApplicableGone }) => [
    ...choicesGone.map(({ label }) => label),
    ...(noneGone ? [{ fr: 'aucun', en: 'none' }] : []),
    ...(notApplicableGone ? [{ fr: 'sans objet', en: 'not applicable' }] : []),
  ]);
  const begin = inBoth((language) => fate[language].charAt(0).toUpperCase() + fate[language].slice(1));
  if (gone.length === 0) return { fr: `${begin.fr}.`, en: `${begin.en}.` };
  const named = {
    fr: gone.map(({ fr }) => `« ${fr} »`).join(', '),
    en: gone.map(({ en }) => `“${en}”`).join(', '),
  };
  return gone.length === 1
    ? say(
        `${begin.fr}, sauf ${named.fr}, qui n’est plus une réponse possible.`,
        `${begin.en}, except ${named.en}, no longer a possible answer.`,
      )
    : say(
        `${begin.fr}, sauf ${named.fr}, qui ne sont plus des réponses possibles.`,
        `${begin.en}, except ${named.en}, no longer possible answers.`,
      );
}
