/** What must be undone, last done first: also when starting got only half-way. */
export class StopStack {
  private readonly steps: (() => void | Promise<void>)[] = [];
  private unwinding: Promise<void> | undefined;

  add(undo: () => void | Promise<void>): void {
    this.steps.push(undo);
  }

  /** Undoes everything, each step whatever became of those before it; a second call waits for the first. */
  unwind(onProblem: (error: unknown) => void): Promise<void> {
    this.unwinding ??= this.run(onProblem);
    return this.unwinding;
  }

  private async run(onProblem: (error: unknown) => void): Promise<void> {
    for (let undo = this.steps.pop(); undo !== undefined; undo = this.steps.pop()) {
      try {
        await undo();
      } catch (error) {
        onProblem(error);
      }
    }
  }
}
