import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { ContactDialog } from './contact-dialog.js';
import { supplierTexts } from './suppliers.texts.js';
import { type Contact, type Supplier, useRemoveContact } from './use-suppliers.js';

/** The people who can be asked, and the way to add one. */
export function ContactSection({ supplier }: { readonly supplier: Supplier }): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Contact | null>(null);
  const remove = useRemoveContact(supplier.id);
  const mayManage = useCan('suppliers:manage') && supplier.archivedAt === null;
  const columns = useColumns(mayManage ? { onEdit: setEditing, onRemove: setLeaving } : null);
  const add = mayManage ? (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setEditing('new');
      }}
    >
      {t('contact.add')}
    </Button>
  ) : null;
  const none = supplier.contacts.length === 0;
  return (
    <section aria-label={t('contacts')}>
      <div className="pb-supplier-head">
        <h2>{t('contacts')}</h2>
        {none ? null : add}
      </div>
      {none ? (
        <EmptyState title={t('contact.none')} action={add}>
          {t('contact.none.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('contacts')}
          columns={columns}
          rows={supplier.contacts}
          rowKey={(contact) => contact.id}
        />
      )}
      {editing === null ? null : (
        <ContactDialog
          supplierId={supplier.id}
          contact={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
      <Allowed action="suppliers:manage">
        <ConfirmDialog
          opened={leaving !== null}
          title={t('contact.remove', { name: leaving?.name ?? '' })}
          confirm={t('contact.remove.confirm')}
          act={async () => {
            if (leaving) await remove.mutateAsync(leaving.id);
          }}
          onClose={() => {
            setLeaving(null);
          }}
        >
          {t('contact.remove.text')}
        </ConfirmDialog>
      </Allowed>
    </section>
  );
}

interface RowActions {
  readonly onEdit: (contact: Contact) => void;
  readonly onRemove: (contact: Contact) => void;
}

function useColumns(actions: RowActions | null): Column<Contact>[] {
  const { t } = useTranslation(supplierTexts);
  const { t: ui } = useTranslation(uiTexts);
  const columns: Column<Contact>[] = [
    {
      key: 'name',
      header: t('contact.name'),
      cell: (contact) => (
        <>
          <span className="pb-medium">{contact.name}</span>
          {contact.jobTitle === '' ? null : <span className="pb-muted">{`, ${contact.jobTitle}`}</span>}
        </>
      ),
    },
    { key: 'email', header: t('contact.email'), cell: (contact) => contact.email },
    { key: 'phone', header: t('contact.phone'), cell: (contact) => contact.phone || '–' },
    {
      key: 'language',
      header: t('contact.language'),
      cell: (contact) => ui(`language.${contact.language}`),
    },
  ];
  if (!actions) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('contact.actions'),
      align: 'end',
      cell: (contact) => (
        <span className="pb-nowrap">
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('contact.edit', { name: contact.name })}
            onClick={() => {
              actions.onEdit(contact);
            }}
          >
            {t('edit')}
          </Button>
          <Button
            size="xs"
            variant="transparent"
            aria-label={t('contact.remove', { name: contact.name })}
            onClick={() => {
              actions.onRemove(contact);
            }}
          >
            {t('remove')}
          </Button>
        </span>
      ),
    },
  ];
}
