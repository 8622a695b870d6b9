import { CalculationClock } from '../../../src/hosts/page/calculation';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

async function stateOf(promise: Promise<void>): Promise<'due' | 'done'> {
  let state: 'due' | 'done' = 'due';
  void promise.then(() => (state = 'done'));
  await turn();
  return state;
}

describe('who reads waits for the last calculation', () => {
  test('nothing is due: at once', async () => {
    expect(await stateOf(new CalculationClock().whenIdle())).toBe('done');
  });

  test('an edit is due until its calculation has ended', async () => {
    const clock = new CalculationClock();
    clock.expect();
    const idle = clock.whenIdle();
    expect(await stateOf(idle)).toBe('due');
    clock.start();
    expect(await stateOf(idle)).toBe('due');
    clock.end();
    expect(await stateOf(idle)).toBe('done');
  });

  test('a calculation that is stopped for a new one is not the end', async () => {
    const clock = new CalculationClock();
    clock.start();
    const idle = clock.whenIdle();
    clock.start();
    clock.end();
    expect(await stateOf(idle)).toBe('due');
    clock.end();
    expect(await stateOf(idle)).toBe('done');
  });

  test('an edit during a calculation is waited for as well', async () => {
    const clock = new CalculationClock();
    clock.start();
    clock.expect();
    clock.end();
    const idle = clock.whenIdle();
    expect(await stateOf(idle)).toBe('due');
    clock.start();
    clock.end();
    expect(await stateOf(idle)).toBe('done');
  });

  test('a new workbook owes nothing, and patience ends', async () => {
    const clock = new CalculationClock(20);
    clock.expect();
    clock.reset();
    expect(clock.idle).toBe(true);
    clock.expect();
    await clock.whenIdle();
    expect(clock.idle).toBe(false);
  });
});
