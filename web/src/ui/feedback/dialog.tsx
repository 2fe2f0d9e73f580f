// oxlint-disable-next-line no-restricted-imports -- the one place that wraps it
import { Modal } from '@mantine/core';
import { type InputEvent, type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { DiscardQuestion } from './discard-question.js';
import { useFocusReturn } from './focus-return.js';

interface DialogProps {
  /** A dialog may as well be on the screen only while it is open. */
  readonly opened?: boolean;
  readonly title: string;
  /** `null`: it stays until what it asks for is done. */
  readonly onClose: (() => void) | null;
  readonly children: ReactNode;
  readonly size?: 'md' | 'lg' | 'xl' | 'full';
  /** What is typed or ticked in it is saved at once, or only narrows what it shows: closing asks nothing. */
  readonly keepsNothing?: boolean;
  /** Something was chosen, dragged or moved with keys in it that would be lost; what is typed is noticed by itself. */
  readonly changed?: boolean;
}

/**
 * Every dialog. Escape, a click beside it and the cross ask once before they throw away what was typed in it, and the focus
 * goes back to where it came from. A button inside that says `Annuler` does what it says.
 */
export function Dialog(props: DialogProps): ReactNode {
  const {
    opened = true,
    title,
    onClose,
    children,
    size = 'md',
    keepsNothing = false,
    changed = false,
  } = props;
  const { t } = useTranslation(uiTexts);
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  const [wasOpened, setWasOpened] = useState(opened);
  useFocusReturn(opened);
  if (wasOpened !== opened) {
    setWasOpened(opened);
    setTyped(false);
    setAsking(false);
  }
  const leave = (): void => {
    if ((typed || changed) && !keepsNothing) setAsking(!asking);
    else onClose?.();
  };
  return (
    <Modal
      opened={opened}
      title={title}
      {...(size === 'full' ? { fullScreen: true } : { size })}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={leave}
      withCloseButton={onClose !== null}
      closeOnEscape={onClose !== null}
      closeOnClickOutside={false}
      overlayProps={{
        backgroundOpacity: 0.35,
        onClick: ({ detail }) => {
          // The second click of a double click on what opened the dialog falls here.
          if (detail < 2 && onClose !== null) leave();
        },
      }}
    >
      {asking && onClose !== null ? (
        <DiscardQuestion
          onDiscard={onClose}
          onKeep={() => {
            setAsking(false);
          }}
        />
      ) : null}
      <div
        onInput={(event: InputEvent<HTMLDivElement>) => {
          if (isContent(event.target)) setTyped(true);
        }}
      >
        {children}
      </div>
    </Modal>
  );
}

/** A search narrows a list; nothing is lost with it. */
function isContent(target: EventTarget): boolean {
  return !(target instanceof HTMLInputElement && target.type === 'search');
}
