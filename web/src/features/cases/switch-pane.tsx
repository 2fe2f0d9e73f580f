import { Switch } from '@mantine/core';
import { scoreReplay, type ReplayMoment, replayMoments } from '@probant/shared/library/replay-score';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';

import { formatChange, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface SwitchPaneProps {
  readonly file: CaseFile;
  readonly switched: readonly string[];
  readonly onSwitch: (key: string, on: boolean) => void;
}

/** One fact otherwise, and what grade and score would have been. */
export function SwitchPane({ file, switched, onSwitch }: SwitchPaneProps): ReactNode {
  const { t } = useTranslation(caseTexts);
  const { replay } = file;
  return (
    <aside className="pb-case-pane" aria-labelledby="case-switches">
      <h2 id="case-switches">{t('switches')}</h2>
      {replay.switches.length === 0 ? <p className="pb-sm pb-soft">{t('switches.none')}</p> : null}
      <ul className="pb-case-switches">
        {replay.switches.map((one) => (
          <SwitchRow key={one.key} file={file} of={one} on={switched.includes(one.key)} onSwitch={onSwitch} />
        ))}
      </ul>
      <Beside file={file} />
      <Notes file={file} />
    </aside>
  );
}

interface SwitchRowProps {
  readonly file: CaseFile;
  readonly of: CaseFile['replay']['switches'][number];
  readonly on: boolean;
  readonly onSwitch: (key: string, on: boolean) => void;
}

function SwitchRow({ file, of: { key, label, lesson, answers }, on, onSwitch }: SwitchRowProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { document, replay } = file;
  const effects = useMemo(
    () =>
      replayMoments.map((moment) => ({
        moment,
        before: scoreReplay(document, replay, { switched: [], moment }),
        after: scoreReplay(document, replay, { switched: [key], moment }),
      })),
    [document, replay, key],
  );
  return (
    <li>
      <Switch
        checked={on}
        onChange={(event) => {
          onSwitch(key, event.currentTarget.checked);
        }}
        label={<span className="pb-medium">{label[language]}</span>}
        description={t('switch.questions', { questions: Object.keys(answers).join(', ') })}
      />
      <div aria-live="polite">
        {on ? (
          <>
            {effects.map((effect) => (
              <Effect key={effect.moment} {...effect} />
            ))}
            <p className="pb-sm">{lesson[language]}</p>
          </>
        ) : null}
      </div>
    </li>
  );
}

interface EffectProps {
  readonly moment: ReplayMoment;
  readonly before: ScoreResult;
  readonly after: ScoreResult;
}

function Effect({ moment, before, after }: EffectProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const two = (score: number | null): string => (score === null ? '–' : formatNumber(score, language, 2));
  const change = (after.score ?? 0) - (before.score ?? 0);
  return (
    <p className="pb-case-effect">
      <span className="pb-xs pb-muted">{t(`moment.${moment}`)}</span>
      <span className="pb-row">
        <GradeBadge grade={before.grade} size={24} />
        <span className="pb-tabular">{two(before.score)}</span>
        <IconArrowRight size={16} aria-hidden />
        <GradeBadge grade={after.grade} size={24} />
        <span className="pb-strong pb-tabular">{two(after.score)}</span>
        <span className="pb-xs pb-muted pb-tabular">{formatChange(change, language, 2)}</span>
      </span>
    </p>
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
