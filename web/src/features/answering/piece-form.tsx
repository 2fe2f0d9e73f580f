import { Button } from '@mantine/core';
import { evidenceKindLabel, isEvidenceKind, statedKinds, unstatedKind } from '@probant/shared/evidence/kinds';
import { suggestKind } from '@probant/shared/evidence/suggest-kind';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { today } from '../../platform/today.js';
import type { KeptFields } from './kept-fields.js';
import { isStale, isUnsaved, type PieceFields } from './piece-saver.js';
import { pieceTexts } from './pieces.texts.js';
import { usePieceFields, type PieceFieldsInUse } from './use-piece-fields.js';
import type { PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

interface PieceFormProps {
  readonly assessmentId: string;
  readonly piece: SheetPiece;
  readonly question: SupplierQuestion;
  readonly kept: KeptFields;
  readonly acts: PieceActs;
  readonly onClose: () => void;
}

/**
 * What the piece is and when it is from; asked for once it is there, so that nothing stands between a file and its upload.
 * Saved like an answer: by itself, with what is not saved yet in sight.
 */
export function PieceForm({ assessmentId, piece, question, kept, acts, onClose }: PieceFormProps): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const inUse = usePieceFields({ assessmentId, piece, kept, acts });
  const { saver } = inUse;
  return (
    <form
      noValidate
      className="pb-ans-piece-form"
      aria-label={t('form.label', { name: piece.name })}
      onSubmit={(event) => {
        event.preventDefault();
        saver.save();
      }}
      onBlur={saver.save}
    >
      <div className="pb-ans-piece-fields">
        <KindField {...{ inUse, piece }} expected={question.evidence.kinds} />
        <DateField inUse={inUse} name="datedOn" label={t('date.label')} max={today()} />
        <DateField inUse={inUse} name="expiresOn" label={t('expires.label')} />
      </div>
      <Failure inUse={inUse} />
      <div className="pb-row pb-wrap">
        <Button size="xs" onClick={onClose}>
          {t('close')}
        </Button>
        <Standing inUse={inUse} />
      </div>
    </form>
  );
}

interface KindFieldProps {
  readonly inUse: PieceFieldsInUse;
  readonly piece: SheetPiece;
  readonly expected: readonly string[];
}

function KindField({ inUse, piece, expected }: KindFieldProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const id = useId();
  const { saver, state, errorOf } = inUse;
  const { kind } = state.fields;
  const choose = (chosen: string): void => {
    saver.set('kind', chosen);
    saver.save();
  };
  const listed = expected.filter(isEvidenceKind);
  const others = statedKinds.filter((one) => !listed.includes(one));
  const suggested = kind === unstatedKind ? suggestKind(piece.name, expected) : undefined;
  const option = (one: string): ReactNode => (
    <option key={one} value={one}>
      {evidenceKindLabel(one)[language]}
    </option>
  );
  const error = errorOf('kind');
  return (
    <div>
      <label className="pb-field-label" htmlFor={id}>
        {t('kind')}
      </label>
      <select
        id={id}
        className="pb-ans-input"
        value={kind}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => {
          choose(target.value);
        }}
      >
        {kind === unstatedKind ? <option value={unstatedKind}>{t('kind.choose')}</option> : null}
        {listed.length > 0 ? <optgroup label={t('kinds.expected')}>{listed.map(option)}</optgroup> : null}
        <optgroup label={t('kinds.other')}>{others.map(option)}</optgroup>
      </select>
      <p className="pb-field-error" id={`${id}-note`}>
        {error ?? ''}
      </p>
      {suggested === undefined ? null : (
        <button
          type="button"
          className="pb-ans-link"
          onClick={() => {
            choose(suggested);
            document.getElementById(id)?.focus();
          }}
        >
          {t('kind.suggested', { kind: evidenceKindLabel(suggested)[language] })}
        </button>
      )}
    </div>
  );
}

interface DateFieldProps {
  readonly inUse: PieceFieldsInUse;
  readonly name: Exclude<keyof PieceFields, 'kind'>;
  readonly label: string;
  readonly max?: string;
}

function DateField({ inUse, name, label, max }: DateFieldProps): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [partial, setPartial] = useState(false);
  const value = inUse.state.fields[name];
  useEffect(() => {
    const node = input.current;
    if (node !== null && node.value !== value && !node.validity.badInput) node.value = value;
  }, [value]);
  const error = partial ? t('date.partial') : inUse.errorOf(name);
  return (
    <div>
      <label className="pb-field-label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="date"
        className="pb-ans-input"
        max={max}
        defaultValue={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => {
          // Half a date reads as none: it takes nothing away.
          if (!target.validity.badInput) inUse.saver.set(name, target.value);
        }}
        onBlur={({ target }) => {
          setPartial(target.validity.badInput);
        }}
      />
      <p className="pb-field-error" id={`${id}-note`}>
        {error ?? ''}
      </p>
    </div>
  );
}

/** Why it is not saved, where no field is to blame; after somebody else's change, the choice between both. */
function Failure({ inUse: { saver, state } }: { readonly inUse: PieceFieldsInUse }): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const { problem, stored } = state;
  if (problem === null || (isProblem(problem) && problem.fields.length > 0)) return null;
  if (!isStale(state)) return <ProblemNotice error={problem} onRetry={saver.save} />;
  const dates = [stored.datedOn, stored.expiresOn].filter((day) => day !== '');
  return (
    <div className="pb-ans-conflict" role="alert">
      <p className="pb-sm">
        {t('stale-piece', { facts: [evidenceKindLabel(stored.kind)[language], ...dates].join(' · ') })}
      </p>
      <p className="pb-row pb-wrap">
        <Button size="xs" onClick={saver.keepMine}>
          {t('stale-piece.keep')}
        </Button>
        <Button size="xs" onClick={saver.revert}>
          {t('stale-piece.take')}
        </Button>
      </p>
    </div>
  );
}

function Standing({ inUse: { state } }: { readonly inUse: PieceFieldsInUse }): ReactNode {
  const { t } = useTranslation(pieceTexts);
  if (state.isSaving) return <StatusLine kind="working">{t('saving')}</StatusLine>;
  if (isUnsaved(state)) return <StatusLine kind="waiting">{t('unsaved')}</StatusLine>;
  // Nobody has said anything of it yet: "saved" would sound as if it were done.
  if (state.fields.kind === unstatedKind) return null;
  return <StatusLine kind="done">{t('saved')}</StatusLine>;
}
