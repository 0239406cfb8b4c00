import { describe, expect, it, vi } from 'vitest';
import { asked, finding, loaded, name, now, orNew, untick, world } from '../testing/review-world';

describe('the queue', () => {
  it('begins with the note in front of the user, and can be narrowed and searched', async () => {
    const { model } = await loaded([finding('1', 'a.md'), name('2', 'b.md'), finding('3', 'c.md')]);
    model.showNote('c.md');
    expect(asked(model)[0]).toBe('3');
    model.filter({ topic: 'names' });
    expect(asked(model)).toEqual(['Rob Banga -> Rob Benoit.md']);
    model.filter({ topic: undefined, search: 'A.MD' });
    expect(asked(model)).toEqual(['1']);
    expect(model.count).toBe(3);
  });

  it('takes in what a changed note brings, and nothing else', async () => {
    const { model, find } = await loaded([finding('1', 'a.md')]);
    find([finding('2', 'a.md')]);
    await model.refresh(['a.md']);
    expect(asked(model)).toEqual(['1', '2']);
  });

  it('stays as it is while everything is loaded anew, until all of that is there', async () => {
    const { model, disk, lose } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    let arrive = (): void => undefined;
    disk.fetched = new Promise((resolve) => {
      arrive = resolve;
    });
    lose('1');
    const loading = model.load();
    await new Promise((resolve) => window.setTimeout(resolve));
    expect(model.findingsOf(now(model))).toHaveLength(1);
    arrive();
    await loading;
    expect(asked(model)).toEqual(['2']);
  });

  it('asks again what is still open, though looking at it failed at first', async () => {
    const { model, disk } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    const write = () => Promise.resolve({ batch: 'half', written: ['a.md'], settled: [], reasons: [] });
    disk.unread = 'The engine is busy.';
    await expect(model.answerOtherwise(now(model), undefined, 'Half', write)).rejects.toThrow('busy');
    disk.unread = undefined;
    await model.load();
    expect(asked(model)).toEqual(['1', '2']);
  });

  it('drops what a changed note asks no more, and nothing else', async () => {
    const { model, lose } = await loaded(['1', '2', '3'].map((id) => finding(id, `${id}.md`)));
    lose('2');
    await model.refresh(['2.md']);
    expect(asked(model)).toEqual(['1', '3']);
    expect(model.count).toBe(2);
  });

  it('keeps what is selected, and wants to be looked at where that went by itself', async () => {
    const { model, decided } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    model.select('1');
    decided.push({ path: 'a.md', rule: 'via', subject: '1', verdict: 'rejected' });
    await model.refresh(['a.md']);
    expect(now(model).id).toBe('2');
    expect(model.takesDecision()).toBe(false);
    expect(model.takesDecision()).toBe(true);
  });

  it('wants to be looked at where the same question offers its answers in another order', async () => {
    const tie = (...people: string[]) => ({ ...name('1', 'a.md', people), subject: 'Rob Banga' });
    const { model, lose, find } = await loaded([tie('Rob Benoit.md', 'Rob Bannerman.md')]);
    model.select(now(model).id);
    lose('1');
    find([tie('Rob Bannerman.md', 'Rob Benoit.md')]);
    await model.refresh(['a.md']);
    expect(model.takesDecision()).toBe(false);
    expect(model.takesDecision()).toBe(true);
  });

  it('wants to be looked at where the same question has one more place, but not where it has one less', async () => {
    const { model, lose, find } = await loaded([name('1', 'a.md'), name('2', 'b.md')]);
    model.select(now(model).id);
    lose('2');
    await model.refresh(['b.md']);
    expect(model.takesDecision()).toBe(true);
    find([name('3', 'c.md')]);
    await model.refresh(['c.md']);
    expect(model.takesDecision()).toBe(false);
  });

  it('takes keys at once after the user’s own answer, to part of a question too', async () => {
    const { model } = await loaded([name('1', 'a.md'), name('2', 'b.md')]);
    untick(model, 1);
    await model.accept(now(model));
    expect(now(model).places).toHaveLength(1);
    expect(model.takesDecision()).toBe(true);
  });
});

describe('deciding', () => {
  it('shows the next question at once and writes behind, one decision after the other, none lost', async () => {
    const { model, slow, letGo, choices } = await loaded(['1', '2', '3', '4'].map((id) => finding(id, `${id}.md`)));
    slow();
    const jobs = [1, 2, 3].map(() => model.accept(now(model)));
    expect(asked(model)).toEqual(['4']);
    expect(choices).toEqual([]);
    for (const job of jobs) {
      await Promise.resolve();
      const timer = window.setInterval(letGo, 1);
      await job;
      window.clearInterval(timer);
    }
    expect(choices.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(model.state()).toMatchObject({ done: 3, left: 1 });
  });

  it('brings a question back with the reason if it cannot be written', async () => {
    const { model, disk } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    disk.refuses = 'The disk is full.';
    await model.accept(now(model));
    expect(asked(model)).toEqual(['1', '2']);
    expect(model.steps.failureOf('1')).toBe('The disk is full.');
    expect(model.state()).toMatchObject({ done: 0, canUndo: false });
  });

  it('gives the chosen answer, or the user’s own wording', async () => {
    const { model, choices } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.accept(now(model), 0);
    await model.accept(now(model), 0, 'my words');
    expect(choices).toEqual([{ id: '1', path: 'a.md', fix: 0 }, { id: '2', path: 'b.md', fix: 0, text: 'my words' }]);
  });

  it('suggests nothing where either may be meant', async () => {
    const { model } = await loaded([finding('1', 'a.md')]);
    expect(model.hasSuggestion({ ...now(model), confidence: 'either' })).toBe(false);
  });

  it('rejects for good, until that is taken back', async () => {
    const { model, decided } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.reject(now(model));
    await model.load();
    expect(asked(model)).toEqual(['2']);
    await model.undo();
    expect(asked(model)).toEqual(['1', '2']);
    expect(decided).toEqual([]);
  });
});

describe('an answer about one place of several', () => {
  it('is not given in another place where this one was decided meanwhile', async () => {
    const { model, choices, decided, lose } = await loaded([name('1', 'a.md'), name('2', 'b.md')]);
    const [question, seen] = [now(model), name('1', 'a.md')];
    lose('1');
    await model.refresh(['a.md']);
    await model.acceptAt(question, seen, 0);
    await model.rejectAt(question, seen);
    expect(choices).toEqual([]);
    expect(decided).toEqual([]);
  });

  it('is not given where another answer has that number by now', async () => {
    const { model, choices, lose, find } = await loaded([name('1', 'a.md', ['Rob Benoit.md', 'Rob Bannerman.md'])]);
    const [question, seen] = [now(model), name('1', 'a.md', ['Rob Benoit.md', 'Rob Bannerman.md'])];
    lose('1');
    find([{ ...name('1', 'a.md', ['Rob Bannerman.md', 'Rob Benoit.md']), subject: seen.subject }]);
    await model.refresh(['a.md']);
    await model.acceptAt(question, seen, 0);
    expect(choices).toEqual([]);
    await model.acceptAt(now(model), name('1', 'a.md', ['Rob Bannerman.md', 'Rob Benoit.md']), 0);
    expect(choices).toMatchObject([{ id: '1', path: 'a.md', fix: 0 }]);
  });
});

describe('a name', () => {
  it('is written in all its notes at once, but not in the places that are left out', async () => {
    const { model, choices, decided } = await loaded([name('1', 'a.md', undefined, [1, 5]), name('2', 'b.md')]);
    const question = now(model);
    untick(model, 1);
    await model.accept(question);
    expect(choices).toMatchObject([{ id: '1', path: 'a.md', fix: 0, without: [1] }, { id: '2', path: 'b.md', fix: 0 }]);
    expect(decided).toContainEqual({ path: 'Rob Benoit.md', rule: 'same-as-by-context', subject: 'Rob Banga', verdict: 'accepted' });
  });

  it('stays as it is in a place that is left out, though a line is typed above it', async () => {
    const { model, choices, lose, find } = await loaded([name('1', 'a.md', undefined, [1, 5])]);
    untick(model, 1);
    lose('1');
    find([name('1', 'a.md', undefined, [2, 6])]);
    await model.refresh(['a.md']);
    await model.accept(now(model));
    expect(choices).toMatchObject([{ id: '1', path: 'a.md', fix: 0, without: [1] }]);
  });

  it('lists the places in the note in front first, so that a look at the question begins there', async () => {
    const { model } = await loaded([name('1', 'Far.md'), name('2', 'Near.md'), name('3', 'Off.md')]);
    const places = (): string[] => model.ticks(now(model)).map(({ finding: { path } }) => path);
    expect(places()).toEqual(['Far.md', 'Near.md', 'Off.md']);
    model.showNote('Near.md');
    expect(places()).toEqual(['Near.md', 'Far.md', 'Off.md']);
  });

  it('shows the note of somebody new before it makes it, and remembers nobody', async () => {
    const { model, choices, decided } = await loaded([orNew(name('1', 'a.md'))]);
    const question = now(model);
    model.answer(question, 1);
    expect(choices).toEqual([]);
    await model.accept(question);
    expect(choices).toMatchObject([{ id: '1', path: 'a.md', fix: 1 }]);
    expect(decided).toEqual([]);
  });

  it('that was about to be somebody new’s stays that when one more person comes on offer', async () => {
    const { model, choices, lose, find } = await loaded([orNew(name('1', 'a.md'))]);
    model.answer(now(model), 1);
    lose('1');
    find([orNew(name('1', 'a.md', ['Rob Benoit.md', 'Rob Bannerman.md']))]);
    await model.refresh(['a.md']);
    await model.accept(now(model));
    expect(choices).toMatchObject([{ id: '1', path: 'a.md', fix: 2 }]);
  });

  it('that could be either is none of them if the user says no, and all of that is taken back', async () => {
    const { model, decided } = await loaded([name('1', 'a.md', ['Rob Benoit.md', 'Rob Bannerman.md'])]);
    const tie = { ...now(model), confidence: 'either' as const };
    await model.reject(tie);
    expect(decided.map(({ path, verdict }) => [path, verdict])).toEqual([['Rob Benoit.md', 'rejected'], ['Rob Bannerman.md', 'rejected']]);
    await model.undo();
    expect(decided).toEqual([]);
  });

  it('that is one’s own name is rejected where it stands, since it means them elsewhere', async () => {
    const { model, decided } = await loaded([name('1', 'a.md', ['Rob Banga.md', 'Rob Bannerman.md'])]);
    await model.reject({ ...now(model), confidence: 'either' });
    expect(decided.map(({ path, rule }) => [path, rule])).toEqual([['Rob Bannerman.md', 'same-as-by-context'], ['a.md', 'via']]);
  });

  it('is nobody’s in all notes, or only in those that are ticked', async () => {
    const { model, decided } = await loaded([name('1', 'a.md'), name('2', 'b.md')]);
    const question = now(model);
    untick(model, 1);
    await model.notAPerson(question, true);
    expect(decided.map(({ path }) => path)).toEqual(['a.md']);
    await model.undo();
    await model.notAPerson(now(model));
    expect(decided.map(({ path }) => path)).toEqual(['']);
  });
});

describe('putting aside', () => {
  it('asks skipped questions last, after a restart too', async () => {
    const { model, make } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.putAside(now(model), 'skip');
    expect(asked(model)).toEqual(['2', '1']);
    const again = make();
    await again.load();
    expect(asked(again)).toEqual(['2', '1']);
    await model.undo();
    expect(asked(model)).toEqual(['1', '2']);
  });

  it('asks though the disk fetches what was put aside from elsewhere, and knows it once it is there', async () => {
    vi.useFakeTimers();
    const { model, disk } = world([finding('1', 'a.md'), finding('2', 'b.md'), finding('3', 'c.md')]);
    let arrive = (): void => undefined;
    disk.fetched = new Promise((resolve) => {
      arrive = resolve;
    });
    disk.aside = [{ id: '1', until: '2099-01-01' }, { id: '3', until: '2099-01-01' }];
    const loading = model.load();
    await vi.advanceTimersByTimeAsync(5000);
    await loading;
    expect(model.count).toBe(3);
    const skipping = model.putAside(now(model), 'skip');
    model.select('2');
    const snoozing = model.putAside(now(model), 'tomorrow');
    expect(disk.aside).toHaveLength(2);
    arrive();
    await Promise.all([skipping, snoozing]);
    expect(new Set(disk.aside)).toEqual(new Set([{ id: '1', skipped: true }, { id: '2', until: '2025-11-25' }, { id: '3', until: '2099-01-01' }]));
    expect(model.state().asleep).toBe(2);
    vi.useRealTimers();
  });

  it('goes on with the question behind the one that is skipped', async () => {
    const { model } = await loaded(['1', '2', '3'].map((id) => finding(id, `${id}.md`)));
    model.select('2');
    await model.putAside(now(model), 'skip');
    expect(asked(model)).toEqual(['1', '3', '2']);
    expect(now(model).id).toBe('3');
    expect(model.takesDecision()).toBe(true);
  });

  it('lets a question sleep until its day', async () => {
    const { model, disk } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.putAside(now(model), 'tomorrow');
    expect(model.count).toBe(1);
    expect(model.state().asleep).toBe(1);
    disk.today = new Date(2025, 10, 25, 1);
    model.redraw();
    expect(model.count).toBe(2);
  });

  it('wakes what sleeps until its note changes, though the question is as before', async () => {
    const { model, disk } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.putAside(now(model), 'change');
    await model.refresh(['b.md']);
    expect(model.state().asleep).toBe(1);
    disk.today = new Date(disk.today.getTime() + 60_000);
    await model.refresh(['a.md']);
    expect(model.state().asleep).toBe(0);
  });
});

describe('leaving the rest', () => {
  const left = async () => {
    const all = await loaded([finding('1', 'a.md'), finding('2', 'b.md'), finding('3', 'b.md')]);
    await all.model.putAside(now(all.model), 'skip');
    await all.model.leaveRest();
    return all;
  };

  it('asks nothing until a note is opened, after a restart too, and then what that note asks', async () => {
    const { model, make } = await left();
    expect(asked(model)).toEqual([]);
    expect(model.state()).toMatchObject({ left: 0, unopened: 3 });
    const again = make();
    await again.load();
    await again.askAgain('c.md');
    expect(again.count).toBe(0);
    await again.askAgain('b.md');
    expect(asked(again)).toEqual(['2', '3']);
    expect(again.state()).toMatchObject({ left: 2, unopened: 1 });
  });

  it('is taken back as it was, with what was skipped before', async () => {
    const { model } = await left();
    await model.undo();
    expect(asked(model)).toEqual(['2', '3', '1']);
  });

  it('leaves what sleeps asleep until its day', async () => {
    const { model, disk } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    await model.putAside(now(model), 'tomorrow');
    await model.leaveRest();
    disk.today = new Date(2025, 10, 25, 1);
    model.redraw();
    expect(asked(model)).toEqual(['1']);
  });

  it('forgets what was left and is asked no more', async () => {
    const { model, decided, disk } = await left();
    decided.push({ path: 'a.md', rule: 'via', subject: '1', verdict: 'rejected' });
    await model.load();
    await model.leaveRest();
    expect(disk.aside.map(({ id }) => id)).toEqual(['2', '3']);
  });
});

describe('undo', () => {
  it('takes back one by one, and any of the session', async () => {
    const { model, undone } = await loaded(['1', '2', '3'].map((id) => finding(id, `${id}.md`)));
    await model.accept(now(model));
    await model.accept(now(model));
    const [, first] = model.state().steps;
    await model.undo(first);
    expect(undone).toEqual(['batch 1']);
    await model.undo();
    await model.undo();
    expect(undone).toEqual(['batch 1', 'batch 2']);
    expect(asked(model).sort()).toEqual(['1', '2', '3']);
  });

  it('asked for several times at once, takes back as many', async () => {
    const { model, undone } = await loaded(['1', '2', '3'].map((id) => finding(id, `${id}.md`)));
    await model.accept(now(model));
    await model.accept(now(model));
    await Promise.all([model.undo(), model.undo(), model.undo()]);
    expect(undone).toEqual(['batch 2', 'batch 1']);
  });

  it('takes back what is still being written, once it is', async () => {
    const { model, slow, letGo, undone } = await loaded([finding('1', 'a.md'), finding('2', 'b.md')]);
    slow();
    const writing = model.accept(now(model));
    const undoing = model.undo();
    const timer = window.setInterval(letGo, 1);
    await Promise.all([writing, undoing]);
    window.clearInterval(timer);
    expect(undone).toEqual(['batch 1']);
    expect(asked(model).sort()).toEqual(['1', '2']);
  });

  it('takes back what was written though the decision with it could not be saved, which is said', async () => {
    const { model, disk, undone } = await loaded([name('1', 'a.md'), finding('2', 'b.md')]);
    disk.locked = 'The disk is full.';
    await model.accept(now(model));
    expect(model.state().steps[0]).toMatchObject({ state: 'done', batch: 'batch 1', notes: ['a.md'], reason: 'The disk is full.' });
    disk.newest = 'batch of yesterday';
    await model.undo();
    expect(undone).toEqual(['batch 1']);
  });

  it('reaches the newest batch of an earlier session', async () => {
    const { model, disk, undone } = world([finding('1', 'a.md')]);
    disk.newest = 'batch of yesterday';
    await model.load();
    expect(model.state().canUndo).toBe(true);
    disk.newest = undefined;
    await model.undo();
    expect(undone).toEqual(['batch of yesterday']);
    expect(model.state().canUndo).toBe(false);
  });
});
