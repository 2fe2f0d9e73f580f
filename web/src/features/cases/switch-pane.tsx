import './otherwise.css';

import { Switch } from '@mantine/core';
import type { IdleSwitch } from '@probant/shared/library/case';
import { scoreReplay } from '@probant/shared/library/replay-score';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';

import { formatChange, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { caseTexts } from './cases.texts.js';
import { LedgerPane } from './ledger-pane.js';
import { ReplayExposurePane } from './replay-exposure-pane.js';
import { TogetherPane } from './together-pane.js';
import type { CaseFile } from './use-cases.js';

interface SwitchPaneProps {
  readonly file: CaseFile;
  readonly switched: readonly string[];
  readonly onSwitch: (key: string, on: boolean) => void;
}

/** Facts otherwise, alone or together: what grade, what exposure and what claims there would have been. */
export function SwitchPane({ file, switched, onSwitch }: SwitchPaneProps): ReactNode {
  const { t } = useTranslation(caseTexts);
  const { replay } = file;
  return (
    <aside className="pb-case-pane" aria-labelledby="case-switches">
      <h2 id="case-switches">{t('switches')}</h2>
      {replay.switches.length === 0 ? <p className="pb-sm pb-soft">{t('switches.none')}</p> : null}
      <ul className="pb-case-switches">
        {replay.switches.map((one) => (
          <SwitchRow key={one.key} file={file} of={one} switched={switched} onSwitch={onSwitch} />
        ))}
        {replay.idleSwitches.map(({ key, label, reason }) => (
          <IdleRow key={key} label={label} reason={reason} />
        ))}
      </ul>
      {replay.switches.length > 0 ? <TogetherPane file={file} switched={switched} /> : null}
      <ReplayExposurePane file={file} switched={switched} />
      <LedgerPane file={file} switched={switched} />
      <Beside file={file} />
      <Notes file={file} />
    </aside>
  );
}

interface SwitchRowProps {
  readonly file: CaseFile;
  readonly of: CaseFile['replay']['switches'][number];
  readonly switched: readonly string[];
  readonly onSwitch: (key: string, on: boolean) => void;
}

function SwitchRow({ file, of, switched, onSwitch }: SwitchRowProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { key, label, lesson, clauses } = of;
  const on = switched.includes(key);
  const { document, replay } = file;
  // A floor hides what a fact alone would do: what counts is what it adds to the others as they stand.
  const effect = useMemo(() => {
    const scoreWith = (keys: readonly string[]): number =>
      scoreReplay(document, replay, { switched: keys, moment: 'all-facts' }).score ?? 0;
    const others = switched.filter((one) => one !== key);
    return scoreWith([...others, key]) - scoreWith(others);
  }, [document, replay, key, switched]);
  const questions = Object.keys(of.answers);
  return (
    <li>
      <div className="pb-between pb-case-switch">
        <Switch
          checked={on}
          onChange={(event) => {
            onSwitch(key, event.currentTarget.checked);
          }}
          label={<span className="pb-medium">{label[language]}</span>}
          description={[
            questions.length === 0
              ? t('switch.act')
              : t('switch.questions', { questions: questions.join(', ') }),
            ...clauses,
          ].join(' · ')}
        />
        <span className="pb-strong pb-tabular" title={t('switch.effect')}>
          {formatChange(effect, language, 2)}
        </span>
      </div>
      {on ? <p className="pb-sm">{lesson[language]}</p> : null}
    </li>
  );
}

/** A switch of other cases, and why it would change nothing in this one. */
function IdleRow({ label, reason }: Pick<IdleSwitch, 'label' | 'reason'>): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return (
    <li className="pb-case-idle">
      <p className="pb-medium pb-muted">
        {label[language]} <span className="pb-tag">{t('switch.idle')}</span>
      </p>
      <p className="pb-xs pb-muted">{reason[language]}</p>
    </li>
  );
}

function Beside({ file }: { readonly file: CaseFile }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  if (file.beside.length === 0) return null;
  return (
    <section aria-labelledby="case-beside">
      <h3 id="case-beside">{t('beside')}</h3>
      {file.beside.map(({ summary, answers }) => (
        <div key={summary.key} className="pb-case-terms">
          <GradeBadge grade={summary.allFacts.grade} size={32} />
          <div>
            <p className="pb-medium">
              {summary.name[language]}{' '}
              <span className="pb-tabular">
                {summary.allFacts.score === null ? '–' : formatNumber(summary.allFacts.score, language, 2)}
              </span>
            </p>
            <p className="pb-xs pb-muted">{summary.service[language]}</p>
            <p className="pb-sm">{t('beside.same', { count: answers.length })}</p>
            <Link className="pb-sm" to={`/cases/${summary.key}`}>
              {t('beside.open')}
            </Link>
          </div>
        </div>
      ))}
    </section>
  );
}

function Notes({ file }: { readonly file: CaseFile }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return (
    <section aria-labelledby="case-notes">
      <h3 id="case-notes">{t('notes')}</h3>
      <ul className="pb-case-notes">
        {file.replay.notes.map(({ kind, text }) => (
          <li key={text.fr}>
            <span className="pb-xs pb-muted">{t(`note.${kind}`)}</span>
            <p className="pb-sm">{text[language]}</p>
          </li>
        ))}
      </ul>
      <p className="pb-legal">{t('legal')}</p>
    </section>
  );
}
