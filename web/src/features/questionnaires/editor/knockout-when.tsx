import { Button, NativeSelect } from '@mantine/core';
import type {
  KnockoutCondition,
  Question,
  QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import {
  buildAtom,
  choicesReaching,
  firstAtom,
  fromGroup,
  fromTopGroup,
  kindOfAtom,
  kindsFor,
  knockoutModes,
  levelsBelow,
  limitOfAtom,
  moveAtom,
  readGroup,
  topGroup,
  type KnockoutAtom,
  type KnockoutGroup,
} from '@probant/shared/questionnaires/knockout-tree';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useFieldAt } from './editor-context.js';
import { knockoutTexts } from './knockout.texts.js';
import { LimitField } from './limit-field.js';

interface WhenFieldsProps {
  readonly when: KnockoutCondition;
  readonly onWhen: (when: KnockoutCondition) => void;
  readonly document: QuestionnaireDocument;
  /** Those of the questionnaire, in its order. */
  readonly questions: ReadonlyMap<string, Question>;
}

/** What triggers a knock-out, built by clicking. */
export function WhenFields({ when, onWhen, ...ground }: WhenFieldsProps): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  const { id, error } = useFieldAt('/when', 'itself');
  return (
    <fieldset className="pb-stack" id={id}>
      <legend className="pb-field-label">{t('when')}</legend>
      <p className="pb-field-help">{t('when.help')}</p>
      {error === undefined ? null : (
        <p className="pb-field-error" role="status">
          {error}
        </p>
      )}
      <GroupFields
        {...ground}
        group={topGroup(when)}
        at={pathOfTop(when)}
        path=""
        onGroup={(group) => {
          onWhen(fromTopGroup(group));
        }}
      />
    </fieldset>
  );
}

function pathOfTop(when: KnockoutCondition): string {
  return readGroup(when) === undefined ? '' : `/${topGroup(when).mode}`;
}

interface GroupFieldsProps extends Pick<WhenFieldsProps, 'document' | 'questions'> {
  readonly group: KnockoutGroup;
  /** Of the parts in the knock-out; empty where the only part is all of it. */
  readonly at: string;
  /** Numbers of the parts on the way, as they are told: "2.1". */
  readonly path: string;
  readonly onGroup: (group: KnockoutGroup) => void;
  readonly onRemove?: () => void;
}

function GroupFields(props: GroupFieldsProps): ReactNode {
  const { group, at, path, onGroup, onRemove, questions } = props;
  const { t } = useTranslation(knockoutTexts);
  const own = useFieldAt(`/when${at}`, 'itself');
  const atom = firstAtom([...questions.values()]);
  const add = (part: KnockoutCondition): void => {
    onGroup({ ...group, parts: [...group.parts, part] });
  };
  return (
    <div
      className="pb-condition-group pb-stack"
      role="group"
      aria-label={path === '' ? t('when') : t('group', { path })}
    >
      <NativeSelect
        label={path === '' ? t('group.mode') : t('group.mode.of', { path })}
        error={at === '' ? undefined : own.error}
        value={group.mode}
        data={knockoutModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        onChange={(event) => {
          const mode = knockoutModes.find((one) => one === event.currentTarget.value) ?? 'all';
          onGroup({ ...group, mode });
        }}
      />
      {group.parts.map((part, index) => (
        <PartFields key={index} {...props} part={part} index={index} />
      ))}
      <div className="pb-row pb-wrap">
        {atom === undefined ? null : (
          <>
            <Button
              size="xs"
              onClick={() => {
                add(atom);
              }}
            >
              {t('condition.add')}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                add({ any: [atom] });
              }}
            >
              {t('group.add')}
            </Button>
          </>
        )}
        {onRemove === undefined ? null : (
          <Button size="xs" variant="transparent" onClick={onRemove}>
            {t('group.remove', { path })}
          </Button>
        )}
      </div>
    </div>
  );
}

interface PartFieldsProps extends GroupFieldsProps {
  readonly part: KnockoutCondition;
  readonly index: number;
}

function PartFields({ part, index, ...props }: PartFieldsProps): ReactNode {
  const { group, path, at, onGroup, document, questions } = props;
  const own = path === '' ? String(index + 1) : `${path}.${index + 1}`;
  const place = at === '' ? '' : `${at}/${index}`;
  const onRemove = (): void => {
    onGroup({ ...group, parts: group.parts.toSpliced(index, 1) });
  };
  const onPart = (next: KnockoutCondition): void => {
    onGroup({ ...group, parts: group.parts.with(index, next) });
  };
  const inner = readGroup(part);
  if ('q' in part || inner === undefined) {
    return 'q' in part ? (
      <AtomFields atom={part} at={place} path={own} {...{ document, questions, onRemove }} onAtom={onPart} />
    ) : null;
  }
  return (
    <GroupFields
      {...{ document, questions, onRemove }}
      group={inner}
      at={`${place}/${inner.mode}`}
      path={own}
      onGroup={(next) => {
        onPart(fromGroup(next));
      }}
    />
  );
}

interface AtomFieldsProps extends Pick<WhenFieldsProps, 'document' | 'questions'> {
  readonly atom: KnockoutAtom;
  readonly at: string;
  readonly path: string;
  readonly onAtom: (atom: KnockoutAtom) => void;
  readonly onRemove: () => void;
}

/** A question, how it is looked at, and the threshold; below, what that comes to. */
function AtomFields({ atom, at, path, document, questions, onAtom, onRemove }: AtomFieldsProps): ReactNode {
  const { t, language } = useTranslation(knockoutTexts);
  const { id, error } = useFieldAt(`/when${at}/q`);
  const question = questions.get(atom.q);
  const kind = kindOfAtom(atom);
  const kinds = question === undefined ? [kind] : kindsFor(question);
  return (
    <div className="pb-stack pb-knockout-atom">
      <div className="pb-knockout-line">
        <NativeSelect
          id={id}
          label={t('question', { path })}
          error={error}
          value={atom.q}
          data={[
            ...(question === undefined ? [{ value: atom.q, label: `${atom.q} (${t('left.out')})` }] : []),
            ...[...questions.values()].map((one) => ({
              value: one.id,
              label: `${one.id} – ${(one.short ?? one.text)[language]}`,
            })),
          ]}
          onChange={(event) => {
            const next = questions.get(event.currentTarget.value);
            if (next !== undefined) onAtom(moveAtom(atom, next));
          }}
        />
        <NativeSelect
          label={t('comparison', { path })}
          value={kind}
          data={[...new Set([...kinds, kind])].map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={(event) => {
            const next = kinds.find((one) => one === event.currentTarget.value) ?? kind;
            onAtom(buildAtom(next, atom.q, limitOfAtom(atom)));
          }}
        />
        <LimitField
          label={t('limit', { path })}
          at={`/when${at}${pointerOfLimit(atom)}`}
          max={1}
          value={limitOfAtom(atom)}
          onValue={(limit) => {
            onAtom(buildAtom(kind, atom.q, limit));
          }}
        />
        <Button variant="transparent" onClick={onRemove}>
          {t('condition.remove', { path })}
        </Button>
      </div>
      <Meaning atom={atom} question={question} document={document} />
    </div>
  );
}

function pointerOfLimit(atom: KnockoutAtom): string {
  if ('riskGte' in atom) return '/riskGte';
  return 'phiLt' in atom ? '/phiLt' : '/anyRow/rGte';
}

interface MeaningProps {
  readonly atom: KnockoutAtom;
  readonly question: Question | undefined;
  readonly document: QuestionnaireDocument;
}

/** Which answers, or which evidence, meet the condition. */
function Meaning({ atom, question, document }: MeaningProps): ReactNode {
  const { t, language } = useTranslation(knockoutTexts);
  if (question === undefined) return <p className="pb-sm pb-amber">{t('part.asleep')}</p>;
  const choices = choicesReaching(atom, question);
  const levels = levelsBelow(atom, document.evidence);
  if (choices !== undefined) {
    const list = choices.map(({ label, value }) => label[language] || value).join(' · ');
    return (
      <p className="pb-sm pb-soft">{choices.length === 0 ? t('reached.none') : t('reached.by', { list })}</p>
    );
  }
  if (levels === undefined) return null;
  return (
    <p className="pb-sm pb-soft">
      {levels.length === 0 ? t('levels.none') : t('levels.below', { list: levels.join(', ') })}
    </p>
  );
}
