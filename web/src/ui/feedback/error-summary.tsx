import './notice.css';

import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

export interface FieldError {
  /** The id of the field to go to; without one the line is only text. */
  readonly fieldId?: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Changes at each attempt to send, so that the summary takes the focus again. */
  readonly attempt: number;
}

/** Every refused field in one place above the form, each a link to its field; takes the focus after a refused attempt. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any && attempt > 0) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div ref={box} className="pb-notice" role="alert" tabIndex={-1}>
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium">{t('errors.title', { count: errors.length })}</p>
        <ul>
          {inOrderOfPage(errors).map(({ fieldId, message }) => (
            <li key={`${fieldId ?? ''}${message}`}>
              <FieldName of={fieldId} />
              {fieldId ? (
                <a href={`#${fieldId}`} onClick={toField(fieldId)}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** « Renseignez ce champ », told of two fields, says nothing of which. */
function FieldName({ of }: { readonly of: string | undefined }): ReactNode {
  const { t } = useTranslation(uiTexts);
  const name = findName(of ?? '');
  return name === '' ? null : t('errors.of', { name });
}

/** What stands over a field on the page; of a field of several controls, what stands over all of them. */
function findName(fieldId: string): string {
  const field = findField(fieldId);
  if (field === null) return '';
  const group = field.id === fieldId ? null : field.closest('[role="radiogroup"], [role="group"], fieldset');
  const over =
    document.getElementById(group?.getAttribute('aria-labelledby') ?? '') ?? group?.querySelector('legend');
  const label = group === null ? labelOf(field) : over;
  return (label?.textContent ?? '').replace(/\s*\*\s*$/u, '');
}

function labelOf(field: HTMLElement): Element | undefined {
  return 'labels' in field && field.labels instanceof NodeList
    ? (field.labels[0] as Element | undefined)
    : undefined;
}

function toField(fieldId: string) {
  return (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    const field = findField(fieldId);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
}

/** A field of several controls has none by its own name: the first of them is meant, `roles.admin` for `roles`. */
function findField(fieldId: string): HTMLElement | null {
  if (fieldId === '') return null;
  return document.getElementById(fieldId) ?? document.querySelector(`[id^=${JSON.stringify(`${fieldId}.`)}]`);
}

/** As one meets them going down the form; what is no field of the page comes last. */
function inOrderOfPage(errors: readonly FieldError[]): readonly FieldError[] {
  const places = errors.map((error) => ({ error, field: findField(error.fieldId ?? '') }));
  return places
    .toSorted(({ field: one }, { field: other }) => {
      if (!one || !other || one === other) return Number(one === null) - Number(other === null);
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    })
    .map(({ error }) => error);
}
