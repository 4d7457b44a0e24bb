import assert from 'node:assert/strict';
import test from 'node:test';
import { Calls } from '../../../main/web/playground/calls.js';

const cell = (/** @type {number} */ row) => ({ sheet: 's', row, column: 0 });
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** @param {number} [limit] */
function world(limit) {
    const settled = /** @type {any[]} */ ([]);
    const started = /** @type {{ text: string, answer: (value: number) => void, cancelled: boolean }[]} */ ([]);
    const calls = new Calls((cells) => settled.push(...cells), limit);
    const ask = (/** @type {number} */ row, /** @type {string} */ text, /** @type {string} */ address = '') =>
        calls.ask(cell(row), { id: 'F', text, ...(address && { address }) }, () => {
            /** @type {(value: number) => void} */
            let answer = () => {};
            const one = { text, answer, cancelled: false };
            const outcome = new Promise((resolve) => (one.answer = (value) => resolve({ value })));
            started.push(one);
            return { outcome: /** @type {any} */ (outcome), cancel: () => (one.cancelled = true) };
        });
    return { calls, settled, started, ask };
}

test('equal calls are one, leave when the calculation ends, and report every cell that waits', async () => {
    const { calls, settled, started, ask } = world();
    assert.equal(ask(1, 'a'), undefined);
    assert.equal(ask(2, 'a'), undefined);
    assert.equal(started.length, 0);
    calls.calculated();
    assert.deepEqual([started.length, calls.waiting], [1, 1]);
    started[0]?.answer(7);
    await turn();
    assert.deepEqual(settled, [cell(1), cell(2)]);
    assert.deepEqual(ask(1, 'a'), { value: 7 });
    assert.equal(calls.waiting, 0);
});

test('calls with an address are not folded', () => {
    const { calls, started, ask } = world();
    ask(1, 'a', 'S!A1');
    ask(2, 'a', 'S!A2');
    calls.calculated();
    assert.equal(started.length, 2);
});

test('thousands of calls are made in portions, between which the page breathes', async () => {
    const { calls, started, ask } = world();
    for (let row = 0; row < 1_200; row++) ask(row, `call ${row}`);
    calls.calculated();
    assert.equal(started.length, 500);
    await turn();
    await turn();
    assert.equal(started.length, 1_200);
});

test('a formula that is overwritten withdraws its call, unless another cell waits for it', () => {
    const { calls, started, ask } = world();
    ask(1, 'own');
    ask(1, 'shared');
    ask(2, 'shared');
    calls.calculated();
    calls.overwritten([cell(1)]);
    assert.deepEqual(
        started.map(({ text, cancelled }) => [text, cancelled]),
        [
            ['own', true],
            ['shared', false],
        ],
    );
});

test('a cell that asks something else no longer waits for what it asked before', async () => {
    const { calls, settled, started, ask } = world();
    ask(1, 'before');
    calls.calculated();
    ask(1, 'after');
    calls.calculated();
    assert.equal(started[0]?.cancelled, true);
    started[0]?.answer(1);
    await turn();
    assert.deepEqual(settled, []);
    assert.deepEqual(calls.of(cell(1)).map(({ text }) => text), ['after']);
});

test('a refresh forgets answers and whom they were for', async () => {
    const { calls, settled, started, ask } = world();
    ask(1, 'a');
    calls.calculated();
    calls.clear();
    assert.equal(started[0]?.cancelled, true);
    started[0]?.answer(1);
    await turn();
    assert.deepEqual(settled, []);
    assert.equal(ask(1, 'a'), undefined);
});

test('old answers give way to new ones', async () => {
    const { calls, started, ask } = world(2);
    for (const text of ['a', 'b', 'c']) {
        ask(1, text);
        calls.calculated();
        started.at(-1)?.answer(1);
        await turn();
    }
    ask(1, 'd');
    assert.deepEqual(ask(1, 'c'), { value: 1 });
    assert.equal(ask(1, 'a'), undefined);
});
