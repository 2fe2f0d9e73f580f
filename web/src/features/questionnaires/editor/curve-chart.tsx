import { stepOf, type CurvePoint } from '@probant/shared/questionnaires/curve-edit';
import type { Curve, Localised } from '@probant/shared/questionnaires/document';
import { inUnit } from '@probant/shared/words/units';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';

import { formatNumber } from '../../../platform/i18n/format.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { answerTexts } from './answer.texts.js';

interface CurveChartProps {
  readonly curve: Curve;
  readonly unit: Localised;
  readonly onMove: (index: number, point: CurvePoint) => void;
  readonly onRemove: (index: number) => void;
}

const size = { width: 560, height: 220, left: 44, right: 20, top: 14, bottom: 30 };

/** What the axis spans; it stands still while a point is dragged. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The risk by value as a line whose points one drags, with the mouse, a finger or the arrow keys. */
export function CurveChart({ curve, unit, onMove, onRemove }: CurveChartProps): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const drawing = useRef<SVGSVGElement>(null);
  const [dragged, setDragged] = useState<{ readonly index: number; readonly span: Span } | null>(null);
  if (curve.length === 0 || !curve.every((point) => point.every(Number.isFinite))) return null;
  const span = dragged?.span ?? spanOf(curve);
  const place = placer(span);
  const drag = (event: PointerEvent): void => {
    const box = drawing.current?.getBoundingClientRect();
    if (dragged === null || box === undefined) return;
    onMove(dragged.index, pointAt(span, [event.clientX - box.left, event.clientY - box.top], box));
  };
  const press = (index: number, event: KeyboardEvent): void => {
    const by = movesBy(event, stepOf(curve));
    const point = curve[index];
    if (point === undefined) return;
    if (event.key === 'Delete' && curve.length > 1) onRemove(index);
    else if (by === undefined) return;
    else onMove(index, [point[0] + by[0], point[1] + by[1]]);
    event.preventDefault();
  };
  return (
    <div className="pb-curve">
      <svg
        ref={drawing}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={t('curve.drawing')}
        onPointerMove={drag}
        onPointerUp={() => {
          setDragged(null);
        }}
        onPointerCancel={() => {
          setDragged(null);
        }}
      >
        <Axes span={span} />
        <polyline className="pb-curve-line" points={lineOf(curve, place)} />
        {curve.map((point, index) => (
          <g
            // A point has nothing but its place.
            key={index}
            className="pb-curve-point"
            transform={`translate(${place(point).join(' ')})`}
            role="slider"
            tabIndex={0}
            aria-label={t('point', { number: index + 1 })}
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={point[1]}
            aria-valuetext={t('point.at', {
              x: inUnit(point[0], unit, language),
              risk: formatNumber(point[1], language, 2),
            })}
            onKeyDown={(event) => {
              press(index, event);
            }}
            onPointerDown={(event) => {
              event.preventDefault();
              event.currentTarget.focus();
              drawing.current?.setPointerCapture(event.pointerId);
              setDragged({ index, span });
            }}
          >
            <circle className="pb-curve-grip" r={16} />
            <circle className="pb-curve-dot" r={7} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Axes({ span }: { readonly span: Span }): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const place = placer(span);
  return (
    <g aria-hidden className="pb-curve-axes">
      {[0, 0.5, 1].map((risk) => {
        const [, y] = place([span.from, risk]);
        return (
          <g key={risk}>
            <line x1={size.left} x2={size.width - size.right} y1={y} y2={y} />
            <text x={size.left - 8} y={y + 4} textAnchor="end">
              {formatNumber(risk, language, 1)}
            </text>
          </g>
        );
      })}
      {[span.from, (span.from + span.to) / 2, span.to].map((x) => (
        <text key={x} x={place([x, 0])[0]} y={size.height - 8} textAnchor="middle">
          {formatNumber(x, language)}
        </text>
      ))}
      <text x={size.left + 4} y={size.top - 3}>
        {t('curve.risk')}
      </text>
    </g>
  );
}

function spanOf(curve: Curve): Span {
  const [from, to] = [curve[0]?.[0] ?? 0, curve.at(-1)?.[0] ?? 0];
  const width = to - from || Math.max(10, Math.abs(to));
  return {
    from: Math.max(0, from - width / 10) < from ? Math.max(0, from - width / 10) : from,
    to: to + width / 5,
  };
}

type Placer = (point: CurvePoint) => readonly [number, number];

function placer({ from, to }: Span): Placer {
  const [width, height] = [size.width - size.left - size.right, size.height - size.top - size.bottom];
  return ([x, risk]) => [size.left + ((x - from) / (to - from)) * width, size.top + (1 - risk) * height];
}

function pointAt(span: Span, [left, top]: readonly [number, number], box: DOMRect): CurvePoint {
  const [x, y] = [(left / box.width) * size.width, (top / box.height) * size.height];
  const along = (x - size.left) / (size.width - size.left - size.right);
  const down = (y - size.top) / (size.height - size.top - size.bottom);
  const step = (span.to - span.from) / 200;
  const rough = span.from + along * (span.to - span.from);
  const unit = 10 ** Math.round(Math.log10(step));
  return [Math.round(rough / unit) * unit, Math.round((1 - down) * 50) / 50];
}

/** Flat beyond its ends, as an answer beyond them is read. */
function lineOf(curve: Curve, place: Placer): string {
  const placed = curve.map(place);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return '';
  return [[size.left, first[1]], ...placed, [size.width - size.right, last[1]]]
    .map((one) => one.join(','))
    .join(' ');
}

/** Arrows along the value and the risk; finer with the Shift key. */
function movesBy({ key, shiftKey }: KeyboardEvent, step: number): CurvePoint | undefined {
  const [x, risk] = shiftKey ? [step / 10, 0.01] : [step, 0.05];
  switch (key) {
    case 'ArrowLeft':
      return [-x, 0];
    case 'ArrowRight':
      return [x, 0];
    case 'ArrowUp':
      return [0, risk];
    case 'ArrowDown':
      return [0, -risk];
    default:
      return undefined;
  }
}
