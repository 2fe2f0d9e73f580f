import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ReasonDialog } from '../../ui/input/reason-dialog.js';
import { placeName } from './correct-dialog.js';
import { useRetireVersion, useVersionCorrections, type Version } from './use-questionnaires.js';
import { versionTexts } from './version.texts.js';

/** What one does with a version that is published: move assessments to it, retire it, put it back. */
export function VersionActs({ version }: { readonly version: Version }): ReactNode {
  const { t } = useTranslation(versionTexts);
  const { questionnaireId, id, retiredAt, number } = version;
  const retire = useRetireVersion(questionnaireId, id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      {number > 1 && retiredAt === null ? (
        <Button component={Link} to={`/questionnaires/${questionnaireId}/versions/${id}/moves`}>
          {t('moves')}
        </Button>
      ) : null}
      <Allowed action="questionnaires:publish">
        <Button
          loading={retire.isPending}
          onClick={() => {
            if (retiredAt === null) setAsking(true);
            else retire.mutate({ retired: false });
          }}
        >
          {retiredAt === null ? t('retire') : t('reinstate')}
        </Button>
      </Allowed>
      {asking ? (
        <ReasonDialog
          title={t('retire')}
          text={t('retire.text')}
          confirm={t('retire')}
          keptAs={`retire-${id}`}
          send={async (reason) => {
            await retire.mutateAsync({ retired: true, reason });
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

/** The texts that were put right since, newest first, each with what stood there. */
export function VersionCorrections({ version }: { readonly version: Version }): ReactNode {
  const { t, language } = useTranslation(versionTexts);
  const corrections = useVersionCorrections(version.questionnaireId, version.id).data ?? [];
  if (corrections.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="version-corrections">
      <h2 id="version-corrections">{t('corrections')}</h2>
      <p className="pb-sm pb-soft">{t('corrections.text')}</p>
      <ul className="pb-corrections">
        {corrections.toReversed().map((one) => (
          <li key={one.id} className="pb-card">
            <p>
              <span className="pb-mono pb-sm">{one.subject}</span> {placeName(one.place, t)}
            </p>
            <p className="pb-sm">
              <span className="pb-muted">{t('before')}</span> <del>{one.before[language]}</del>
            </p>
            <p className="pb-sm">
              <span className="pb-muted">{t('after')}</span> <ins>{one.after[language]}</ins>
            </p>
            <p className="pb-xs pb-muted">
              {t('by', {
                name: one.correctedByName,
                day: formatDay(one.correctedAt.slice(0, 10), language),
                reason: one.reason,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
