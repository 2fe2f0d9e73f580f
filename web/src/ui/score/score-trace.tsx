import './score-summary.css';

import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Answers } from '@probant/shared/scoring/answer';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { type ReactNode, useMemo, useState } from 'react';

import { formatChange, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { LessonDrawer } from '../law/lesson-drawer.js';
import { Quote } from '../law/quote.js';
import { floorSources } from './score-summary.js';
import { scoreTexts } from './score.texts.js';
import { type TraceLine, TraceList } from './trace-list.js';
import { findLesson, lessonOf, type ShownLine, shownLines } from './trace-lines.js';

interface ScoreTraceProps {
  readonly document: QuestionnaireDocument;
  readonly result: ScoreResult;
  readonly answers: Answers;
  /** How many lines stand there before one asks for the others. */
  readonly shown?: number;
  /** Makes the sentence of a line lead to its question. */
  readonly onQuestion?: (questionId: string) => void;
}

/** The trace in sentences, line by line, down to the sum; every line opens its lesson. */
export function ScoreTrace({ document, result, answers, shown = 6, onQuestion }: ScoreTraceProps): ReactNode {
  const { t, language } = useTranslation(scoreTexts);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<{ readonly id: string; readonly related: readonly string[] } | null>(null);
  const lines = useMemo(
    () => shownLines(document, result, answers, language),
    [document, result, answers, language],
  );
  const visible = all ? lines : lines.slice(0, shown);
  const rest = lines.slice(visible.length);
  const openLesson = (id: string, related: readonly string[]): void => {
    setOpen({ id, related });
  };
  return (
    <>
      <TraceList
        label={t('trace')}
        lines={visible.map((line) =>
          toTraceLine(line, {
            document,
            t,
            openLesson,
            ...(onQuestion === undefined ? {} : { onQuestion }),
          }),
        )}
      />
      {rest.length > 0 || all ? (
        <p className="pb-score-trace-sum">
          <button
            type="button"
            className="pb-score-link pb-muted"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? t('trace.less') : t('trace.others', { count: rest.length })}
          </button>
          {all ? null : (
            <span className="pb-soft">
              {formatChange(
                rest.reduce((sum, { points }) => sum + points, 0),
                language,
                2,
              )}
            </span>
          )}
        </p>
      ) : null}
      <Sum result={result} />
      <LessonDrawer
        document={document}
        lessonId={open?.id ?? null}
        related={open?.related ?? []}
        onChoose={(id) => {
          setOpen((before) => ({ id, related: before?.related ?? [] }));
        }}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

function Sum({ result }: { readonly result: ScoreResult }): ReactNode {
  const { t, language } = useTranslation(scoreTexts);
  const { base, score, floor, knockouts, tier, exponent } = result;
  if (base === null || score === null) return null;
  const two = (value: number): string => formatNumber(value, language, 2);
  return (
    <>
      <p className="pb-score-trace-sum pb-strong">
        <span>{exponent === 1 ? t('trace.base') : t('trace.tier', { tier })}</span>
        <span>{two(base)}</span>
      </p>
      {score > base ? (
        <>
          <p className="pb-score-trace-sum pb-verm">
            <span>{t('trace.floor', { source: floorSources(floor, knockouts).join(', ') })}</span>
            <span>
              {formatChange(Math.round(score * 100) / 100 - Math.round(base * 100) / 100, language, 2)}
            </span>
          </p>
          <p className="pb-score-trace-sum pb-score-trace-sum-total">
            <span>{t('trace.score')}</span>
            <span>{two(score)}</span>
          </p>
        </>
      ) : null}
    </>
  );
}

interface Around {
  readonly document: QuestionnaireDocument;
  readonly t: ReturnType<typeof useTranslation<(typeof scoreTexts)['fr']>>['t'];
  readonly openLesson: (id: string, related: readonly string[]) => void;
  readonly onQuestion?: (questionId: string) => void;
}

function toTraceLine(line: ShownLine, around: Around): TraceLine {
  const { t } = around;
  const { risk, raised, weight, themeWeight: theme } = line;
  const figures =
    raised === null
      ? t('trace.figures', { risk, weight, theme })
      : t('trace.raised', { risk, raised, weight, theme });
  const lesson = lessonOf(line);
  return {
    key: line.question,
    sentence: <Sentence line={line} around={around} />,
    arithmetic: (
      <>
        <span className="pb-mono">{line.question}</span> · {figures}
        {lesson === undefined || line.knockout ? null : (
          <>
            {' · '}
            <LessonButton id={lesson} line={line} around={around}>
              {t('lesson', { id: lesson })}
            </LessonButton>
          </>
        )}
      </>
    ),
    points: line.points,
    knockout: line.knockout,
    source: line.knockout && lesson !== undefined ? <Cited id={lesson} line={line} around={around} /> : null,
  };
}

function Sentence({ line, around }: { readonly line: ShownLine; readonly around: Around }): ReactNode {
  const { language } = useTranslation(scoreTexts);
  const { parts } = line.sentence;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const said = parts
    .filter(({ kind }) => kind === 'subject' || kind === 'answer')
    .map(({ text }) => text)
    .join(colon);
  const words = line.knockout ? `${said}.` : said;
  const floors = parts.filter(({ kind }) => kind === 'knockout');
  const { onQuestion } = around;
  return (
    <>
      {onQuestion === undefined ? (
        <span className={line.knockout ? 'pb-strong' : ''}>{words}</span>
      ) : (
        <button
          type="button"
          className={line.knockout ? 'pb-score-link pb-strong' : 'pb-score-link'}
          onClick={() => {
            onQuestion(line.question);
          }}
        >
          {words}
        </button>
      )}
      {floors.map(({ text }) => (
        <span key={text} className="pb-verm">
          {' '}
          {text.charAt(0).toLocaleUpperCase(language) + text.slice(1)}.
        </span>
      ))}
    </>
  );
}

function LessonButton({
  id,
  line,
  around,
  children,
}: {
  readonly id: string;
  readonly line: ShownLine;
  readonly around: Around;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="pb-score-link pb-score-link-blue"
      onClick={() => {
        around.openLesson(id, [...new Set([id, ...line.sentence.lessons])]);
      }}
    >
      {children}
    </button>
  );
}

/** A knock-out's line carries the words of its source. */
function Cited({
  id,
  line,
  around,
}: {
  readonly id: string;
  readonly line: ShownLine;
  readonly around: Around;
}): ReactNode {
  const { t, language } = useTranslation(scoreTexts);
  const lesson = findLesson(around.document, id);
  const where = [
    ...(lesson?.source === undefined ? [] : [lesson.source.short[language]]),
    t('lesson', { id }),
  ].join(', ');
  const open = (
    <>
      {where} ·{' '}
      <LessonButton id={id} line={line} around={around}>
        {t('lesson.open')}
        <span className="pb-hidden"> {t('lesson.title', { id })}</span>
      </LessonButton>
    </>
  );
  return lesson?.quote === undefined ? (
    <p className="pb-trace-why">{open}</p>
  ) : (
    <Quote size="small" source={open}>
      {lesson.quote}
    </Quote>
  );
}
