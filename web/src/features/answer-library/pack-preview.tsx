import { Button, Checkbox } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { type ReactNode, useState } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { KeptAnswer, toLibraryContent } from '../../ui/answer/kept-answer.js';
import { CopyButton, shortenHash } from '../../ui/format/copy-button.js';
import { libraryTexts } from './answer-library.texts.js';
import { TrustForm } from './signers.js';
import type { PackEntry, PackPreview } from './use-library.js';
import type { PackImport } from './use-pack-import.js';

interface PackPreviewProps {
  readonly preview: PackPreview;
  readonly pack: PackImport;
}

/** Who signed, and answer by answer what would enter the library beside what is there. */
export function PackPreviewPanel({ preview, pack }: PackPreviewProps): ReactNode {
  const { t, language } = useTranslation(libraryTexts);
  const [taken, setTaken] = useState<ReadonlySet<number>>(
    () => new Set(preview.entries.filter((entry) => entry.taken).map(({ place }) => place)),
  );
  const toggle = (place: number): void => {
    const next = new Set(taken);
    if (!next.delete(place)) next.add(place);
    setTaken(next);
  };
  return (
    <div className="pb-stack">
      <h3>
        {t('preview.title', {
          owner: preview.owner,
          day: formatDay(preview.exportedAt.slice(0, 10), language),
        })}
      </h3>
      <Signer preview={preview} onChanged={pack.again} />
      <ul className="pb-lib-preview">
        {preview.entries.map((entry) => (
          <li key={entry.place}>
            <Previewed
              entry={entry}
              taken={taken.has(entry.place)}
              onToggle={() => {
                toggle(entry.place);
              }}
            />
          </li>
        ))}
      </ul>
      {preview.pieces.length === 0 ? null : (
        <>
          <h4 className="pb-label">{t('pieces.title')}</h4>
          <ul className="pb-sm">
            {preview.pieces.map(({ name, kind, known }, index) => (
              <li key={index}>
                {name} <span className="pb-muted">{evidenceKindLabel(kind)[language]}</span>
                {known ? <span className="pb-muted">, {t('piece.known')}</span> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="pb-row pb-wrap">
        <Button
          variant="filled"
          disabled={taken.size === 0 || pack.busy !== null}
          onClick={() => {
            pack.take([...taken].sort((one, other) => one - other));
          }}
        >
          {t('take', { count: taken.size })}
        </Button>
        <Button onClick={pack.reset}>{t('another')}</Button>
      </div>
    </div>
  );
}

function Signer({
  preview: { signer },
  onChanged,
}: {
  readonly preview: PackPreview;
  readonly onChanged: () => void;
}): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const known = signer.own || signer.name !== null;
  return (
    <div className="pb-lib-signer" data-known={known}>
      <p className="pb-medium">
        {signer.own
          ? t('signer.own')
          : signer.name === null
            ? t('signer.unknown')
            : t('signer.known', { name: signer.name })}{' '}
        <CopyButton value={signer.fingerprint} />
      </p>
      <p className="pb-sm pb-soft">
        {known
          ? t('signer.origin')
          : t('signer.unknown.text', { fingerprint: shortenHash(signer.fingerprint) })}
      </p>
      {known ? null : (
        <details>
          <summary>{t('trust')}</summary>
          <TrustForm fingerprint={signer.fingerprint} onChanged={onChanged} />
        </details>
      )}
    </div>
  );
}

interface PreviewedProps {
  readonly entry: PackEntry;
  readonly taken: boolean;
  readonly onToggle: () => void;
}

function Previewed({ entry, taken, onToggle }: PreviewedProps): ReactNode {
  const { t, language } = useTranslation(libraryTexts);
  const content = toLibraryContent(entry);
  return (
    <div className="pb-lib-previewed">
      <Checkbox
        aria-label={t('take.one', { id: entry.questionId })}
        checked={taken}
        disabled={entry.standing === 'same'}
        onChange={onToggle}
      />
      <div className="pb-stack">
        <p className="pb-row pb-wrap">
          <span className={entry.standing === 'new' ? 'pb-tag pb-tag-ok' : 'pb-tag'}>
            {t(`standing.${entry.standing}`)}
          </span>
          <span className="pb-xs pb-muted">
            {formatDay(entry.givenAt.slice(0, 10), language)}
            {entry.pieces === 0 ? '' : ` · ${t('pieces', { count: entry.pieces })}`}
          </span>
        </p>
        <p className="pb-sm">
          <span className="pb-mono pb-xs pb-muted">{entry.questionId}</span> {content.question.text[language]}
        </p>
        <KeptAnswer {...content} />
        {entry.mine === null ? null : (
          <div className="pb-sm pb-soft">
            <p>{t('mine', { day: formatDay((entry.mineGivenAt ?? '').slice(0, 10), language) })}</p>
            <KeptAnswer {...toLibraryContent({ question: entry.question, answer: entry.mine })} />
          </div>
        )}
      </div>
    </div>
  );
}
