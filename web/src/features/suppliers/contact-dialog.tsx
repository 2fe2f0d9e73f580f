import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { LanguageField } from '../../ui/input/language-field.js';
import { supplierTexts } from './suppliers.texts.js';
import { type Contact, type ContactBody, useRefreshSuppliers } from './use-suppliers.js';

interface ContactDialogProps {
  readonly supplierId: string;
  /** `null` for a new one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

export function ContactDialog({ supplierId, contact, onClose }: ContactDialogProps): ReactNode {
  const { t, language } = useTranslation(supplierTexts);
  const refresh = useRefreshSuppliers();
  const state = useApiForm<ContactBody>({
    defaultValues: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      jobTitle: contact?.jobTitle ?? '',
      phone: contact?.phone ?? '',
      language: contact?.language ?? language,
    },
    send: async (body) => {
      await (contact === null
        ? api.post('/api/suppliers/{supplierId}/contacts', { path: { supplierId }, body })
        : api.put('/api/suppliers/{supplierId}/contacts/{contactId}', {
            path: { supplierId, contactId: contact.id },
            body: { ...body, revision: contact.revision },
          }));
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog
      onClose={onClose}
      title={contact === null ? t('contact.add') : t('contact.edit', { name: contact.name })}
    >
      <ApiForm state={state} submitLabel={t('contact.save')}>
        <TextInput
          label={t('contact.name')}
          data-autofocus
          autoComplete="off"
          {...state.field('name', { required: t('required.contact.name') })}
        />
        <TextInput
          label={t('contact.email')}
          type="email"
          autoComplete="off"
          {...state.field('email', { required: t('required.contact.email') })}
        />
        <TextInput label={t('contact.jobTitle')} autoComplete="off" {...state.field('jobTitle')} />
        <TextInput label={t('contact.phone')} type="tel" autoComplete="off" {...state.field('phone')} />
        <LanguageField label={t('contact.language')} {...state.field('language')} />
      </ApiForm>
    </Dialog>
  );
}
