import type { NoticeLetter } from '@probant/shared/notices/letter';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { noticeTexts } from './notices.texts.js';
import type { SentLetter } from './use-notices.js';

/** A letter as it is printed; French, whatever the language of the screen. */
export function LetterView({ letter }: { readonly letter: NoticeLetter }): ReactNode {
  const { sender, recipient, channel, dated, subject, blocks, signature, enclosures } = letter;
  return (
    <article className="pb-card pb-notice-letter" lang="fr" aria-label={subject}>
      <Lines lines={sender} />
      <div className="pb-notice-letter-side">
        <Lines lines={recipient} />
        <p>{dated}</p>
      </div>
      <p className="pb-strong">{channel}</p>
      <p className="pb-strong">Objet&nbsp;: {subject}</p>
      {blocks.map(({ kind, text }, index) => {
        // The blocks of a letter never change places.
        if (kind === 'heading') return <h3 key={index}>{text}</h3>;
        if (kind === 'quote') return <blockquote key={index}>{text}</blockquote>;
        return <p key={index}>{text}</p>;
      })}
      <div className="pb-notice-letter-side">
        <Lines lines={signature} />
      </div>
      {enclosures.length === 0 ? null : (
        <>
          <h3>Pièces jointes</h3>
          <ul className="pb-sm">
            {enclosures.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return <p>{lines.join('\n')}</p>;
}

interface SentLettersProps {
  readonly letters: readonly SentLetter[];
  /** Where the letters of this notice are printed: the address without the kind. */
  readonly address: string;
}

/** The letters as they were posted, each with the hash that the chain tells. */
export function SentLetters({ letters, address }: SentLettersProps): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  return (
    <section className="pb-stack" aria-labelledby="notice-letters">
      <h2 id="notice-letters">{t('letters')}</h2>
      {language === 'fr' ? null : <p className="pb-sm pb-soft">{t('letter.french')}</p>}
      {letters.map(({ letter, sha256 }) => (
        <div key={letter.kind} className="pb-stack">
          <div className="pb-between pb-wrap">
            <p className="pb-medium">{t(`letter.${letter.kind}`)}</p>
            <a href={`${address}/${letter.kind}`} download>
              {t('letter.pdf')}
              <span className="pb-hidden"> {t(`letter.${letter.kind}`)}</span>
            </a>
          </div>
          <LetterView letter={letter} />
          <p className="pb-xs pb-muted pb-mono pb-notice-hash">
            {t('letter.hash')} {sha256}
          </p>
        </div>
      ))}
    </section>
  );
}
