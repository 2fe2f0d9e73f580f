import './skeletons.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

function Loading({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <div role="status" aria-busy="true">
      <span className="pb-hidden">{t('loading')}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

const widths = ['38%', '46%', '30%', '52%', '41%'];

/** A list that is on its way, in the height it will have. */
export function ListSkeleton({ rows }: { readonly rows: number }): ReactNode {
  return (
    <Loading>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="pb-bones-row">
          <span className="pb-bone" style={{ width: widths[row % widths.length] }} />
          <span className="pb-bone" style={{ width: '12%', marginLeft: 'auto' }} />
          <span className="pb-bone" style={{ width: 20, height: 20 }} />
        </div>
      ))}
    </Loading>
  );
}

/** Lines of text that are on their way. */
export function TextSkeleton({ lines }: { readonly lines: number }): ReactNode {
  return (
    <Loading>
      <div className="pb-stack">
        {Array.from({ length: lines }, (_, line) => (
          <span key={line} className="pb-bone" style={{ width: line === lines - 1 ? '55%' : '100%' }} />
        ))}
      </div>
    </Loading>
  );
}

/** Frame and screen while it is not yet known who is here. */
export function FrameSkeleton(): ReactNode {
  return (
    <>
      <div className="pb-bones-bar" aria-hidden />
      <PageSkeleton />
    </>
  );
}

/** A whole screen whose code is on its way. */
export function PageSkeleton(): ReactNode {
  return (
    <Loading>
      <div className="pb-page">
        <span className="pb-bone" style={{ width: 220, height: 20, marginBottom: 28 }} />
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <div key={row} className="pb-bones-row">
            <span className="pb-bone" style={{ width: widths[row % widths.length] }} />
          </div>
        ))}
      </div>
    </Loading>
  );
}
