import { lazy, type ReactNode, Suspense } from 'react';

import { TextSkeleton } from '../feedback/skeletons.js';

export interface FileDropProps {
  /** Names the zone for who does not see it: `Pièces de BKP-04`. */
  readonly label: string;
  /** By media type, the extensions that go with it; the API looks at the content whatever the name says. */
  readonly accept: Readonly<Record<string, readonly string[]>>;
  /** The formats in words, where the screen does not name them. */
  readonly formats?: string;
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

const Zone = lazy(async () => ({ default: (await import('./file-drop-zone.js')).FileDropZone }));

/** A place to drop files or to choose them by key; its code comes only when it is on the screen. */
export function FileDrop(props: FileDropProps): ReactNode {
  return (
    <Suspense fallback={<TextSkeleton lines={1} />}>
      <Zone {...props} />
    </Suspense>
  );
}
