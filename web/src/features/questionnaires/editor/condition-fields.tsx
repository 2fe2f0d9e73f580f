import { Button, NativeSelect } from '@mantine/core';
import {
  firstFact,
  firstValue,
  fromTree,
  groupModes,
  toTree,
  type ConditionGroup,
  type ConditionNode,
} from '@probant/shared/questionnaires/condition-tree';
import type { ContextCondition, ContextFact } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { canonical } from './canonical.js';
import { useFieldAt } from './editor-context.js';
import { editorTexts } from './editor.texts.js';

interface ConditionFieldsProps {
  readonly facts: readonly ContextFact[];
  readonly value: ContextCondition | undefined;
  readonly onValue: (value: ContextCondition | undefined) => void;
  /** As it reads. */
  readonly sentence: string;
  /** The button that begins a condition, and the one that takes all of it off. */
  readonly limit: string;
  readonly always: string;
}

/** For which engagements something holds: built by clicking, read as a sentence. */
export function ConditionFields(props: ConditionFieldsProps): ReactNode {
  const { facts, value, onValue, sentence, limit, always } = props;
  const { t } = useTranslation(editorTexts);
  const { id, error } = useFieldAt('/scope');
  const [tree, setTree] = useTree(value);
  const set = (next: ConditionGroup | undefined): void => {
    setTree(next);
    onValue(next === undefined ? undefined : fromTree(next));
  };
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('scope')}</legend>
      <p className="pb-condition-sentence" aria-live="polite">
        {sentence}
      </p>
      {tree === undefined ? (
        <div>
          <Button
            id={id}
            onClick={() => {
              const fact = firstFact(facts);
              if (fact) set({ kind: 'group', mode: 'all', parts: [fact] });
            }}
          >
            {limit}
          </Button>
        </div>
      ) : (
        <div id={id} className="pb-stack">
          <GroupFields facts={facts} group={tree} path="" onGroup={set} />
          <div>
            <Button
              variant="subtle"
              onClick={() => {
                set(undefined);
              }}
            >
              {always}
            </Button>
          </div>
        </div>
      )}
      {error === undefined ? null : <p className="pb-field-error">{error}</p>}
    </fieldset>
  );
}

/** The tree as it was built, empty groups and all, as long as it says what the question says. */
function useTree(scope: ContextCondition | undefined) {
  const [tree, setTree] = useState(scope && toTree(scope));
  const said = tree && fromTree(tree);
  if (said !== undefined || scope !== undefined) {
    const read = scope && toTree(scope);
    const same = canonical(said && toTree(said)) === canonical(read);
    if (!same) {
      setTree(read);
      return [read, setTree] as const;
    }
  }
  return [tree, setTree] as const;
}

interface GroupFieldsProps {
  readonly facts: readonly ContextFact[];
  readonly group: ConditionGroup;
  /** Numbers of the parts on the way, as they are told: "2.1". */
  readonly path: string;
  readonly onGroup: (group: ConditionGroup) => void;
  readonly onRemove?: () => void;
}

function GroupFields({ facts, group, path, onGroup, onRemove }: GroupFieldsProps): ReactNode {
  const { t } = useTranslation(editorTexts);
  const fact = firstFact(facts);
  const add = (part: ConditionNode): void => {
    onGroup({ ...group, parts: [...group.parts, part] });
  };
  return (
    <div
      className="pb-condition-group pb-stack"
      role="group"
      aria-label={path === '' ? t('scope') : t('group', { path })}
    >
      <NativeSelect
        label={t('group.mode')}
        value={group.mode}
        data={groupModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        onChange={(event) => {
          onGroup({ ...group, mode: groupModes.find((mode) => mode === event.currentTarget.value) ?? 'all' });
        }}
      />
      {group.parts.map((part, index) => {
        const own = path === '' ? String(index + 1) : `${path}.${index + 1}`;
        const replace = (next: ConditionNode): void => {
          onGroup({ ...group, parts: group.parts.with(index, next) });
        };
        const remove = (): void => {
          onGroup({ ...group, parts: group.parts.toSpliced(index, 1) });
        };
        return part.kind === 'fact' ? (
          <FactFields key={index} facts={facts} node={part} path={own} onNode={replace} onRemove={remove} />
        ) : (
          <GroupFields
            key={index}
            facts={facts}
            group={part}
            path={own}
            onGroup={replace}
            onRemove={remove}
          />
        );
      })}
      <div className="pb-row pb-wrap">
        {fact ? (
          <>
            <Button
              size="xs"
              onClick={() => {
                add(fact);
              }}
            >
              {t('condition.add')}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                add({ kind: 'group', mode: 'any', parts: [fact] });
              }}
            >
              {t('group.add')}
            </Button>
          </>
        ) : null}
        {onRemove ? (
          <Button size="xs" variant="transparent" onClick={onRemove}>
            {t('condition.remove', { what: path })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface FactFieldsProps {
  readonly facts: readonly ContextFact[];
  readonly node: Extract<ConditionNode, { kind: 'fact' }>;
  readonly path: string;
  readonly onNode: (node: ConditionNode) => void;
  readonly onRemove: () => void;
}

/** A fact, whether it is or is not, and the value. */
function FactFields({ facts, node, path, onNode, onRemove }: FactFieldsProps): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const fact = facts.find(({ key }) => key === node.key);
  const values =
    fact?.kind === 'enum'
      ? (fact.values ?? []).map(({ value, label }) => ({ value, label: label[language] }))
      : [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ];
  return (
    <div className="pb-option-fields">
      <NativeSelect
        label={t('fact', { path })}
        value={node.key}
        data={[
          ...(fact === undefined ? [{ value: node.key, label: node.key }] : []),
          ...facts.map(({ key, label, short }) => ({
            value: key,
            label: (short ?? label)[language],
          })),
        ]}
        onChange={(event) => {
          const chosen = facts.find(({ key }) => key === event.currentTarget.value);
          if (chosen) onNode({ ...node, key: chosen.key, value: firstValue(chosen) });
        }}
      />
      <NativeSelect
        label={t('comparison', { path })}
        value={node.is ? 'is' : 'is-not'}
        data={[
          { value: 'is', label: t('is') },
          { value: 'is-not', label: t('isNot') },
        ]}
        onChange={(event) => {
          onNode({ ...node, is: event.currentTarget.value === 'is' });
        }}
      />
      <NativeSelect
        label={t('value', { path })}
        value={String(node.value)}
        data={values}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onNode({ ...node, value: fact?.kind === 'enum' ? value : value === 'true' });
        }}
      />
      <Button variant="transparent" onClick={onRemove}>
        {t('condition.remove', { what: path })}
      </Button>
    </div>
  );
}
