import { Button } from '@mantine/core';
import type { FieldRefusal } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import { fieldDetail } from '@probant/shared/problems';
import { knockoutSentence } from '@probant/shared/questionnaires/condition-words';
import type { Knockout } from '@probant/shared/questionnaires/document';
import { sameValue } from '@probant/shared/questionnaires/draft/draft-step';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { Warning } from '../../../ui/feedback/warning.js';
import type { EditorProblem } from '../editor/editor-context.js';
import { KnockoutEditor } from '../editor/knockout-editor.js';
import { knockoutTexts } from '../editor/knockout.texts.js';
import { placeOf, searchOf } from '../place-of-problem.js';
import { studioTexts } from './studio.texts.js';
import type { Editor } from './use-editors.js';
import { searchOfKnockout } from './use-place.js';
import type { Studio } from './use-studio.js';

interface KnockoutPaneProps {
  readonly studio: Studio;
  /** As the draft keeps it: with what it asks of questions that are left out. */
  readonly knockout: Knockout;
  readonly problems: readonly FieldRefusal[];
  readonly editors: readonly Editor[];
}

/** The knock-out that is open: everything about it, what refuses it, and the way to its neighbours. */
export function KnockoutPane({ studio, knockout, problems, editors }: KnockoutPaneProps): ReactNode {
  const { t, language } = useTranslation(knockoutTexts);
  const { t: words } = useTranslation(studioTexts);
  const mayEdit = useCan('questionnaires:edit');
  const { document } = studio;
  const questions = useMemo(
    () => new Map(questionsOf(document).map((question) => [question.id, question])),
    [document],
  );
  const published = document.knockouts.find(({ id }) => id === knockout.id);
  const atFields = problems.flatMap((problem) => atField(problem, published, knockout));
  const elsewhere = problems.filter(({ pointer }) => !pointer.startsWith('/knockouts/'));
  return (
    <section className="pb-st-editor pb-stack" aria-labelledby="studio-knockout">
      <PaneHead studio={studio} knockout={knockout} />
      {editors
        .filter(({ place }) => place === knockout.id)
        .map(({ name, self }) => (
          <p key={name} className="pb-sm pb-amber">
            {self ? words('here.at.you') : words('here.at', { name })}
          </p>
        ))}
      {published === undefined ? <Warning>{t('asleep')}</Warning> : null}
      {elsewhere.length > 0 ? (
        <div>
          <p className="pb-sm pb-medium">{t('problems')}</p>
          <ul className="pb-sm pb-amber pb-st-problems">
            {elsewhere.map(({ pointer, code, params }) => (
              <li key={pointer}>
                <OtherPlace studio={studio} pointer={pointer} />
                {isFieldCode(code) ? fieldDetail({ code, params }, language) : code}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {mayEdit ? (
        <KnockoutEditor
          key={knockout.id}
          document={document}
          knockout={knockout}
          problems={atFields}
          onChange={studio.acts.changeKnockout}
        />
      ) : (
        <>
          <p>{knockout.text[language]}</p>
          <p className="pb-condition-sentence">{knockoutSentence(knockout, document, questions, language)}</p>
        </>
      )}
    </section>
  );
}

/**
 * Seen from the knock-out. Where it also asks for questions that are left out, its conditions are counted otherwise in what is
 * published: what is wrong with one of them is told of all.
 */
function atField(
  problem: FieldRefusal,
  published: Knockout | undefined,
  knockout: Knockout,
): readonly EditorProblem[] {
  const [place] = /^\/knockouts\/\d+/.exec(problem.pointer) ?? [];
  if (place === undefined) return [];
  const pointer = problem.pointer.slice(place.length);
  const moved = pointer.startsWith('/when/') && !sameValue(published?.when, knockout.when);
  return [{ ...problem, pointer: moved ? '/when' : pointer }];
}

function OtherPlace({ studio, pointer }: { readonly studio: Studio; readonly pointer: string }): ReactNode {
  const place = placeOf(studio.document, pointer);
  if (place?.kind !== 'question') return null;
  return (
    <>
      <Link className="pb-mono" to={{ search: searchOf(place) }}>
        {place.question.id}
      </Link>
      {' – '}
    </>
  );
}

function PaneHead({ studio, knockout }: Pick<KnockoutPaneProps, 'studio' | 'knockout'>): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  const mayEdit = useCan('questionnaires:edit');
  const navigate = useNavigate();
  const all = studio.draft.knockouts;
  const index = all.findIndex(({ id }) => id === knockout.id);
  const step = (by: -1 | 1, label: string, icon: ReactNode): ReactNode => (
    <Button
      size="xs"
      variant="subtle"
      aria-label={label}
      title={label}
      disabled={all[index + by] === undefined}
      onClick={() => void navigate({ search: searchOfKnockout(all[index + by]?.id ?? '') })}
    >
      {icon}
    </Button>
  );
  return (
    <div className="pb-st-editor-head">
      <h2 id="studio-knockout">{t('heading', { id: knockout.id })}</h2>
      <span className="pb-grow" />
      {step(-1, t('previous'), <IconArrowLeft size={14} aria-hidden />)}
      {step(1, t('next'), <IconArrowRight size={14} aria-hidden />)}
      {mayEdit ? (
        <Button
          size="xs"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            studio.acts.removeKnockout(knockout.id);
          }}
        >
          {t('remove')}
        </Button>
      ) : null}
    </div>
  );
}
