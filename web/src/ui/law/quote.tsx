import './quote.css';

import type { ReactNode } from 'react';

interface QuoteProps {
  /** Verbatim, without its guillemets; law is never paraphrased inside. */
  readonly children: string;
  /** The court, date and number, or the author. */
  readonly source?: ReactNode;
  readonly size?: 'small' | 'normal' | 'large';
  /** The sources of this product are French, whatever the language of the interface. */
  readonly lang?: string;
}

/** Words of a ruling or of a source, between guillemets, with where they come from underneath. */
export function Quote({ children, source, size = 'normal', lang = 'fr' }: QuoteProps): ReactNode {
  return (
    <figure>
      <blockquote className={`pb-quote pb-quote-${size}`} lang={lang}>
        {`«\u00A0${children}\u00A0»`}
      </blockquote>
      {source ? <figcaption className="pb-quote-source">{source}</figcaption> : null}
    </figure>
  );
}
