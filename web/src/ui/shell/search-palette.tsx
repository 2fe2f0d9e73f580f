import '@mantine/spotlight/styles.layer.css';

import { Modal } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { api, type Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import type { NavigationItem } from './navigation.js';
import { shellTexts } from './shell.texts.js';

const [store, spotlight] = createSpotlight();

/** Screens whose list answers to `?search=`. */
const searchable = new Set(['/suppliers', '/assessments', '/requests']);

interface SearchPaletteProps {
  readonly session: Session;
  readonly places: readonly NavigationItem[];
  readonly onClose: () => void;
}

/** Go anywhere by typing: a screen by its name, a request by its buyer, or a search carried into a list. Loaded when first opened. */
export function SearchPalette({ session, places, onClose }: SearchPaletteProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  useEffect(() => {
    spotlight.open();
  }, []);

  const text = query.trim();
  const isSupplier = session.organisation?.kind === 'supplier';
  const placeholder = t(isSupplier ? 'palette.placeholder.supplier' : 'palette.placeholder');
  const requests = useRequests(text, isSupplier && session.link === null);
  const groups: readonly Group[] = [
    {
      title: t('palette.screens'),
      lines: places
        .filter(({ title }) => fold(title).includes(fold(text)))
        .map(({ path, title }) => ({ address: path, label: title })),
    },
    {
      title: t('palette.requests'),
      lines: requests.map(({ id, title, buyerName }) => ({
        address: `/requests/${id}`,
        label: `${title}, ${buyerName}`,
      })),
    },
    {
      title: t('palette.find', { text }),
      lines:
        text === ''
          ? []
          : places
              .filter(({ path }) => searchable.has(path))
              .map(({ path, title }) => ({
                address: `${path}?${new URLSearchParams({ search: text }).toString()}`,
                label: t('palette.findIn', { screen: title }),
              })),
    },
  ].filter(({ lines }) => lines.length > 0);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Title className="pb-hidden">{t('search.open')}</Modal.Title>
      <Spotlight.Search
        placeholder={placeholder}
        aria-label={placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ title, lines }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {lines.map(({ address, label }) => (
              <Spotlight.Action key={address} label={label} onClick={() => void navigate(address)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

interface Group {
  readonly title: string;
  readonly lines: readonly { readonly address: string; readonly label: string }[];
}

const requestsShown = 6;

/** The requests of the workspace that what is typed finds; the most urgent while nothing is. */
function useRequests(search: string, enabled: boolean): Reply<'/api/requests'>['items'] {
  const { data } = useQuery({
    queryKey: ['requests', 'palette', search],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/requests', { query: { search, limit: requestsShown }, signal }),
  });
  return enabled ? (data?.items ?? []) : [];
}

/** Without case or accents: `evaluation` finds `Évaluations`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
