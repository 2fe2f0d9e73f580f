import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';

import { kept, type KeptDatabase } from '../../platform/kept/kept-database.js';
import { nameOf, type KeptOwner } from '../../platform/kept/kept-owner.js';
import { following, keepingTrouble } from '../../platform/kept/keeping.js';
import { OneTab } from '../../platform/kept/one-tab.js';
import { onSendAsked } from '../../platform/kept/senders.js';
import { onSessionChange } from '../../platform/session/session-end.js';
import { Arrivals } from './arrivals.js';
import { KeptDraftStore } from './draft-store.js';
import { FileStore } from './file-store.js';
import { KeptFields } from './kept-fields.js';
import { isWaiting, type QueueState } from './queue-state.js';
import type { OtherTabs } from './queue-ports.js';
import type { SaveQueue } from './save-queue.js';
import type { TabWord } from './tab-talk.js';
import { canRetry, Uploads } from './uploads.js';

type Message =
  | { readonly about: 'answer'; readonly word: TabWord }
  | { readonly about: 'state'; readonly outage: QueueState['outage']; readonly stopped: boolean }
  | { readonly about: 'files' }
  | { readonly about: 'piece' }
  | { readonly about: 'send' };

const patienceMs = 5_000;

/**
 * What one person has in hand for one request: the words and files that wait, kept in this browser. It outlives the screen,
 * and speaks with the other tabs on the same request.
 */
export class Desk {
  readonly drafts: KeptDraftStore;
  readonly fields: KeptFields;
  readonly uploads: Uploads;
  readonly tabs: OtherTabs;
  readonly arrivals = new Arrivals();
  queue: SaveQueue | null = null;
  /** What the queue checks answers against: the last one that was read. */
  document: SupplierQuestionnaire | null = null;
  private readonly files: FileStore;
  private readonly tab: OneTab;
  private readonly channel: BroadcastChannel | null;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly owner: KeptOwner,
    private readonly database: KeptDatabase = kept,
  ) {
    const name = `probant/${nameOf(owner)}`;
    this.drafts = new KeptDraftStore(owner, database);
    this.fields = new KeptFields(owner, database);
    this.files = new FileStore(owner, database);
    this.channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
    this.tab = new OneTab(name, () => void this.begin());
    const isActing = (): boolean => this.tab.isActing();
    this.uploads = new Uploads({
      accountId: owner.accountId,
      store: this.files,
      isActing,
      tell: () => {
        this.post({ about: 'files' });
      },
      onArrived: (piece) => {
        this.arrivals.tell(piece);
        this.post({ about: 'piece' });
      },
    });
    this.tabs = {
      isActing,
      ask: () => {
        this.ask();
      },
      tell: (word) => {
        this.post({ about: 'answer', word });
      },
      tellState: ({ outage, stopped }) => {
        this.post({ about: 'state', outage, stopped: stopped !== null });
      },
    };
  }

  /** Reads what is kept; a browser that keeps nothing opens an empty desk, and the trouble is told. */
  async open(): Promise<this> {
    const read = async (): Promise<void> => {
      await this.database.open();
      const [files] = await Promise.all([this.files.recall(), this.drafts.recall(), this.fields.recall()]);
      this.uploads.recall(files);
    };
    await following(`desk/${nameOf(this.owner)}`, read());
    if (this.channel !== null) {
      this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
        this.hear(data);
      };
    }
    this.tab.join();
    return this;
  }

  /** Whether leaving now would lose something, or cut off what is on its way. Without a network nothing is, and all is kept. */
  isAtRisk(): boolean {
    if (keepingTrouble() !== null) return this.isWaiting();
    return navigator.onLine && this.isWaiting();
  }

  /** Something that should reach the server and has not. */
  isWaiting(): boolean {
    const answers = [...(this.queue?.read().entries.values() ?? [])];
    const files = this.uploads.read();
    return answers.some(isWaiting) || files.some((file) => file.error === undefined || canRetry(file));
  }

  /** The network or the session is back. */
  resume(): void {
    this.queue?.resume();
    this.uploads.retryAll();
  }

  lose(): void {
    this.queue?.lose();
    this.uploads.lose();
  }

  /** Somebody else is here: nothing is sent any more, and what waits stays kept. */
  close(): void {
    this.tab.leave();
    this.queue?.close();
    this.uploads.close();
    clearTimeout(this.patience);
    this.channel?.close();
  }

  private async begin(): Promise<void> {
    try {
      this.queue?.begin(await this.drafts.recall());
      this.uploads.recall(await this.files.recall());
    } catch {
      // Nothing is kept here, which was told when the desk was opened.
      this.uploads.pump();
    }
  }

  /** The tab that sends may be asleep: then this one takes its place. */
  private ask(): void {
    this.post({ about: 'send' });
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      if (this.queue?.isBehind() === true) this.tab.takeOver();
    }, patienceMs);
  }

  private post(message: Message): void {
    try {
      this.channel?.postMessage(message);
    } catch {
      // What cannot be told to another tab is still kept, and found there when it is opened.
    }
  }

  private hear(message: Message): void {
    switch (message.about) {
      case 'answer':
        this.queue?.hear(message.word);
        break;
      case 'state':
        this.queue?.follow(message);
        break;
      case 'files':
        void this.files.recall().then(this.uploads.recall, () => undefined);
        break;
      case 'piece':
        this.arrivals.tell(null);
        break;
      case 'send':
        if (this.tab.isActing()) this.queue?.sendNow();
        break;
    }
  }
}

const desks = new Map<string, { readonly desk: Desk; readonly opening: Promise<Desk> }>();

/** One per account, workspace and request. */
export function openDesk(owner: KeptOwner): Promise<Desk> {
  const name = nameOf(owner);
  const known = desks.get(name);
  if (known !== undefined) return known.opening;
  const desk = new Desk(owner);
  const opening = desk.open();
  desks.set(name, { desk, opening });
  return opening;
}

export function openDesks(): readonly Desk[] {
  return [...desks.values()].map(({ desk }) => desk);
}

onSessionChange(() => {
  for (const desk of openDesks()) desk.close();
  desks.clear();
});

onSendAsked(() => {
  for (const desk of openDesks()) desk.resume();
});

window.addEventListener('online', () => {
  for (const desk of openDesks()) desk.resume();
});
window.addEventListener('offline', () => {
  for (const desk of openDesks()) desk.lose();
});
window.addEventListener('beforeunload', (event) => {
  for (const { queue } of openDesks()) queue?.flush();
  if (openDesks().some((desk) => desk.isAtRisk())) event.preventDefault();
});
