/**
 * Of the tabs that stand open on the same thing, one acts for all. The others ask it to, and the next one takes over when
 * it is closed; one that does not answer can be put aside.
 */
export class OneTab {
  private acting = false;
  private left = false;
  private release: () => void = () => undefined;

  constructor(
    private readonly name: string,
    private readonly onTurn: () => void,
  ) {}

  isActing(): boolean {
    return this.acting;
  }

  /** Waits for its turn; where the browser knows no locks, every tab acts and the server tells their saves apart. */
  join(): void {
    if (locksOf() === undefined) this.begin();
    else void this.hold({});
  }

  takeOver(): void {
    if (!this.acting) void this.hold({ steal: true });
  }

  /** For good: the next tab takes its turn. */
  leave(): void {
    this.left = true;
    this.acting = false;
    this.release();
  }

  private async hold(options: LockOptions): Promise<void> {
    try {
      await locksOf()?.request(this.name, options, () => {
        if (this.left) return undefined;
        this.begin();
        return new Promise<void>((resolve) => (this.release = resolve));
      });
    } catch {
      // Another tab took over: this one waits for its turn again.
      this.acting = false;
      if (!this.left) void this.hold({});
    }
  }

  private begin(): void {
    if (this.acting || this.left) return;
    this.acting = true;
    this.onTurn();
  }
}

function locksOf(): LockManager | undefined {
  // Absent where the page is not served securely.
  return (navigator as Partial<Navigator>).locks;
}
