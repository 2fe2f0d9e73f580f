import './suppliers.css';

import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { SupplierForm } from './supplier-form.js';
import { supplierTexts } from './suppliers.texts.js';
import { useRefreshSuppliers } from './use-suppliers.js';

export function NewSupplierScreen(): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers();
  return (
    <Main>
      <PageHeader title={t('new.title')} breadcrumbs={[{ title: t('title'), path: '/suppliers' }]} />
      <div className="pb-page pb-narrow">
        <SupplierForm
          submitLabel={t('create')}
          cancelTo="/suppliers"
          send={async (body) => {
            const { id } = await api.post('/api/suppliers', { body });
            await refresh();
            await navigate(`/suppliers/${id}`, { replace: true });
          }}
        />
      </div>
    </Main>
  );
}
