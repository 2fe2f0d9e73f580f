import { Checkbox } from '@mantine/core';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { GradeBadge, gradeLetters } from '../../ui/score/grade-badge.js';
import type { Comparison } from './matrix-messages.js';
import { letterOf } from './row-view.js';
import { profileName } from './saved-profiles.js';
import { useRowNames, type UsedMatrix } from './use-matrix.js';
import { completeWeights, type Start, type Trial } from './use-trial.js';
import { profileWeights, type Profile, type ProfileSummary, type WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface CompareDialogProps {
  readonly matrix: UsedMatrix;
  readonly trial: Trial;
  readonly presets: readonly Start[];
  readonly profiles: readonly ProfileSummary[];
  readonly documents: WeighingReply['documents'];
  readonly onClose: () => void;
}

const mostCompared = 4;
const trialKey = 'trial';

/** Several profiles side by side: how many have each grade with each, and on whom they disagree most. */
export function CompareDialog(props: CompareDialogProps): ReactNode {
  const { matrix, trial, presets, profiles, onClose } = props;
  const { t } = useTranslation(weighingTexts);
  const standing = profiles.find(({ isDefault }) => isDefault);
  const [keys, setKeys] = useState<readonly string[]>(() =>
    [trialKey, standing?.id ?? presets[0]?.key ?? ''].filter((key) => key !== ''),
  );
  const choices = [
    { key: trialKey, name: t('compare.trial') },
    ...profiles.map((one) => ({ key: one.id, name: profileName(one) })),
    ...presets.map(({ key, name }) => ({ key, name })),
  ];
  const { weights, error } = useChosen(props, keys);
  const { client, view } = matrix;
  useEffect(() => {
    if (weights !== null) client.compare(weights);
  }, [client, weights]);
  const shown = view.compared?.profiles === weights ? view.compared.comparison : null;
  return (
    <Dialog title={t('compare.title')} size="xl" keepsNothing onClose={onClose}>
      <div className="pb-stack">
        <div className="pb-compare-choice" role="group" aria-label={t('compare.choice')}>
          {choices.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={name}
              checked={keys.includes(key)}
              disabled={keys.includes(key) ? keys.length === 1 : keys.length >= mostCompared}
              onChange={({ currentTarget: { checked } }) => {
                setKeys(checked ? [...keys, key] : keys.filter((one) => one !== key));
              }}
            />
          ))}
        </div>
        {error === null ? null : <ProblemNotice error={error} />}
        {trial.weighsNothing && keys.includes(trialKey) ? (
          <p className="pb-sm">{t('nothing.weighs')}</p>
        ) : null}
        {shown ? (
          <Compared
            names={keys.map((key) => choices.find((one) => one.key === key)?.name ?? '')}
            comparison={shown}
            matrix={matrix}
          />
        ) : (
          <ListSkeleton rows={8} />
        )}
      </div>
    </Dialog>
  );
}

interface Loaded {
  readonly profiles: readonly (Profile | null)[];
  readonly error: unknown;
}

const combine = (replies: readonly UseQueryResult<Profile>[]): Loaded => ({
  profiles: replies.map(({ data }) => data ?? null),
  error: replies.find(({ isError }) => isError)?.error ?? null,
});

/** The weights of the profiles chosen, in their order; null while one of them is being loaded. */
function useChosen({ trial, presets, documents }: CompareDialogProps, keys: readonly string[]) {
  const isSaved = (key: string): boolean => key !== trialKey && !presets.some((one) => one.key === key);
  const { profiles, error } = useQueries({
    queries: keys.filter(isSaved).map((key) => profileWeights(key)),
    combine,
  });
  const weights = useMemo(() => {
    const found = keys.flatMap((key) => {
      if (key === trialKey) return [trial.weights];
      const saved = profiles.find((one) => one?.id === key);
      const start = saved
        ? completeWeights(documents, saved)
        : presets.find((one) => one.key === key)?.weights;
      return start === undefined ? [] : [start];
    });
    return found.length === keys.length ? found : null;
  }, [keys, profiles, presets, documents, trial.weights]);
  return { weights, error };
}

interface ComparedProps {
  readonly names: readonly string[];
  readonly comparison: Comparison;
  readonly matrix: UsedMatrix;
}

function Compared({ names, comparison, matrix }: ComparedProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const numbers = comparison.rows.map(({ row }) => matrix.view.rows?.numbers[row] ?? 0);
  const rowNames = useRowNames(matrix.names, numbers);
  const shown = (number: number, decimals = 0): string => formatNumber(number, language, decimals);
  return (
    <div className="pb-compared">
      <p className="pb-sm">
        {t('compare.disagreed', { count: comparison.disagreed, number: shown(comparison.disagreed) })}
      </p>
      <table className="pb-sm">
        <caption className="pb-hidden">{t('compare.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('head.supplier')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="pb-num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gradeLetters.map((letter, place) => (
            <tr key={letter}>
              <th scope="row">
                <GradeBadge grade={letter} />
              </th>
              {comparison.grades.map((counts, profile) => (
                <td key={names[profile]} className="pb-num">
                  {shown(counts[place] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
          {comparison.rows.map(({ row, results }, place) => (
            <tr key={row}>
              <th scope="row">
                {rowNames.get(numbers[place] ?? 0)?.supplierName ?? '…'}
                <br />
                <span className="pb-xs pb-muted">{rowNames.get(numbers[place] ?? 0)?.engagementName}</span>
              </th>
              {results.map(({ rank, score, grade }, profile) => (
                <td key={names[profile]} className="pb-num">
                  {score === null ? '–' : shown(score, 2)}
                  <GradeBadge grade={letterOf(grade)} />
                  <br />
                  <span className="pb-xs pb-muted">{t('compare.rank', { rank: shown(rank + 1) })}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
