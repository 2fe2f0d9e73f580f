import { Button, TextInput } from '@mantine/core';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { contractTexts } from './contracts.texts.js';
import { cutSegments, foldForSearch } from './quote-range.js';
import type { ContractText } from './use-contract.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface TextViewerProps {
  readonly name: string;
  readonly content: ContractText;
  /** Words by which rules were met. */
  readonly marks: readonly Span[];
  readonly quote: Span | null;
  /** Where to look: a change of it scrolls there. */
  readonly place: Span | null;
  readonly onSelect: (span: Span) => void;
  readonly onLook: (span: Span) => void;
}

/** The contract as it was read, with what was proposed and what is quoted marked in its place. */
export function TextViewer(props: TextViewerProps): ReactNode {
  const { name, content, marks, quote, place, onSelect, onLook } = props;
  const { t } = useTranslation(contractTexts);
  const box = useRef<HTMLDivElement>(null);
  const at = place?.start ?? null;
  useEffect(() => {
    if (at === null || box.current === null) return;
    const target = box.current.querySelector(`[data-passage="${passageAt(content, at)}"]`);
    return target === null ? undefined : bringUp(box.current, target);
  }, [place, at, content]);
  return (
    <section className="pb-card pb-contract-viewer" aria-label={t('viewer')}>
      <header className="pb-contract-viewer-head">
        <h3 className="pb-ellipsis">{name}</h3>
        <TextSearch content={content} onLook={onLook} />
      </header>
      <div
        ref={box}
        className={
          content.passages.length > longText ? 'pb-contract-text pb-contract-long' : 'pb-contract-text'
        }
        lang="fr"
        tabIndex={0}
        role="group"
        aria-label={name}
        onPointerUp={() => {
          const span = selectedSpan(box.current);
          if (span !== null) onSelect(span);
        }}
        onKeyUp={(event) => {
          const span = event.shiftKey ? selectedSpan(box.current) : null;
          if (span !== null) onSelect(span);
        }}
      >
        {content.passages.map((passage) => (
          <Passage
            key={passage.start}
            text={content.text}
            start={passage.start}
            end={passage.end}
            heading={passage.kind === 'heading'}
            marks={touching(passage, marks)}
            quote={quote !== null && overlaps(passage, quote) ? `${quote.start}-${quote.end}` : ''}
          />
        ))}
      </div>
    </section>
  );
}

interface PassageProps extends Span {
  readonly text: string;
  readonly heading: boolean;
  /** `12-19 24-30`: plain text, so that an unchanged passage is not drawn again. */
  readonly marks: string;
  readonly quote: string;
}

const Passage = memo(function Passage({ text, start, end, heading, marks, quote }: PassageProps): ReactNode {
  const segments = cutSegments({ start, end }, toSpans(marks), toSpans(quote)[0] ?? null);
  return (
    <p data-passage={start} className={heading ? 'pb-contract-heading' : undefined}>
      {segments.map((segment) => {
        const words = text.slice(segment.start, segment.end);
        const Tag = segment.marked || segment.quoted ? 'mark' : 'span';
        return (
          <Tag
            key={segment.start}
            data-at={segment.start}
            className={segment.quoted ? 'pb-contract-quoted' : undefined}
          >
            {words}
          </Tag>
        );
      })}
    </p>
  );
});

function TextSearch({
  content,
  onLook,
}: {
  readonly content: ContractText;
  readonly onLook: (span: Span) => void;
}): ReactNode {
  const { t } = useTranslation(contractTexts);
  const [words, setWords] = useState('');
  const turn = useRef(0);
  const folded = useMemo(() => foldForSearch(content.text), [content]);
  const wanted = foldForSearch(words.trim());
  const found = useMemo(
    () =>
      wanted.length < 3
        ? []
        : content.passages.filter(({ start, end }) => folded.slice(start, end).includes(wanted)),
    [content, folded, wanted],
  );
  return (
    <form
      className="pb-row"
      onSubmit={(event) => {
        event.preventDefault();
        const next = found[turn.current % Math.max(1, found.length)];
        turn.current += 1;
        if (next) onLook({ start: next.start, end: next.end });
      }}
    >
      <TextInput
        size="xs"
        type="search"
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        value={words}
        onChange={(event) => {
          turn.current = 0;
          setWords(event.currentTarget.value);
        }}
      />
      {wanted.length < 3 ? null : (
        <>
          <span className="pb-xs pb-muted pb-nowrap" role="status">
            {t('viewer.found', { count: found.length })}
          </span>
          <Button type="submit" size="xs" disabled={found.length === 0}>
            {t('viewer.next')}
          </Button>
        </>
      )}
    </form>
  );
}

const breath = 48;
/** Passages from which on laying all of them out would be felt. */
const longText = 600;

/** Again in the next frames: passages out of sight get their height once they are near. */
function bringUp(box: HTMLElement, target: Element): () => void {
  let frame = 0;
  let left = 4;
  const move = (): void => {
    box.scrollTop += target.getBoundingClientRect().top - box.getBoundingClientRect().top - breath;
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(move);
  };
  move();
  return () => {
    cancelAnimationFrame(frame);
  };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function touching(passage: Span, marks: readonly Span[]): string {
  return marks
    .filter((mark) => overlaps(passage, mark))
    .map(({ start, end }) => `${start}-${end}`)
    .join(' ');
}

function toSpans(text: string): Span[] {
  return text === ''
    ? []
    : text.split(' ').map((pair) => {
        const [start = 0, end = 0] = pair.split('-').map(Number);
        return { start, end };
      });
}

function passageAt({ passages }: ContractText, place: number): number {
  return passages.findLast(({ start }) => start <= place)?.start ?? 0;
}

/** What is selected in the box, as places of the text; null when nothing is, or not all of it lies there. */
function selectedSpan(box: HTMLElement | null): Span | null {
  const selection = document.getSelection();
  if (box === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(box, range.startContainer, range.startOffset);
  const end = placeOf(box, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  const holder = node instanceof Element ? node : node.parentElement;
  const segment =
    holder?.closest<HTMLElement>('[data-at]') ?? holder?.querySelector<HTMLElement>('[data-at]');
  if (!segment || !box.contains(segment)) return null;
  const from = Number(segment.dataset['at']);
  return node instanceof Element ? from : from + offset;
}
