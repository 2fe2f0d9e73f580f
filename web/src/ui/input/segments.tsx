import type { ReactNode } from 'react';

interface SegmentsProps<Value extends string | number | null> {
  /** What is chosen here, for those who do not see it. */
  readonly label: string;
  readonly values: readonly Value[];
  /** The pressed one; undefined where none of them is. */
  readonly chosen: Value | undefined;
  readonly name: (value: Value) => ReactNode;
  readonly onChoose: (value: Value) => void;
  /** The language that a name is written in, where it is not the page's. */
  readonly langOf?: (value: Value) => string;
  readonly className?: string;
}

/** One choice of a few, all of them in sight. */
export function Segments<Value extends string | number | null>(props: SegmentsProps<Value>): ReactNode {
  const { label, values, chosen, name, onChoose, langOf, className = '' } = props;
  return (
    <div className={`pb-segments ${className}`.trim()} role="group" aria-label={label}>
      {values.map((value) => (
        <button
          key={String(value)}
          type="button"
          lang={langOf?.(value)}
          aria-pressed={value === chosen}
          onClick={() => {
            onChoose(value);
          }}
        >
          {name(value)}
        </button>
      ))}
    </div>
  );
}
