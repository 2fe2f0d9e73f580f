import { Button, NativeSelect } from '@mantine/core';
import { tellPlace } from '@probant/shared/imports/place-words';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Segments } from '../../ui/input/segments.js';
import { either, shows, sortItems, type Show } from './item-edits.js';
import { ItemRow } from './item-row.js';
import { importTexts } from './questionnaire-import.texts.js';
import type { ImportItem, ImportItems } from './use-imports.js';
import type { WishState } from './use-wish.js';

interface ItemListProps {
  readonly read: ImportItems;
  readonly wish: WishState;
  readonly mayEdit: boolean;
}

/** Every item of the file, or those of one kind; only the rows in view are drawn. */
export function ItemList({ read, wish, mayEdit }: ItemListProps): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const [params, setParams] = useSearchParams();
  const section = params.get('section') ?? '';
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const asked = params.get('show');
  const show: Show = shows.find((one) => one === asked) ?? 'all';
  const sorted = useMemo(() => sortItems(read.items, wish.edits), [read.items, wish.edits]);
  const counts = { ...sorted, warnings: read.warnings };
  const shown = (show === 'warnings' ? [] : sorted[show]).filter(
    (item) => section === '' || (wish.edits.get(item.where)?.section ?? item.section) === section,
  );
  return (
    <section className="pb-stack" aria-labelledby="items-title">
      <div className="pb-between pb-wrap">
        <h2 id="items-title">{t('items.title')}</h2>
        <Kept wish={wish} />
      </div>
      <Segments
        label={t('show.label')}
        values={shows}
        chosen={show}
        name={(one) => t(`show.${one}`, { count: counts[one].length })}
        onChoose={(one) => choose('show', one === 'all' ? '' : one)}
        className="pb-qimport-show"
      />
      {show === 'warnings' ? null : (
        <div className="pb-row pb-wrap">
          <NativeSelect
            label={t('items.section')}
            value={section}
            data={[
              { value: '', label: t('items.section.all') },
              ...read.sections.map(({ key, title }) => ({ value: key, label: either(title, language) })),
            ]}
            onChange={(event) => choose('section', event.currentTarget.value)}
          />
          {mayEdit && section !== '' && shown.length > 0 ? (
            <Button onClick={() => wish.leave(shown, show !== 'left')}>
              {t(show === 'left' ? 'items.take' : 'items.leave', { count: shown.length })}
            </Button>
          ) : null}
        </div>
      )}
      {show === 'warnings' ? (
        <Warnings warnings={read.warnings} />
      ) : (
        <Rows key={show + section} items={shown} read={read} wish={wish} mayEdit={mayEdit} />
      )}
    </section>
  );
}

function Kept({ wish: { pending, keptAt, problem, retry } }: { readonly wish: WishState }): ReactNode {
  const { t, language } = useTranslation(importTexts);
  if (problem) return <ProblemNotice error={problem} onRetry={retry} />;
  if (pending) return <StatusLine kind="working">{t('kept.pending')}</StatusLine>;
  if (keptAt === null) return null;
  const time = formatTime(new Date(keptAt).toISOString(), language);
  return <StatusLine kind="done">{t('kept.at', { time })}</StatusLine>;
}

const estimatedHeight = 84;

function Rows({
  items,
  read,
  wish,
  mayEdit,
}: ItemListProps & { readonly items: readonly ImportItem[] }): ReactNode {
  const { t } = useTranslation(importTexts);
  const [opened, setOpened] = useState<string | null>(null);
  const list = useList(items.length);
  if (items.length === 0) return <p className="pb-soft">{t('items.none')}</p>;
  return (
    <VirtualList label={t('items.title')} list={list}>
      {(index) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <ItemRow
            item={item}
            edit={wish.edits.get(item.where)}
            sections={read.sections}
            opened={opened === item.where}
            mayEdit={mayEdit}
            onOpen={(open) => setOpened(open ? item.where : null)}
            onEdit={wish.edit}
          />
        );
      }}
    </VirtualList>
  );
}

function Warnings({ warnings }: Pick<ImportItems, 'warnings'>): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const list = useList(warnings.length);
  if (warnings.length === 0) return <p className="pb-soft">{t('warnings.none')}</p>;
  return (
    <VirtualList label={t('items.title')} list={list}>
      {(index) => (
        <div className="pb-qimport-item">
          <span className="pb-mono pb-xs pb-muted pb-qimport-place">
            {tellPlace(warnings[index]?.where ?? '', language)}
          </span>
          <span>{warnings[index]?.message[language]}</span>
        </div>
      )}
    </VirtualList>
  );
}

function useList(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing that is memoized takes its functions
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    overscan: 6,
  });
  return { scroller, rows, count };
}

interface VirtualListProps {
  readonly label: string;
  readonly list: ReturnType<typeof useList>;
  readonly children: (index: number) => ReactNode;
}

function VirtualList({ label, list: { scroller, rows, count }, children }: VirtualListProps): ReactNode {
  return (
    // It scrolls, so that a key can scroll it.
    <div ref={scroller} className="pb-qimport-scroll" tabIndex={0} role="group" aria-label={label}>
      <ol className="pb-qimport-list" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ol>
    </div>
  );
}
