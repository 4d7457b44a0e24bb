import assert from 'node:assert/strict';
import test from 'node:test';
import { BatchClient } from '../../../main/web/addin/batch.js';
import { associateFunctions, handlersOf } from '../../../main/web/addin/functions.js';
import { Problems } from '../../../main/web/addin/problems.js';
import { createHost, createService, CustomFunctions, metadata } from './host-stub.mjs';

globalThis.CustomFunctions = CustomFunctions;

const NOTE = 'The last incomplete cycle is left out.';
const ANSWERS = {
    VARIANCE: ({ arguments: [[[actual]], [[plan]]] }) =>
        typeof plan === 'number' ? { value: actual - plan } : { error: '#VALUE!', message: 'A plan is a number.' },
    CASCADE: () => ({ value: [[33.34], [{ error: '#DIV/0!', message: 'No weight.' }], [{ error: '#DIV/0!' }]] }),
    'CASCADE.TREE': () => ({ value: [['Node'], ['Group']], notes: [NOTE] }),
    FISCAL: () => ({ value: 'FY2026 P1' }),
    SCORECARD: () => ({ error: '#REF!' }),
};

function set() {
    const service = createService((call) => ANSWERS[call.function](call));
    const problems = new Problems();
    const client = new BatchClient({ transport: service.transport });
    const host = createHost(handlersOf(metadata, client, problems));
    return { host, problems, ...service };
}

test('a value arrives in its cell, whatever the case of the name', async () => {
    const { host } = set();
    assert.deepEqual(await host.cell('S!A1', 'VARIANCE', 120, 100).shows, [[20]]);
    assert.deepEqual(await host.cell('S!A2', 'variance', 120, 90).shows, [[30]]);
    assert.equal(await host.cell('S!A3', 'FISCAL', 46000).shows, 'FY2026 P1');
    assert.deepEqual(await host.cell('S!A4', 'CASCADE.TREE', [['Node']], 1).shows, [['Node'], ['Group']]);
});

test('a failing cell fails alone, with its own sentence', async () => {
    const { host, requests } = set();
    const cells = [[120, 100], [90, 'n/a'], [5, 3]].map((given, i) => host.cell(`S!A${i}`, 'VARIANCE', ...given).shows);
    assert.deepEqual(await Promise.all(cells), [[[20]], { error: '#VALUE!', message: 'A plan is a number.' }, [[2]]]);
    assert.equal(requests.length, 1);
});

test('failed cells of a spill fail in their places', async () => {
    const { host } = set();
    const shows = await host.cell('S!A1', 'CASCADE', 100, [[1], [1], [1]]).shows;
    assert.deepEqual(shows.map(([cell]) => cell.error ?? cell), [33.34, '#DIV/0!', '#DIV/0!']);
});

test('a formula being typed does not reach the service', async () => {
    const { host, requests } = set();
    const handlers = handlersOf(metadata, { call: () => assert.fail('the service was asked') }, new Problems());
    await assert.rejects(handlers.FISCAL(1, { isInValuePreview: true }), { code: '#N/A', message: /Enter/ });
    await host.cell('S!A1', 'FISCAL', 2).shows;
    assert.equal(requests.length, 1);
});

test('each value of a repeating parameter is an argument of its own', async () => {
    const { requests, transport } = createService(() => ({ value: 1 }));
    const sum = { id: 'SUM', parameters: [{}, { repeating: true }], result: {} };
    const { SUM } = handlersOf({ functions: [sum] }, new BatchClient({ transport }), new Problems());
    await Promise.all([SUM(1, [2, 3], {}), SUM(1, [[[4, 5]], [[6]]], {}), SUM(1, null, {})]);
    assert.deepEqual(requests.flatMap(({ calls }) => calls.map((call) => call.arguments)),
        [[1, 2, 3], [1, [[4, 5]], [[6]]], [1]]);
});

test('a cancelled cell is neither sent nor reported', async () => {
    const { host, requests, problems } = set();
    const { shows, invocation } = host.cell('S!A1', 'VARIANCE', 1, 'n/a');
    invocation.onCanceled();
    await shows;
    assert.equal(requests.length, 0);
    assert.deepEqual(problems.list(), []);
});

test('problems are listed by cell, the latest first, and go when the cell is well', async () => {
    const { host, problems } = set();
    let changes = 0;
    problems.changed = () => changes++;
    await host.cell('S!A1', 'VARIANCE', 1, 'n/a').shows;
    await host.cell('S!A2', 'CASCADE', 100, [[1]]).shows;
    await host.cell('S!A3', 'CASCADE.TREE', [['Node']], 1).shows;
    await host.cell('S!A4', 'FISCAL', 1).shows;
    const none = { error: undefined, message: undefined };
    assert.deepEqual(problems.list().map((each) => ({ ...none, ...each })), [
        { ...none, cell: 'S!A3', name: 'CASCADE.TREE', failedCells: 0, notes: [NOTE] },
        { cell: 'S!A2', name: 'CASCADE', error: '#DIV/0!', message: 'No weight.', failedCells: 2, notes: [] },
        { cell: 'S!A1', name: 'VARIANCE', error: '#VALUE!', message: 'A plan is a number.', failedCells: 0, notes: [] },
    ]);
    assert.equal(changes, 3);
    await host.cell('S!A1', 'VARIANCE', 1, 1).shows;
    assert.deepEqual(problems.list().map(({ cell }) => cell), ['S!A3', 'S!A2']);
});

test('the list of problems is bounded', () => {
    const problems = new Problems();
    for (let i = 0; i < 2_000; i++) problems.record(`S!A${i}`, 'VARIANCE', { error: '#N/A' });
    assert.equal(problems.list().length, 500);
    assert.equal(problems.list()[0].cell, 'S!A1999');
});

function associating(loads) {
    const associated = [];
    const said = [];
    const pauses = [];
    const done = associateFunctions({
        load: async () => {
            const next = loads.shift();
            if (next instanceof Error) throw next;
            return next;
        },
        handlers: (loaded) => handlersOf(loaded, {}, new Problems()),
        associate: (handlers) => associated.push(Object.keys(handlers)),
        report: (sentence) => said.push(sentence),
        pause: async (ms) => pauses.push(ms),
    });
    return { done, associated, said, pauses };
}

test('all functions are associated in one call', async () => {
    const { done, associated } = associating([metadata]);
    assert.equal((await done).late, false);
    assert.deepEqual(associated, [metadata.functions.map(({ id }) => id)]);
});

test('functions.json is asked for until it comes, at growing intervals, and the pane is told', async () => {
    const away = new Error('The service is away.');
    const { done, associated, said, pauses } = associating([away, away, metadata]);
    assert.equal((await done).late, false);
    assert.equal(associated.length, 1);
    assert.deepEqual(pauses, [1_000, 2_000]);
    assert.match(said[0], /another attempt follows\. The service is away\./);
});

test('Excel is let go when functions.json stays away, and gets the functions late', async () => {
    const { done, associated } = associating([...Array(7).fill(new Error('Away.')), metadata]);
    assert.equal((await done).late, true);
    assert.deepEqual(associated, [[], metadata.functions.map(({ id }) => id)]);
});
