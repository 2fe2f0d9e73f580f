import './views-menu.css';

import { Button } from '@mantine/core';
import { IconBookmark, IconLink, IconRefresh, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useAct } from '../../platform/api/use-act.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Disclosure } from '../../ui/shell/disclosure.js';
import { SaveViewDialog } from './save-view-dialog.js';
import {
  addressOfView,
  type PortfolioView,
  useRemoveView,
  useSaveView,
  useShownFilters,
  useViews,
} from './use-views.js';
import { viewsTexts } from './views.texts.js';

/** Views kept under a name: to open, to keep what is shown, to hand on by its address. */
export function ViewsMenu(): ReactNode {
  const { t } = useTranslation(viewsTexts);
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<PortfolioView | null>(null);
  const remove = useRemoveView();
  return (
    <>
      <Disclosure
        className="pb-export pb-views"
        buttonClassName="pb-export-button"
        label={t('views.menu')}
        button={
          <>
            <IconBookmark size={16} aria-hidden />
            {t('views')}{' '}
          </>
        }
      >
        {(close) => (
          <>
            <ViewLists onOpen={close} onRemove={setRemoving} />
            <div className="pb-views-acts">
              <Button
                size="xs"
                variant="filled"
                onClick={() => {
                  close();
                  setSaving(true);
                }}
              >
                {t('save')}
              </Button>
              <CopyAddress />
            </div>
          </>
        )}
      </Disclosure>
      <SaveViewDialog
        opened={saving}
        onClose={() => {
          setSaving(false);
        }}
      />
      <ConfirmDialog
        opened={removing !== null}
        title={t('remove.title')}
        confirm={t('remove.confirm')}
        act={() => (removing === null ? Promise.resolve() : remove(removing.id))}
        onClose={() => {
          setRemoving(null);
        }}
      >
        {t('remove.text')}
      </ConfirmDialog>
    </>
  );
}

interface ViewListsProps {
  readonly onOpen: () => void;
  readonly onRemove: (view: PortfolioView) => void;
}

function ViewLists({ onOpen, onRemove }: ViewListsProps): ReactNode {
  const { t } = useTranslation(viewsTexts);
  const views = useViews();
  if (views.isError) return <ProblemNotice error={views.error} onRetry={views.refetch} />;
  const items = views.data?.items ?? [];
  const groups = [
    { title: t('mine'), of: items.filter(({ mine }) => mine) },
    { title: t('shared'), of: items.filter(({ mine }) => !mine) },
  ].filter(({ of }) => of.length > 0);
  if (views.data && groups.length === 0) return <p className="pb-views-none pb-sm pb-soft">{t('none')}</p>;
  return groups.map(({ title, of }) => (
    <div key={title} role="group" aria-label={title} className="pb-views-group">
      <p className="pb-label">{title}</p>
      <ul>
        {of.map((view) => (
          <ViewRow key={view.id} view={view} onOpen={onOpen} onRemove={onRemove} />
        ))}
      </ul>
    </div>
  ));
}

function ViewRow({ view, onOpen, onRemove }: ViewListsProps & { readonly view: PortfolioView }): ReactNode {
  const { t } = useTranslation(viewsTexts);
  const { id, name, filters, shared, mine, byName } = view;
  const shown = useShownFilters();
  const save = useSaveView();
  const replace = useAct({ mutationFn: () => save({ name, shared, filters: shown }, id) });
  return (
    <li className="pb-views-row">
      <Link className="pb-export-link" to={addressOfView(filters)} onClick={onOpen}>
        {name}{' '}
        <span className="pb-xs pb-muted">
          {mine ? (shared ? t('is-shared') : '') : t('by', { name: byName })}
        </span>
      </Link>
      {mine ? (
        <>
          <button
            type="button"
            className="pb-views-act"
            title={t('replace', { name })}
            aria-label={t('replace', { name })}
            onClick={() => {
              replace.mutate();
            }}
          >
            <IconRefresh size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="pb-views-act"
            title={t('remove', { name })}
            aria-label={t('remove', { name })}
            onClick={() => {
              onOpen();
              onRemove(view);
            }}
          >
            <IconTrash size={14} aria-hidden />
          </button>
        </>
      ) : null}
      {replace.isError ? <ProblemNotice error={replace.error} /> : null}
    </li>
  );
}

function CopyAddress(): ReactNode {
  const { t } = useTranslation(viewsTexts);
  const [copied, setCopied] = useState(false);
  const address = new URL(addressOfView(useShownFilters()), window.location.origin).href;
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconLink size={14} aria-hidden />}
        onClick={() => {
          void navigator.clipboard.writeText(address).then(() => {
            setCopied(true);
          });
        }}
      >
        <span role="status">{t(copied ? 'copied' : 'copy')}</span>
      </Button>
      <p className="pb-xs pb-muted">{t('copy.text')}</p>
    </>
  );
}
