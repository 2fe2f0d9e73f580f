import './suppliers.css';

import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { SupplierForm } from './supplier-form.js';
import { supplierTexts } from './suppliers.texts.js';
import { useRefreshSuppliers, useSupplier } from './use-suppliers.js';

export function EditSupplierScreen(): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const { supplierId = '' } = useParams();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers();
  const supplier = useSupplier(supplierId);
  const address = `/suppliers/${supplierId}`;
  const name = supplier.data?.name ?? '';
  return (
    <Main>
      <PageHeader
        title={supplier.data ? t('edit.title', { name }) : t('edit')}
        breadcrumbs={[
          { title: t('title'), path: '/suppliers' },
          ...(supplier.data ? [{ title: name, path: address }] : []),
        ]}
      />
      <div className="pb-page pb-narrow">
        {supplier.isPending ? <TextSkeleton lines={8} /> : null}
        {supplier.isError ? <ProblemNotice error={supplier.error} onRetry={supplier.refetch} /> : null}
        {supplier.data ? (
          <SupplierForm
            key={supplierId}
            supplier={supplier.data}
            submitLabel={t('save')}
            cancelTo={address}
            reread={refresh}
            send={async (body, revision) => {
              await api.put('/api/suppliers/{supplierId}', {
                path: { supplierId },
                body: { ...body, revision },
              });
              await refresh();
              await navigate(address);
            }}
          />
        ) : null}
      </div>
    </Main>
  );
}
