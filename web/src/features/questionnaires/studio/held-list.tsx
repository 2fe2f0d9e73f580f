import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { formatTime } from '../../../platform/i18n/format.js';
import type { Language } from '../../../platform/i18n/language.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Warning } from '../../../ui/feedback/warning.js';
import type { HeldStep } from './desk-state.js';
import { canKeepMine } from './held-steps.js';
import { propertyName } from './property-names.js';
import { studioTexts } from './studio.texts.js';
import type { Studio } from './use-studio.js';

/** Where two authors meet: both values, who and when, and the choice. What the server refused stands here as well. */
export function HeldList({ studio }: { readonly studio: Studio }): ReactNode {
  const { t } = useTranslation(studioTexts);
  const { held, refused } = studio.state;
  if (held.length + refused.length === 0) return null;
  return (
    <div className="pb-stack" role="region" aria-label={t('conflict', { count: held.length })}>
      {held.map((one) => (
        <Held key={one.id} held={one} studio={studio} />
      ))}
      {refused.map(({ id, act, subject, message, steps }) => (
        <Warning
          key={id}
          more={
            <>
              {steps.map((step, index) =>
                step.kind === 'set' ? <Value key={index} value={step.after} /> : null,
              )}
              <Button
                size="xs"
                onClick={() => {
                  studio.desk.forgetRefused(id);
                }}
              >
                {t('refused.forget')}
              </Button>
            </>
          }
        >
          {t('refused.title', { what: t(`act.${act}`, { subject }) })} {message}
        </Warning>
      ))}
    </div>
  );
}

function Held({ held, studio }: { readonly held: HeldStep; readonly studio: Studio }): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { id, step, subject, reason, by, at, now } = held;
  const settle = (choice: 'mine' | 'theirs') => (): void => {
    studio.desk.settle(id, choice);
  };
  const who =
    by === null || at === null
      ? t('conflict.somebody')
      : t('conflict.by', { name: by, time: formatTime(at, language) });
  const both = step.kind === 'set' && reason === 'changed';
  return (
    <Warning
      more={
        <>
          {both ? (
            <div className="pb-st-two">
              <div>
                <p className="pb-label">{t('conflict.mine')}</p>
                <Value value={step.after} />
              </div>
              <div>
                <p className="pb-label">{t('conflict.theirs')}</p>
                <Value value={now} />
              </div>
            </div>
          ) : null}
          {!both && step.kind === 'set' ? <Value value={step.after} /> : null}
          <div className="pb-row pb-wrap">
            {canKeepMine(reason) ? (
              <Button size="xs" onClick={settle('mine')}>
                {t('conflict.keep')}
              </Button>
            ) : null}
            <Button size="xs" onClick={settle('theirs')}>
              {t(canKeepMine(reason) ? 'conflict.take' : 'conflict.drop')}
            </Button>
          </div>
        </>
      }
    >
      {both
        ? t('conflict.title', { property: propertyName(step.property, language), subject })
        : `${subject} – ${t(`conflict.${reason}`)}`}{' '}
      {who}
    </Warning>
  );
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const words = inWords(value, language);
  return <p className="pb-sm pb-st-value">{words === '' ? t('conflict.empty') : words}</p>;
}

/** A text or a number as it is; choices by their labels; anything else as it is kept. */
function inWords(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => inWords(one, language)).join(' · ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value !== 'object') return '';
  const label: unknown = Reflect.get(value, 'label');
  if (typeof label === 'object' && label !== null) {
    const measures = ['risk', 'credit'].flatMap((name) => {
      const measure: unknown = Reflect.get(value, name);
      return typeof measure === 'number' ? [` (${measure})`] : [];
    });
    return `${String(Reflect.get(label, language))}${measures.join('')}`;
  }
  return JSON.stringify(value);
}
