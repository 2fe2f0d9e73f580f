import { evidenceKindLabel, evidenceKinds } from '@probant/shared/evidence/kinds';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { today } from './answer-queues.js';
import { pieceTexts } from './pieces.texts.js';
import type { PieceActs, PieceChange } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

interface PieceFormProps {
  readonly piece: SheetPiece;
  readonly question: SupplierQuestion;
  readonly acts: PieceActs;
  readonly onClose: () => void;
}

/** What the piece is and when it is from; asked for once it is there, so that nothing stands between a file and its upload. */
export function PieceForm({ piece, question, acts, onClose }: PieceFormProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const noteId = useId();
  const state = useApiForm({
    defaultValues: { kind: piece.kind, datedOn: piece.datedOn ?? '', expiresOn: piece.expiresOn ?? '' },
    send: async ({ kind, datedOn, expiresOn }) => {
      await acts.change.mutateAsync({
        evidenceId: piece.evidenceId,
        // One of the options below, and the API checks it again.
        kind: kind as PieceChange['kind'],
        datedOn: datedOn === '' ? null : datedOn,
        expiresOn: expiresOn === '' ? null : expiresOn,
        revision: piece.revision,
      });
      onClose();
    },
  });
  const expected = question.evidence.kinds;
  const others = Object.keys(evidenceKinds).filter((kind) => !expected.includes(kind));
  const option = (kind: string): ReactNode => (
    <option key={kind} value={kind}>
      {evidenceKindLabel(kind)[language]}
    </option>
  );
  const field = (name: 'kind' | 'datedOn' | 'expiresOn') => {
    const { error, ...rest } = state.field(name);
    return {
      error,
      props: {
        ...rest,
        className: 'pb-ans-input',
        'aria-invalid': error !== undefined,
        'aria-describedby': `${noteId}-${name}`,
      },
    };
  };
  const [kind, datedOn, expiresOn] = [field('kind'), field('datedOn'), field('expiresOn')];
  return (
    <div className="pb-ans-piece-form">
      <ApiForm
        state={state}
        submitLabel={t('save')}
        aside={
          <Button variant="transparent" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <div className="pb-ans-piece-fields">
          <div>
            <label className="pb-field-label" htmlFor={kind.props.id}>
              {t('kind')}
            </label>
            <select {...kind.props}>
              {expected.length > 0 ? (
                <optgroup label={t('kinds.expected')}>{expected.map(option)}</optgroup>
              ) : null}
              <optgroup label={t('kinds.other')}>{others.map(option)}</optgroup>
            </select>
            <p className="pb-field-error" id={`${noteId}-kind`}>
              {kind.error}
            </p>
          </div>
          <div>
            <label className="pb-field-label" htmlFor={datedOn.props.id}>
              {t('date.label')}
            </label>
            <input type="date" max={today()} {...datedOn.props} />
            <p className="pb-field-error" id={`${noteId}-datedOn`}>
              {datedOn.error}
            </p>
          </div>
          <div>
            <label className="pb-field-label" htmlFor={expiresOn.props.id}>
              {t('expires.label')}
            </label>
            <input type="date" {...expiresOn.props} />
            <p className="pb-field-error" id={`${noteId}-expiresOn`}>
              {expiresOn.error}
            </p>
          </div>
        </div>
      </ApiForm>
    </div>
  );
}
