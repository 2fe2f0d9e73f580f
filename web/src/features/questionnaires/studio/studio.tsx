import './studio.css';

import { type ComponentType, type ReactNode, useMemo, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { Segments } from '../../../ui/input/segments.js';
import { Main, PageHeader } from '../../../ui/shell/page.js';
import { useShortcutLines } from '../../../ui/shell/shortcut-help.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import type { Questionnaire } from '../use-questionnaires.js';
import { EditorPane } from './editor-pane.js';
import { HeldList } from './held-list.js';
import { KnockoutPane } from './knockout-pane.js';
import { KnockoutsPane } from './knockouts-pane.js';
import { NewQuestionDialog, type NewQuestion } from './new-question-dialog.js';
import { Outline } from './outline.js';
import { OutlineFoot } from './outline-foot.js';
import { SidePane } from './side-pane.js';
import { DraftState, StudioActions } from './studio-actions.js';
import { StudioBar } from './studio-status.js';
import { studioTexts } from './studio.texts.js';
import type { SupplierPreviewProps } from './supplier-preview-props.js';
import { ThemePane } from './theme-pane.js';
import { useEditors } from './use-editors.js';
import { useLeavingOut } from './use-leaving-out.js';
import { lookedAt, usePlace } from './use-place.js';
import { useProblems } from './use-problems.js';
import { useStudio } from './use-studio.js';
import { useUndo } from './use-undo.js';

export interface StudioProps {
  readonly questionnaire: Questionnaire;
  readonly reload: () => void;
  readonly Preview: ComponentType<SupplierPreviewProps>;
}

const panes = ['outline', 'editor', 'side'] as const;

/** The draft of a questionnaire: its outline, what is open of it, and how a supplier will see it. */
export function Studio({ questionnaire, reload, Preview }: StudioProps): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { t: words } = useTranslation(questionnaireTexts);
  const studio = useStudio(questionnaire);
  const mayEdit = useCan('questionnaires:edit');
  const place = usePlace(studio.draft, studio.document);
  const { theme, question, knockouts } = place;
  const openKnockout = knockouts === 'all' ? null : knockouts;
  const problems = useProblems(studio.document, questionnaire);
  const editors = useEditors(questionnaire.id, {
    place: question?.id ?? openKnockout?.id ?? '',
    desk: studio.desk,
    reload,
    enabled: mayEdit,
  });
  const undo = useUndo(studio.desk, studio.state, mayEdit);
  const leaving = useLeavingOut(studio);
  const [pane, setPane] = useState<(typeof panes)[number]>('editor');
  const [adding, setAdding] = useState<NewQuestion | null>(null);
  useStudioShortcuts();
  return (
    <Main>
      <PageHeader
        title={studio.draft.title[language]}
        breadcrumbs={[{ title: words('title'), path: '/questionnaires' }]}
        subtitle={<span className="pb-mono">{questionnaire.code}</span>}
        tags={<DraftState studio={studio} />}
        actions={<StudioActions studio={studio} problems={problems} />}
      />
      <div className="pb-page pb-st" data-pane={pane}>
        {mayEdit ? <StudioBar studio={studio} undo={undo} editors={editors} /> : null}
        <Segments
          className="pb-st-panes"
          label={t('pane.choose')}
          values={panes}
          chosen={pane}
          name={(one) => t(`pane.${one}`)}
          onChoose={setPane}
        />
        <div
          className="pb-st-left"
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a') !== null) setPane('editor');
          }}
        >
          <Outline studio={studio} {...place} problems={problems.counts} editors={editors} />
          <OutlineFoot studio={studio} />
        </div>
        <div className="pb-st-middle">
          <HeldList studio={studio} />
          {theme !== undefined && question !== undefined ? (
            <EditorPane
              {...{ studio, theme, question, editors }}
              problems={problems.of(question.id)}
              onDuplicate={() => {
                setAdding({ theme, copyOf: question });
              }}
              onLeaveOut={() => {
                leaving.leaveOut({ kind: 'question', key: question.id });
              }}
            />
          ) : null}
          {openKnockout === null ? null : (
            <KnockoutPane
              studio={studio}
              knockout={openKnockout}
              editors={editors}
              problems={problems.ofKnockout(openKnockout.id)}
            />
          )}
          {knockouts === 'all' ? <KnockoutsPane studio={studio} problems={problems.ofKnockout('')} /> : null}
          {theme !== undefined && question === undefined ? (
            <ThemePane
              {...{ studio, theme }}
              onAdd={() => {
                setAdding({ theme });
              }}
              onLeaveOut={() => {
                leaving.leaveOut({ kind: 'theme', key: theme.code });
              }}
            />
          ) : null}
        </div>
        <SidePane
          studio={studio}
          {...(knockouts === null ? { theme, question } : lookedAt(knockouts, studio.document))}
          problems={problems}
          Preview={Preview}
        />
      </div>
      {adding === null ? null : (
        <NewQuestionDialog
          studio={studio}
          target={adding}
          onClose={() => {
            setAdding(null);
          }}
        />
      )}
      {leaving.dialog}
    </Main>
  );
}

function useStudioShortcuts(): void {
  const { t } = useTranslation(studioTexts);
  useShortcutLines(
    useMemo(
      () => [
        { keys: ['⌘ Z', 'Ctrl Z'], does: t('shortcut.undo') },
        { keys: ['⇧ ⌘ Z', 'Ctrl Y'], does: t('shortcut.redo') },
        { keys: ['↑', '↓'], does: t('shortcut.move') },
      ],
      [t],
    ),
  );
}
