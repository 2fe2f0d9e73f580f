import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ReasonDialog } from '../../ui/input/reason-dialog.js';
import { bookTexts } from './book.texts.js';
import { DrillDialog } from './drill-dialog.js';
import { DrillView } from './drill-view.js';
import { DropDialog } from './drop-dialog.js';
import { RecordList } from './record-list.js';
import { TestFileDialog } from './test-file-dialog.js';
import { type Authorisation, type BookDrill, type BookDrop, drillOf, useKeepBook } from './use-drills.js';

interface DrillSectionProps {
  readonly engagementId: string;
  readonly drill: BookDrill;
  readonly authorisations: readonly Authorisation[];
  /** Whether a workspace of the supplier reads what is put on record. */
  readonly answered: boolean;
  readonly readOnly: boolean;
}

type Act = 'file' | 'drop' | 'edit' | 'record' | 'reopen';

/** One drill, with what can be done to it now. */
export function DrillSection(props: DrillSectionProps): ReactNode {
  const { engagementId, drill, authorisations, answered, readOnly } = props;
  const { t } = useTranslation(bookTexts);
  const [act, setAct] = useState<Act | null>(null);
  const [drop, setDrop] = useState<BookDrop | null>(null);
  const keep = useKeepBook(engagementId);
  const close = (): void => {
    setAct(null);
  };
  const path = { engagementId, drillId: drill.id };
  const edit = (one: BookDrop | null): void => {
    setDrop(one);
    setAct('drop');
  };
  return (
    <section className="pb-stack" aria-label={drill.name}>
      <div className="pb-between pb-wrap">
        <div className="pb-row pb-wrap">
          <h2>{drill.name}</h2>
          <span className={drill.recorded ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-blue'}>
            {t(drill.recorded ? 'drill.recorded' : 'drill.open.state')}
          </span>
        </div>
        {readOnly ? null : <Acts drill={drill} onAct={setAct} onDrop={edit} />}
      </div>
      {drill.drops.length === 0 ? (
        <p className="pb-card pb-drills-card pb-muted">{t('drill.empty')}</p>
      ) : (
        <DrillView drill={drillOf(drill)} simulates={drill.limits.tellHours === null} />
      )}
      <Waiting drill={drill} />
      <RecordList records={drill.records} />
      {act === 'file' ? <TestFileDialog {...path} onClose={close} /> : null}
      {act === 'drop' ? (
        <DropDialog engagementId={engagementId} drill={drill} drop={drop} onClose={close} />
      ) : null}
      {act === 'edit' ? (
        <DrillDialog
          engagementId={engagementId}
          authorisations={authorisations}
          drill={drill}
          onClose={close}
        />
      ) : null}
      {act === 'reopen' ? (
        <ReasonDialog
          title={t('drill.reopen')}
          text={t('drill.reopen.text')}
          confirm={t('drill.reopen')}
          keptAs={`drill/${drill.id}/reopen`}
          send={async (reason) => {
            const body = { reason };
            keep(await api.post('/api/engagements/{engagementId}/drills/{drillId}/reopen', { path, body }));
          }}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        opened={act === 'record'}
        title={t('drill.record.title')}
        confirm={t('drill.record')}
        act={async () => {
          keep(await api.post('/api/engagements/{engagementId}/drills/{drillId}/record', { path }));
        }}
        onClose={close}
      >
        {t(answered ? 'drill.record.shared' : 'drill.record.alone')}
      </ConfirmDialog>
    </section>
  );
}

interface ActsProps {
  readonly drill: BookDrill;
  readonly onAct: (act: Act) => void;
  readonly onDrop: (drop: BookDrop | null) => void;
}

function Acts({ drill, onAct, onDrop }: ActsProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const button = (act: Act, label: string, filled = false): ReactNode => (
    <Button
      size="xs"
      {...(filled ? { variant: 'filled' } : {})}
      onClick={() => {
        onAct(act);
      }}
    >
      {label}
    </Button>
  );
  if (drill.recorded) return button('reopen', t('drill.reopen'));
  return (
    <div className="pb-row pb-wrap">
      {button('edit', t('drill.edit'))}
      {button('file', t('file.take'))}
      {drill.drops.map((drop, index) => (
        <Button
          key={drop.id}
          size="xs"
          onClick={() => {
            onDrop(drop);
          }}
        >
          {t('drop.edit', { number: index + 1 })}
        </Button>
      ))}
      <Button
        size="xs"
        onClick={() => {
          onDrop(null);
        }}
      >
        {t('drop.add')}
      </Button>
      {drill.drops.length === 0 ? null : button('record', t('drill.record'), true)}
    </div>
  );
}

function Waiting({ drill: { testFiles, recorded } }: { readonly drill: BookDrill }): ReactNode {
  const { t } = useTranslation(bookTexts);
  if (testFiles.length === 0 || recorded) return null;
  return (
    <p className="pb-sm pb-soft">
      {t('files.waiting')}
      {' : '}
      <span className="pb-mono">{testFiles.map(({ name }) => name).join(', ')}</span>
    </p>
  );
}
