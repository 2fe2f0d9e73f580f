import { isFieldCode } from '@probant/shared/field-problems';
import { fieldDetail } from '@probant/shared/problems';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { type ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { Warning } from '../../ui/feedback/warning.js';
import { placeOf, searchOf, subjectOf, type Place } from './place-of-problem.js';
import { publishTexts } from './publish.texts.js';
import { PublishSummary } from './publish-summary.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type PublishProblem, type Questionnaire, usePublish } from './use-questionnaires.js';

interface PublishDialogProps {
  readonly questionnaire: Questionnaire;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function nextNumber({ published }: Questionnaire): number {
  return (published?.number ?? 0) + 1;
}

/** Asks before a version is frozen. */
export function PublishDialog({ questionnaire, opened, onClose }: PublishDialogProps): ReactNode {
  const { t } = useTranslation(publishTexts);
  const { t: counted } = useTranslation(questionnaireTexts);
  const publish = usePublish(questionnaire);
  const number = nextNumber(questionnaire);
  if (questionnaire.problems.length > 0) {
    return (
      <Dialog opened={opened} title={t('title', { number })} onClose={onClose} size="lg" keepsNothing>
        <p>{t('refused')}</p>
        <ProblemList document={questionnaire.document} problems={questionnaire.problems} onLeave={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('title', { number })}
      confirm={t('confirm', { number })}
      act={() => publish.mutateAsync()}
      onClose={onClose}
    >
      <div className="pb-stack">
        <p>
          {t('contents', {
            questions: counted('question.count', { count: questionnaire.questionCount }),
            themes: counted('theme.count', { count: questionnaire.themeCount }),
          })}
        </p>
        <p>{t('text')}</p>
        <LostKnockouts lost={questionnaire.lostKnockouts} />
        {opened ? <PublishSummary questionnaire={questionnaire} /> : null}
        {questionnaire.published === null ? null : (
          <Link to={`/questionnaires/${questionnaire.id}/equivalence`}>{t('equivalence')}</Link>
        )}
      </div>
    </ConfirmDialog>
  );
}

/** What publishing takes away without a question being asked for it: the author may have left the questions out long ago. */
function LostKnockouts({ lost }: { readonly lost: Questionnaire['lostKnockouts'] }): ReactNode {
  const { t, language } = useTranslation(publishTexts);
  if (lost.length === 0) return null;
  return (
    <div>
      <p className="pb-amber">{t('lost', { count: lost.length })}</p>
      <ul className="pb-dependents">
        {lost.map(({ id, text }) => (
          <li key={id}>
            <span className="pb-mono">{id}</span> {text[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WhyNotPublishedProps {
  readonly questionnaire: Questionnaire;
  readonly document: QuestionnaireDocument;
  readonly problems: readonly PublishProblem[];
}

/** Beside the button: what stands in the way of publishing, and the way to the first of it. */
export function WhyNotPublished({ questionnaire, document, problems }: WhyNotPublishedProps): ReactNode {
  const { t } = useTranslation(publishTexts);
  const { changed, published } = questionnaire;
  const [first] = problems;
  if (first !== undefined) {
    return (
      <Link className="pb-sm pb-amber" to={{ search: searchOf(placeOf(document, first.pointer)) }}>
        {t('why.problems', { count: problems.length })}
      </Link>
    );
  }
  if (changed) return null;
  return <span className="pb-sm pb-muted">{t('why.same', { number: published?.number ?? 0 })}</span>;
}

interface ProblemListProps {
  readonly document: QuestionnaireDocument;
  readonly problems: readonly PublishProblem[];
  /** When a link leads away from where the list stands. */
  readonly onLeave?: () => void;
}

/** Everything that keeps the draft from being published, each with the way to it. */
export function PublishProblems({ document, problems }: ProblemListProps): ReactNode {
  const { t } = useTranslation(publishTexts);
  if (problems.length === 0) return null;
  return (
    <Warning more={<ProblemList document={document} problems={problems} />}>
      {t('problems', { count: problems.length })}
    </Warning>
  );
}

function ProblemList({ document, problems, onLeave }: ProblemListProps): ReactNode {
  return (
    <ul className="pb-publish-problems">
      {problems.map((problem) => (
        <li key={`${problem.pointer} ${problem.code}`}>
          <ProblemLine document={document} problem={problem} onLeave={onLeave} />
        </li>
      ))}
    </ul>
  );
}

interface ProblemLineProps {
  readonly document: QuestionnaireDocument;
  readonly problem: PublishProblem;
  readonly onLeave: (() => void) | undefined;
}

function ProblemLine({ document, problem: { pointer, code, params }, onLeave }: ProblemLineProps): ReactNode {
  const { language } = useTranslation(publishTexts);
  const sentence = isFieldCode(code) ? fieldDetail({ code, params }, language) : code;
  const place = placeOf(document, pointer);
  const subject = subjectOf(document, pointer);
  return (
    <>
      {place ? (
        <Link to={{ search: searchOf(place) }} onClick={onLeave}>
          {subject ?? nameOf(place, language)}
        </Link>
      ) : (
        <span className="pb-mono">{pointer}</span>
      )}
      {' – '}
      {sentence}
    </>
  );
}

function nameOf(place: Place, language: 'fr' | 'en'): string {
  switch (place.kind) {
    case 'knockout':
      return place.knockout.id;
    case 'question':
      return place.question.id;
    case 'theme':
      return place.theme.title[language];
  }
}
