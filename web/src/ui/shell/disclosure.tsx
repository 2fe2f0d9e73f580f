import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DisclosureProps {
  readonly label: string;
  readonly buttonClassName: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a panel of ordinary links and buttons; Escape or a press elsewhere closes it. */
export function Disclosure({
  label,
  buttonClassName,
  button,
  className = '',
  children,
}: DisclosureProps): ReactNode {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent): void => {
      if (!(event.target instanceof Element) || root.current?.contains(event.target)) return;
      // A dialog that was opened from the panel stands elsewhere in the page, and would go with it.
      if (event.target.closest('[role="dialog"]') === null) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

  return (
    <div className={`pb-disclosure ${className}`} ref={root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClassName}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
        <span className="pb-hidden">{label}</span>
      </button>
      <div id={panelId} hidden={!open} className="pb-disclosure-panel">
        {open
          ? children(() => {
              setOpen(false);
            })
          : null}
      </div>
    </div>
  );
}
