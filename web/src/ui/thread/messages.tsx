import './thread.css';

import type { ReactNode } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { DateText } from '../format/date-text.js';
import { Avatar } from '../shell/avatar.js';
import { MessageExtras } from './message-extras.js';

interface MessagesProps {
  readonly assessmentId: string;
  readonly messages: readonly Schema<'ClarificationResponse'>[];
  /** How the other side is called beside its names. */
  readonly otherSide: { readonly side: 'buyer' | 'supplier'; readonly label: string };
}

/** What both sides wrote in one thread, oldest first. */
export function Messages({ assessmentId, messages, otherSide }: MessagesProps): ReactNode {
  return (
    <ol>
      {messages.map((message) => {
        const { id, authorName, side, at, body } = message;
        return (
          <li key={id} className="pb-message">
            <Avatar name={authorName} />
            <div className="pb-grow">
              <p className="pb-xs">
                <span className="pb-strong">{authorName}</span>{' '}
                <span className="pb-muted">
                  {side === otherSide.side ? `${otherSide.label} · ` : ''}
                  <DateText value={at} as="instant" />
                </span>
              </p>
              <p className="pb-sm pb-message-words">{body}</p>
              <MessageExtras
                side={otherSide.side === 'supplier' ? 'buyer' : 'supplier'}
                {...{ assessmentId, message }}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
