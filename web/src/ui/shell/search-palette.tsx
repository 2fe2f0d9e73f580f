import '@mantine/spotlight/styles.layer.css';

// oxlint-disable-next-line no-restricted-imports -- Spotlight is a modal of its own, and wants its title
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import { useFocusReturn } from '../feedback/focus-return.js';
import type { NavigationItem } from './navigation.js';
import { shellTexts } from './shell.texts.js';
import { type HitGroup, usePaletteHits } from './use-palette-hits.js';

const [store, spotlight] = createSpotlight();

/** Screens whose list answers to `?search=`. */
const searchable = new Set(['/suppliers', '/assessments', '/engagements', '/requests']);

interface SearchPaletteProps {
  readonly session: Session;
  readonly places: readonly NavigationItem[];
  readonly onClose: () => void;
}

const typingPause = 250;

/** Go anywhere by typing: a screen or a thing by its name, or a search carried into a list. Loaded when first opened. */
export function SearchPalette({ session, places, onClose }: SearchPaletteProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  useEffect(() => {
    spotlight.open();
  }, []);

  const text = query.trim();
  const [searched] = useDebouncedValue(text, typingPause);
  // A session that a link opened reaches one request alone.
  const groups = usePaletteHits(session.link === null ? searched : null);
  useSelectFirst(groups);
  useFocusReturn(true);
  const isSupplier = session.organisation?.kind === 'supplier';
  const placeholder = t(isSupplier ? 'palette.placeholder.supplier' : 'palette.placeholder');
  const screens = places.filter((item) => fold(item.title).includes(fold(text)));
  const lists = text === '' ? [] : places.filter((item) => searchable.has(item.path));
  const canSearch = places.some((item) => item.path === '/search');
  const go = (address: string) => () => void navigate(address);

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
        {screens.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.screens')}>
            {screens.map((item) => (
              <Spotlight.Action key={item.path} label={item.title} onClick={go(item.path)} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {groups.map(({ title, hits }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {hits.map(({ path, label, description }, place) => (
              <Spotlight.Action
                key={`${place}/${path}`}
                label={label}
                description={description}
                onClick={go(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {lists.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.find', { text })}>
            {canSearch ? (
              <Spotlight.Action
                label={t('palette.findEverywhere')}
                onClick={go(listAddress('/search', text))}
              />
            ) : null}
            {lists.map((item) => (
              <Spotlight.Action
                key={item.path}
                label={t('palette.findIn', { screen: item.title })}
                onClick={go(listAddress(item.path, text))}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {screens.length + lists.length === 0 ? (
          <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Spotlight selects the first row as one types, and not again when others come before it. */
function useSelectFirst(groups: readonly HitGroup[]): void {
  const first = groups[0]?.hits[0]?.path;
  useEffect(() => {
    const { listId, selected } = store.getState();
    if (first === undefined || selected > 0) return;
    const list = document.getElementById(listId);
    list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [first]);
}

function listAddress(path: string, search: string): string {
  return `${path}?${new URLSearchParams({ search }).toString()}`;
}

/** Without case or accents: `evaluation` finds `Évaluations`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
