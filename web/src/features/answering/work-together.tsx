import { questionsOfPart } from '@probant/shared/delegations/part';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { partTexts } from './part.texts.js';
import { takesAnswers, type Answering } from './use-answering.js';
import type { Position } from './use-position.js';

interface WorkTogetherProps {
  readonly answering: Answering;
  readonly position: Position;
}

/** Under the title of a theme: who holds it and how far they are, and who looks at which of its questions now. */
export function WorkTogether({ answering, position }: WorkTogetherProps): ReactNode {
  const mayHandOver = useCan('delegations:manage');
  return (
    <>
      <Present answering={answering} position={position} />
      {mayHandOver ? <Holders answering={answering} position={position} /> : null}
    </>
  );
}

function Holders({ answering, position }: WorkTogetherProps): ReactNode {
  const { t } = useTranslation(partTexts);
  const { assessmentId } = answering.sheet.state;
  const { theme } = position;
  const parts = useQuery({
    queryKey: ['delegations', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/delegations', { path: { assessmentId }, signal })).items,
  });
  const ids = new Set(theme.questions.map(({ id }) => id));
  const holders = (parts.data ?? []).filter((part) =>
    questionsOfPart(answering.sheet.document, part).some((id) => ids.has(id)),
  );
  if (!takesAnswers(answering) && holders.length === 0) return null;
  return (
    <p className="pb-sm pb-row pb-wrap">
      {holders.length === 0 ? null : (
        <>
          <span className="pb-muted">{t('holders')}</span>
          {holders.map(({ id, name, answered, asked }) => (
            <span key={id} className="pb-tag">
              {t('holder', { name, done: answered, count: asked })}
            </span>
          ))}
        </>
      )}
      <Link to={`/requests/${assessmentId}/parts?theme=${encodeURIComponent(theme.code)}`}>
        {holders.length === 0 ? t('hand-over') : t('hand-over.more')}
      </Link>
    </p>
  );
}

const everyMs = 15_000;

function Present({ answering, position }: WorkTogetherProps): ReactNode {
  const { t, language } = useTranslation(partTexts);
  const ended = useSessionEnded();
  const { assessmentId } = answering.sheet.state;
  const questionId = position.question?.id;
  const present = useQuery({
    queryKey: ['presence', assessmentId, questionId],
    enabled: questionId !== undefined && !ended && takesAnswers(answering),
    refetchInterval: everyMs,
    staleTime: 0,
    retry: false,
    queryFn: async ({ signal }) =>
      (
        await api.put('/api/requests/{assessmentId}/presence', {
          path: { assessmentId },
          body: { questionId: questionId ?? '' },
          signal,
        })
      ).people,
  });
  const people = present.data ?? [];
  const here = people.filter((person) => person.questionId === questionId);
  const inTheme = people.filter(
    (person) =>
      person.questionId !== questionId && position.theme.questions.some(({ id }) => id === person.questionId),
  );
  if (here.length + inTheme.length === 0) return null;
  const list = new Intl.ListFormat(language);
  return (
    <ul className="pb-sm pb-ans-present">
      {here.length === 0 ? null : (
        <li>
          <IconUsers size={14} aria-hidden />{' '}
          {t('here.now', { count: here.length, names: list.format(here.map(({ name }) => name)) })}
        </li>
      )}
      {inTheme.map((person) => (
        <li key={`${person.name} ${person.questionId}`} className="pb-muted">
          {t('here', { count: 1, names: person.name, questions: person.questionId })}
        </li>
      ))}
    </ul>
  );
}
