import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and cannot be undone. */
  readonly children: ReactNode;
  /** The verb on the button: `Révoquer le lien`, never `OK`. */
  readonly confirm: string;
  /** Runs once, however often the button is pressed; what it refuses stands in the dialog, and it may be tried again. */
  readonly act: () => Promise<unknown>;
  /** Given up, or done. */
  readonly onClose: () => void;
}

/** Asks before what cannot be undone; everything else is done at once and can be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { opened, title, onClose } = props;
  const [opening, setOpening] = useState(0);
  const [wasOpened, setWasOpened] = useState(opened);
  if (wasOpened !== opened) {
    setWasOpened(opened);
    // What the last opening did or refused is not shown again while the dialog fades in.
    if (opened) setOpening(opening + 1);
  }
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      <Question key={opening} {...props} />
    </Dialog>
  );
}

function Question({ children, confirm, act, onClose }: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begun = useRef(false);
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const run = async (): Promise<void> => {
    // At once, and not with the next drawing of the button: the second click of two comes before it.
    if (begun.current) return;
    begun.current = true;
    setPending(true);
    setError(null);
    try {
      await act();
      if (shown.current) onClose();
    } catch (refused) {
      begun.current = false;
      setPending(false);
      setError(refused);
    }
  };
  return (
    <div className="pb-stack">
      <div className="pb-soft">{children}</div>
      {error ? <ProblemNotice error={error} /> : null}
      <div className="pb-row pb-wrap" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button
          variant="filled"
          loading={pending}
          onClick={({ detail }) => {
            // The second click of a double click on what opened the dialog has read nothing.
            if (detail < 2) void run();
          }}
        >
          {confirm}
        </Button>
      </div>
    </div>
  );
}
