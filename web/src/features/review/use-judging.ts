import { type EvidenceLevel, evidenceLevels } from '@probant/shared/questionnaires/document';
import { useState } from 'react';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { formatNumber, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { keptRejection } from './kept-names.js';
import { type PieceHere, piecesOf, questionReviewOf, type Review, type ReviewState } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { useJudgePiece, useReviewQuestion } from './use-review.js';

export interface Judging {
  /** The piece on the screen. */
  readonly current: PieceHere | undefined;
  readonly choose: (evidenceId: string) => void;
  /** What accepting gives; `null` where nothing is proposed: a piece that was rejected. */
  readonly level: EvidenceLevel | null;
  /** The level is proposed by the product: nobody has chosen one for this piece yet. */
  readonly suggested: boolean;
  readonly chooseLevel: (level: EvidenceLevel) => void;
  /** Accepts the piece at the level chosen; an answer without a piece is marked as seen. */
  readonly accept: () => void;
  readonly rejecting: boolean;
  readonly startReject: () => void;
  readonly stopReject: () => void;
  readonly reject: (note: string, everywhere: boolean) => Promise<void>;
  readonly withdraw: () => void;
  readonly sayClaim: (state: ReviewState) => void;
  /** Puts words where what was done last is told. */
  readonly tell: (words: string) => void;
  /** What was done last, in words with its time. */
  readonly said: string;
  readonly error: Error | null;
  readonly pending: boolean;
}

/** What a reviewer does with the pieces of one question, one piece at a time. */
export function useJudging(review: Review, questionId: string): Judging {
  const { t, language } = useTranslation(judgingTexts);
  const pieces = piecesOf(review, questionId);
  const hasKept = useHasKept();
  /** The piece whose rejection is half written. */
  const [halfRejected] = useState(() =>
    pieces.find(({ piece }) => hasKept(keptRejection(review, questionId, piece.evidenceId))),
  );
  const [chosen, setChosen] = useState<string | null>(halfRejected?.piece.evidenceId ?? null);
  const [levels, setLevels] = useState<Readonly<Record<string, EvidenceLevel>>>({});
  const [rejecting, setRejecting] = useState(halfRejected !== undefined);
  const [said, setSaid] = useState('');
  const judge = useJudgePiece(review.assessmentId);
  const see = useReviewQuestion(review.assessmentId);
  const current =
    pieces.find(({ piece }) => piece.evidenceId === chosen) ??
    pieces.find(({ here }) => here.verdict === 'unexamined') ??
    pieces[0];
  const usual = current === undefined ? 'E0' : usualLevel(current);
  const wishedLevel = current === undefined ? undefined : levels[current.piece.evidenceId];
  const proposed = wishedLevel === undefined && current?.here.verdict === 'rejected' ? null : usual;
  const level = wishedLevel ?? proposed;

  const say = (words: string, { score }: ReviewState): void => {
    const shown = score.score.score;
    const moved = shown !== null && shown !== review.score.score.score;
    setSaid(moved ? `${words} · ${t('done.score', { score: formatNumber(shown, language, 2) })}` : words);
  };
  const now = (): string => formatTime(new Date().toISOString(), language);

  return {
    current,
    choose: setChosen,
    level,
    suggested: wishedLevel === undefined && current?.here.verdict === 'unexamined',
    chooseLevel: (wished) => {
      if (current?.piece.levels.includes(wished) === true)
        setLevels((before) => ({ ...before, [current.piece.evidenceId]: wished }));
    },
    accept: () => {
      if (current === undefined) {
        if (questionReviewOf(review, questionId)?.seen === true) return;
        see.mutateAsync({ questionId, seen: true }).then((state) => {
          say(t('done.seen', { time: now() }), state);
        }, shownElsewhere);
        return;
      }
      if (level === null) {
        setSaid(t('choose-level'));
        return;
      }
      const { evidenceId } = current.piece;
      const accepted = {
        evidenceId,
        questionIds: [questionId],
        verdict: 'accepted',
        level,
        note: '',
      } as const;
      judge.mutateAsync(accepted).then((state) => {
        setChosen(null);
        say(t('done.accepted', { level, time: now() }), state);
      }, shownElsewhere);
    },
    rejecting,
    startReject: () => {
      if (current === undefined) {
        setSaid(t('nothing-to-reject'));
        return;
      }
      // The reason is about this piece, also once somebody else has judged it.
      setChosen(current.piece.evidenceId);
      setRejecting(true);
    },
    stopReject: () => {
      setRejecting(false);
    },
    reject: async (note, everywhere) => {
      if (current === undefined) return;
      const { evidenceId, questions } = current.piece;
      const questionIds = everywhere ? questions.map((one) => one.questionId) : [questionId];
      const state = await judge.mutateAsync({ evidenceId, questionIds, verdict: 'rejected', note });
      setRejecting(false);
      setChosen(null);
      say(t('done.rejected', { time: now() }), state);
    },
    withdraw: () => {
      if (current === undefined) return;
      const { evidenceId } = current.piece;
      judge.mutate({ evidenceId, questionIds: [questionId], verdict: 'unexamined', note: '' });
    },
    sayClaim: (state) => {
      say(t('done.claim', { time: now() }), state);
    },
    tell: setSaid,
    said,
    // What the form of the rejection shows at its field is not said twice.
    error: rejecting ? null : (judge.error ?? see.error),
    pending: judge.isPending || see.isPending,
  };
}

/** The level it was given; before that E2 where a date allows it, as a dated and valid document is. */
function usualLevel({ piece, here }: PieceHere): EvidenceLevel {
  if (here.level !== null) return here.level;
  return piece.levels.includes('E2') ? 'E2' : evidenceLevels[1];
}
