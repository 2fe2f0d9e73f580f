import type { Change, ChangeSubject } from '@probant/shared/questionnaires/change';
import { groupChanges } from '@probant/shared/questionnaires/diff-documents';
import { diffWords, type WordSpan } from '@probant/shared/questionnaires/diff-words';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { compareTexts } from './compare.texts.js';

/** Thing by thing what changed, each change with the words before and after beside each other. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  return (
    <ol className="pb-changed">
      {groupChanges(changes).map(({ subject, changes: own }) => (
        <li key={`${subject.level} ${subject.key}`} className="pb-card">
          <Head subject={subject} />
          <ul className="pb-changed-lines">
            {own.map((change, index) => (
              <ChangeLine key={`${String(index)} ${change.kind}`} change={change} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Head({ subject: { level, key, name, theme } }: { readonly subject: ChangeSubject }): ReactNode {
  const { t, language } = useTranslation(compareTexts);
  return (
    <div className="pb-changed-head">
      {level === 'question' ? null : (
        <span className="pb-tag">{t(level === 'theme' ? 'theme' : 'whole')}</span>
      )}
      {key === '' ? null : <span className="pb-mono pb-sm pb-muted">{key}</span>}
      <h3>{name[language]}</h3>
      {theme ? <span className="pb-sm pb-muted">{theme[language]}</span> : null}
    </div>
  );
}

function ChangeLine({ change }: { readonly change: Change }): ReactNode {
  const { t, language } = useTranslation(compareTexts);
  return (
    <li>
      <p>
        <span className="pb-tag">{t(`kind.${change.kind}`)}</span> {change.sentence[language]}
      </p>
      <Sides change={change} />
    </li>
  );
}

function Sides({ change: { before, after, language: of } }: { readonly change: Change }): ReactNode {
  const { t, language } = useTranslation(compareTexts);
  if (before === null && after === null) return null;
  const shown = of ?? language;
  const spans = before && after ? diffWords(before[shown], after[shown]) : null;
  const alone = (text: string | undefined): readonly WordSpan[] =>
    text === undefined ? [] : [{ kind: 'same', text }];
  const sides = [
    { label: t('before'), spans: spans ?? alone(before?.[shown]), hidden: 'added' },
    { label: t('after'), spans: spans ?? alone(after?.[shown]), hidden: 'removed' },
  ] as const;
  return (
    <dl className="pb-sides">
      {sides.map(({ label, spans: own, hidden }) => (
        <div key={label}>
          <dt className="pb-label">{label}</dt>
          <dd lang={shown}>
            {own.length === 0 ? <span className="pb-muted">{t('nothing')}</span> : null}
            <Words spans={own.filter(({ kind }) => kind !== hidden)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ spans }: { readonly spans: readonly WordSpan[] }): ReactNode {
  return spans.map(({ kind, text }, index) => {
    const key = `${String(index)} ${kind}`;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
  });
}
