import { Button, Checkbox, MultiSelect, NativeSelect } from '@mantine/core';
import type { EquivalenceLink } from '@probant/shared/questionnaires/decide-equivalence';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { equivalenceNames, tellMoves } from '@probant/shared/questionnaires/equivalence-words';
import type { EquivalenceKind } from '@probant/shared/questionnaires/propose-equivalence';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { equivalenceTexts } from './equivalence.texts.js';
import type { EditedLinks } from './use-edited-links.js';

interface EquivalenceCardProps {
  readonly link: EquivalenceLink;
  readonly edited: EditedLinks;
  readonly before: QuestionnaireDocument;
  readonly after: QuestionnaireDocument;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Some questions of the version before, what they become, and what that means; opened, the author says otherwise. */
export function EquivalenceCard(props: EquivalenceCardProps): ReactNode {
  const { link, edited, before, after, open, onToggle } = props;
  const { t, language } = useTranslation(equivalenceTexts);
  const { kind, from, to, reconfirm = false } = link;
  const texts = useMemo(() => textsOf([before, after], language), [before, after, language]);
  const was =
    to.length === 1 && from.length === 1 ? textsOf([before], language).get(from[0] ?? '') : undefined;
  const judged = edited.judge({ from, to });
  const moves = reconfirm
    ? judged.moves.map((move) => (move.fate === 'kept' ? { ...move, fate: 'reconfirm' as const } : move))
    : judged.moves;
  const several = from.length > 1 && to.length > 1;
  const keys = [from.join(', '), to.join(', ')].filter((one) => one !== '');
  return (
    <li className="pb-card">
      <div className="pb-changed-head">
        <span className="pb-tag">{equivalenceNames[kind][language]}</span>
        <span className="pb-mono pb-sm">{[...new Set(keys)].join(' → ')}</span>
        <h3>{texts.get(to[0] ?? from[0] ?? '')}</h3>
        {from.length === 0 ? null : (
          <Button size="xs" aria-expanded={open} onClick={onToggle}>
            {open ? t('done') : t('edit')}
          </Button>
        )}
      </div>
      {several ? (
        <p className="pb-amber">{t('wrong')}</p>
      ) : (
        <p className="pb-soft">{tellMoves({ kind, from, to, moves })[language]}</p>
      )}
      {was === undefined || was === texts.get(to[0] ?? '') ? null : (
        <p className="pb-sm pb-muted">{t('before', { text: was })}</p>
      )}
      {open ? <Fields {...props} /> : null}
    </li>
  );
}

const graver: Readonly<Record<'unchanged' | 'reworded' | 'changed', readonly EquivalenceKind[]>> = {
  unchanged: ['unchanged', 'reworded', 'changed'],
  reworded: ['reworded', 'changed'],
  changed: ['changed'],
};

function Fields({ link, edited, after }: Pick<EquivalenceCardProps, 'link' | 'edited' | 'after'>): ReactNode {
  const { t, language } = useTranslation(equivalenceTexts);
  const { kind, from, to, reconfirm = false } = link;
  const choices = useMemo(
    () =>
      after.themes.flatMap(({ questions }) =>
        questions.map(({ id, text }) => ({ value: id, label: `${id} ${text[language]}` })),
      ),
    [after, language],
  );
  const mildest = edited.judge({ from, to }).kind;
  const kinds =
    mildest === 'unchanged' || mildest === 'reworded' || mildest === 'changed' ? graver[mildest] : [];
  return (
    <div className="pb-stack">
      {from.map((key) => (
        <MultiSelect
          key={key}
          label={t('becomes', { key })}
          description={t('becomes.hint')}
          data={choices}
          value={[...to]}
          searchable
          limit={30}
          hidePickedOptions
          onChange={(next) => {
            edited.relink(key, next);
          }}
        />
      ))}
      {kinds.length > 1 ? (
        <NativeSelect
          label={t('kind')}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: equivalenceNames[one][language] }))}
          onChange={(event) => {
            const next = kinds.find((one) => one === event.currentTarget.value);
            if (next !== undefined) edited.change(link, { ...link, kind: next });
          }}
        />
      ) : null}
      {to.length === 0 ? null : (
        <Checkbox
          label={t('reconfirm')}
          checked={reconfirm}
          onChange={() => {
            edited.change(link, reconfirm ? { kind, from, to } : { kind, from, to, reconfirm: true });
          }}
        />
      )}
    </div>
  );
}

function textsOf(
  documents: readonly QuestionnaireDocument[],
  language: 'fr' | 'en',
): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap(({ themes }) =>
      themes.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text[language]] as const)),
    ),
  );
}
