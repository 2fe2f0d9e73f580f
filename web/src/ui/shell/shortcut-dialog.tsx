import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { searchKeys } from '../../platform/shortcuts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../feedback/dialog.js';
import { findListSearch, hasRows } from './list-keys.js';
import { shellTexts } from './shell.texts.js';
import type { ShortcutLine } from './shortcut-help.js';

/** The latin files of the typeface hold no arrows. */
const arrows: Readonly<Record<string, ReactNode>> = {
  ArrowUp: <IconArrowUp size={12} role="img" aria-label="↑" />,
  ArrowDown: <IconArrowDown size={12} role="img" aria-label="↓" />,
};

interface ShortcutDialogProps {
  readonly lines: readonly ShortcutLine[];
  readonly onClose: () => void;
}

/** The keys of this screen, then those that work everywhere. */
export function ShortcutDialog({ lines, onClose }: ShortcutDialogProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  // The screen as it is behind the dialog that has just been opened.
  const [{ list, rows }] = useState(() => ({ list: findListSearch() !== null, rows: hasRows() }));
  const here: readonly ShortcutLine[] = [
    ...lines,
    ...(list ? [{ keys: ['/'], does: t('shortcuts.find') }] : []),
    ...(rows ? [{ keys: ['ArrowUp', 'ArrowDown'], does: t('shortcuts.rows') }] : []),
  ];
  const everywhere: readonly ShortcutLine[] = [
    { keys: list ? [searchKeys] : ['/', searchKeys], does: t('shortcuts.search') },
    { keys: ['?'], does: t('shortcuts.help') },
    { keys: ['Esc'], does: t('shortcuts.close') },
  ];
  return (
    <Dialog onClose={onClose} title={t('shortcuts.open')}>
      {here.length > 0 ? <Keys title={t('shortcuts.here')} lines={here} /> : null}
      <Keys title={t('shortcuts.everywhere')} lines={everywhere} />
    </Dialog>
  );
}

function Keys({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}): ReactNode {
  return (
    <section style={{ marginTop: 12 }}>
      <h3 className="pb-label">{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.does} className="pb-between" style={{ padding: '6px 0' }}>
            <dt className="pb-sm">{line.does}</dt>
            <dd className="pb-row">
              {line.keys.map((key) => (
                <kbd key={key}>{arrows[key] ?? key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
