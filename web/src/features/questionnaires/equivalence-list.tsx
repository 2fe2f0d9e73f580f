import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { equivalenceNames, tellMoves } from '@probant/shared/questionnaires/equivalence-words';
import {
  equivalenceKinds,
  type Equivalence,
  type EquivalenceKind,
} from '@probant/shared/questionnaires/propose-equivalence';
import type { ReactNode } from 'react';

import { formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { compareTexts } from './compare.texts.js';
import type { KeptEquivalence } from './use-questionnaires.js';
import { KindFilter } from './kind-filter.js';

interface EquivalenceListProps {
  readonly equivalences: readonly Equivalence[];
  readonly before: QuestionnaireDocument;
  readonly after: QuestionnaireDocument;
  readonly chosen: EquivalenceKind | null;
  readonly onChoose: (kind: EquivalenceKind | null) => void;
  /** As it was stated at publication; else it is proposed. */
  readonly stated?: KeptEquivalence | undefined;
}

/** Question by question what it became, and what that means for the answers already given. */
export function EquivalenceList(props: EquivalenceListProps): ReactNode {
  const { equivalences, before, after, chosen, onChoose, stated } = props;
  const { t, language } = useTranslation(compareTexts);
  const count = (kind: EquivalenceKind): number => equivalences.filter((one) => one.kind === kind).length;
  const shown = equivalences.filter(({ kind }) => (chosen === null ? kind !== 'unchanged' : kind === chosen));
  const texts = textsOf(before, after, language);
  return (
    <div className="pb-compare">
      <p className="pb-soft">
        {stated === undefined ? t('answers.text') : t(stated.edited ? 'answers.edited' : 'answers.stated')}
      </p>
      <KindFilter
        label={t('filter.answers')}
        all={{ label: t('all.answers'), count: equivalences.length - count('unchanged') }}
        kinds={equivalenceKinds.map((kind) => ({
          kind,
          label: capital(equivalenceNames[kind][language]),
          count: count(kind),
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {shown.length === 0 ? <p role="status">{t('answers.none')}</p> : null}
      <ol className="pb-changed">
        {shown.map((one) => (
          <li key={[...one.from, '>', ...one.to].join(' ')} className="pb-card">
            <div className="pb-changed-head">
              <span className="pb-tag">{capital(equivalenceNames[one.kind][language])}</span>
              <span className="pb-mono pb-sm">{keysInWords(one)}</span>
              <h3>{texts(one)}</h3>
            </div>
            <p className="pb-soft">
              {tellMoves(one)[language]}
              {one.reconfirm === true ? ` ${t('answers.author')}` : null}
            </p>
            {one.alike === undefined ? null : (
              <p className="pb-sm pb-muted">{t('alike', { percent: formatShare(one.alike, language) })}</p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function keysInWords({ from, to }: Equivalence): string {
  const [old, now] = [from.join(', '), to.join(', ')];
  if (old === now || now === '') return old;
  return old === '' ? now : `${old} → ${now}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function textsOf(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
  language: 'fr' | 'en',
): (equivalence: Equivalence) => string {
  const texts = new Map(
    [before, after].flatMap(({ themes }) =>
      themes.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text[language]] as const)),
    ),
  );
  return ({ from, to }) => texts.get(to[0] ?? from[0] ?? '') ?? '';
}
