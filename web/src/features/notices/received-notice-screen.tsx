import './notices.css';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes, maxLengths } from '@probant/shared/limits';
import { noticeStateNames } from '@probant/shared/notices/lifecycle';
import { mayAddPiece } from '@probant/shared/notices/pieces';
import { replyKinds, takesReplies } from '@probant/shared/notices/reply';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { ClockCard } from './clock-card.js';
import { draftTexts } from './draft.texts.js';
import { SentLetters } from './letter-view.js';
import { PieceRow } from './piece-row.js';
import { receivedTexts } from './received.texts.js';
import { ReplyList } from './reply-list.js';
import { StateTag } from './state-tag.js';
import { type ReceivedNotice, useAddCure, useReceivedNotice, useReply } from './use-notices.js';

/** A formal notice as its supplier sees it: the letter, the clock, and what it says and shows in answer. */
export function ReceivedNoticeScreen(): ReactNode {
  return (
    <FollowUp part="notices">
      <Content />
    </FollowUp>
  );
}

function Content(): ReactNode {
  const { t } = useTranslation(receivedTexts);
  const { noticeId = '' } = useParams();
  const received = useReceivedNotice(noticeId);
  const mayAnswer = useCan('received-notices:answer');
  if (received.isPending) return <TextSkeleton lines={14} />;
  if (received.isError) return <ProblemNotice error={received.error} onRetry={received.refetch} />;
  const notice = received.data;
  return (
    <div className="pb-notices">
      <div className="pb-notice-head">
        <p className="pb-sm">
          <Link to="/follow-up/notices">{t('back')}</Link>
        </p>
        <h2>{t('title', { name: notice.buyerName })}</h2>
        <p className="pb-soft">{notice.title}</p>
        <p className="pb-legal">{t('legal')}</p>
      </div>
      <div className="pb-notice-file">
        <div className="pb-notice-main">
          <SentLetters letters={notice.letters} address={`/api/received-notices/${notice.id}/letters`} />
          <Enclosed notice={notice} />
          <Proofs notice={notice} writes={mayAnswer} />
          <ReplyList replies={notice.replies} title={t('replies')} />
          {!mayAnswer ? null : takesReplies(notice.state) ? (
            <Answer notice={notice} />
          ) : (
            <p className="pb-soft">{t('closed')}</p>
          )}
        </div>
        <aside className="pb-notice-aside">
          <Deadline notice={notice} />
          <ClockCard clock={notice.clock} state={notice.state} side="supplier" />
        </aside>
      </div>
    </div>
  );
}

function Deadline({ notice }: { readonly notice: ReceivedNotice }): ReactNode {
  const { t, language } = useTranslation(receivedTexts);
  const { clock, state, steps } = notice;
  const missed = state === 'not-collected' ? 'deadline.not-collected' : 'deadline.none';
  return (
    <section className="pb-card" aria-labelledby="notice-told">
      <div className="pb-between pb-wrap">
        <h2 id="notice-told">{t('what')}</h2>
        <StateTag state={state} />
      </div>
      <p className="pb-sm pb-soft">
        {clock !== null && state === 'received'
          ? t('deadline', { day: formatDay(clock.deadlineOn, language) })
          : clock === null
            ? t(missed)
            : null}
      </p>
      <ol className="pb-notice-steps">
        {steps.map(({ to, on, note, at }) => (
          <li key={`${to} ${at}`}>
            <p className="pb-medium">{noticeStateNames[to][language]}</p>
            {on === null ? null : <p className="pb-sm pb-tabular">{formatDay(on, language)}</p>}
            {note === '' ? null : <p className="pb-sm pb-notice-note">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const contentOf = (noticeId: string, pieceId: string) =>
  `/api/received-notices/${noticeId}/pieces/${pieceId}/content`;

function Enclosed({ notice }: { readonly notice: ReceivedNotice }): ReactNode {
  const { t } = useTranslation(receivedTexts);
  const pieces = notice.pieces.filter(({ role }) => role === 'breach');
  if (pieces.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="notice-enclosed">
      <h2 id="notice-enclosed">{t('enclosed')}</h2>
      <ul>
        {pieces.map((piece) => (
          <PieceRow key={piece.id} piece={piece} address={contentOf(notice.id, piece.id)} />
        ))}
      </ul>
    </section>
  );
}

interface ProofsProps {
  readonly notice: ReceivedNotice;
  readonly writes: boolean;
}

function Proofs({ notice, writes }: ProofsProps): ReactNode {
  const { t } = useTranslation(receivedTexts);
  const { t: td } = useTranslation(draftTexts);
  const add = useAddCure(notice.id);
  const [datedOn, setDatedOn] = useState('');
  const pieces = notice.pieces.filter(({ role }) => role === 'cure');
  return (
    <section className="pb-section" aria-labelledby="notice-proofs">
      <h2 id="notice-proofs">{t('proofs')}</h2>
      <p className="pb-sm pb-soft">{t('proofs.text')}</p>
      {pieces.length === 0 ? <p className="pb-sm pb-muted">{t('proofs.none')}</p> : null}
      <ul>
        {pieces.map((piece) => (
          <PieceRow key={piece.id} piece={piece} address={contentOf(notice.id, piece.id)} />
        ))}
      </ul>
      {writes && mayAddPiece('supplier', 'cure', notice.state) ? (
        <div className="pb-notice-add">
          <TextInput
            type="date"
            label={td('piece.dated')}
            value={datedOn}
            onChange={({ currentTarget }) => setDatedOn(currentTarget.value)}
          />
          <div className="pb-notice-wide">
            <FileDrop
              label={td('piece.drop')}
              accept={acceptedTypes}
              maxBytes={maxBytes.evidenceFile}
              disabled={add.isPending}
              onFiles={([file]) => {
                if (file) add.mutateAsync({ file, fields: { datedOn } }).catch(shownElsewhere);
              }}
            />
          </div>
        </div>
      ) : null}
      <p className="pb-sm pb-soft" role="status">
        {add.isPending ? td('piece.sending', { name: add.variables.file.name }) : ''}
      </p>
      {add.isError ? <ProblemNotice error={add.error} /> : null}
    </section>
  );
}

interface AnswerValues {
  kind: (typeof replyKinds)[number];
  body: string;
}

function Answer({ notice }: { readonly notice: ReceivedNotice }): ReactNode {
  const { t } = useTranslation(receivedTexts);
  const reply = useReply(notice.id);
  const state = useApiForm<AnswerValues>({
    keptAs: `received-notice/${notice.id}`,
    defaultValues: { kind: 'cures', body: '' },
    send: async (values) => {
      await reply.mutateAsync(values);
      state.form.reset({ kind: values.kind, body: '' });
    },
  });
  return (
    <section className="pb-card pb-notice-breach" aria-labelledby="notice-answer">
      <h2 id="notice-answer">{t('answer')}</h2>
      <p className="pb-sm pb-soft">{t('answer.text')}</p>
      <ApiForm state={state} submitLabel={t('answer.send')}>
        <NativeSelect
          label={t('answer.kind')}
          data={replyKinds.map((value) => ({ value, label: t(`answer.${value}`) }))}
          {...state.field('kind')}
        />
        <Textarea
          label={t('answer.body')}
          minRows={4}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('body', { required: t('required') })}
        />
      </ApiForm>
    </section>
  );
}
