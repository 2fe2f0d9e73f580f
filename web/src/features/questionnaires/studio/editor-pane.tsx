import { Button, NativeSelect } from '@mantine/core';
import type { FieldRefusal } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import { fieldDetail } from '@probant/shared/problems';
import type { Question, Theme } from '@probant/shared/questionnaires/document';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { IconArrowLeft, IconArrowRight, IconCopy, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { QuestionEditor } from '../editor/question-editor.js';
import { QuestionCard } from '../question-card.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import { studioTexts } from './studio.texts.js';
import type { Editor } from './use-editors.js';
import { searchOfKnockout } from './use-place.js';
import type { Studio } from './use-studio.js';

export interface EditorPaneProps {
  readonly studio: Studio;
  readonly theme: Theme;
  readonly question: Question;
  /** Of this question. */
  readonly problems: readonly FieldRefusal[];
  readonly editors: readonly Editor[];
  readonly onDuplicate: () => void;
  readonly onLeaveOut: () => void;
}

/** The question that is open: everything about it, and what can be done with it. */
export function EditorPane(props: EditorPaneProps): ReactNode {
  const { studio, question, problems, editors } = props;
  const { t, language } = useTranslation(studioTexts);
  const mayEdit = useCan('questionnaires:edit');
  const own = studio.questionnaire.ownQuestions.includes(question.id);
  const here = editors.filter(({ place }) => place === question.id);
  const atFields = problems.flatMap(atField);
  const elsewhere = problems.filter((problem) => atField(problem).length === 0);
  if (!mayEdit) {
    return (
      <ol className="pb-questions">
        <QuestionCard document={studio.document} question={question} own={own} />
      </ol>
    );
  }
  return (
    <section className="pb-st-editor pb-stack" aria-labelledby="studio-question">
      <EditorHead {...props} own={own} />
      {here.map(({ name, self }) => (
        <p key={name} className="pb-sm pb-amber">
          {self ? t('here.at.you') : t('here.at', { name })}
        </p>
      ))}
      {elsewhere.length > 0 ? (
        <div>
          <p className="pb-sm pb-medium">{t('question.problems')}</p>
          <ul className="pb-sm pb-amber pb-st-problems">
            {elsewhere.map(({ pointer, code, params }) => (
              <li key={`${pointer} ${code}`}>
                {isFieldCode(code) ? fieldDetail({ code, params }, language) : code}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <QuestionEditor
        key={question.id}
        document={studio.document}
        question={question}
        problems={atFields}
        onChange={studio.acts.change}
        addressOfKnockout={searchOfKnockout}
      />
    </section>
  );
}

/** Seen from the question; nothing for what is about it and stands elsewhere, such as a knock-out. */
function atField(problem: FieldRefusal): FieldRefusal[] {
  const [place] = /^\/themes\/\d+\/questions\/\d+/.exec(problem.pointer) ?? [];
  return place === undefined ? [] : [{ ...problem, pointer: problem.pointer.slice(place.length) }];
}

function EditorHead(props: EditorPaneProps & { readonly own: boolean }): ReactNode {
  const { studio, theme, question, own, onDuplicate, onLeaveOut } = props;
  const { t, language } = useTranslation(studioTexts);
  const { t: words } = useTranslation(questionnaireTexts);
  const navigate = useNavigate();
  const order = questionsOf(studio.document);
  const index = order.findIndex(({ id }) => id === question.id);
  const step = (by: -1 | 1, label: string, icon: ReactNode): ReactNode => (
    <Button
      size="xs"
      variant="subtle"
      aria-label={label}
      title={label}
      disabled={order[index + by] === undefined}
      onClick={() => void navigate({ search: `?q=${encodeURIComponent(order[index + by]?.id ?? '')}` })}
    >
      {icon}
    </Button>
  );
  return (
    <div className="pb-st-editor-head">
      <h2 id="studio-question" className="pb-row pb-wrap">
        <span className="pb-hidden">{t('question.of', { key: '' })}</span>
        <span className="pb-mono">{question.id}</span>
        <span className="pb-tag">{words(`type.${question.type}`)}</span>
        {own ? <span className="pb-tag pb-tag-blue">{words('own.tag')}</span> : null}
      </h2>
      <span className="pb-grow" />
      {step(-1, t('question.previous'), <IconArrowLeft size={14} aria-hidden />)}
      {step(1, t('question.next'), <IconArrowRight size={14} aria-hidden />)}
      <NativeSelect
        size="xs"
        aria-label={t('question.move')}
        value={theme.code}
        data={studio.document.themes.map(({ code, title }) => ({ value: code, label: title[language] }))}
        onChange={(event) => {
          const to = studio.draft.themes.find(({ code }) => code === event.currentTarget.value);
          if (to === undefined) return;
          studio.acts.move(question.id, { theme: to.code, after: to.questions.at(-1)?.id ?? null });
        }}
      />
      <Button size="xs" leftSection={<IconCopy size={14} aria-hidden />} onClick={onDuplicate}>
        {t('question.duplicate')}
      </Button>
      <Button size="xs" leftSection={<IconX size={14} aria-hidden />} onClick={onLeaveOut}>
        {t('question.leaveOut')}
      </Button>
    </div>
  );
}
