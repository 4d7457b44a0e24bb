import assert from 'node:assert/strict';
import test from 'node:test';
import { isConflict, Submissions, Waiting } from '../../../main/web/addin/submission.js';

const ROOT = new URL('https://mpm.example/');
const entry = (value, more = {}) =>
    ({ cell: 'Plan!B2', note: false, value, metric: 'Leads', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN', comment: '', status: 'STAGED', ...more });

/** A service that has one figure, read and written by its row version. */
function world(stored = { value: '100', rowVersion: 7 }) {
    const world = { stored, asked: [], away: false, kept: [], byKey: new Map() };
    const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
    world.fetch = async (address, { method, body }) => {
        const { pathname, search } = new URL(address);
        const document = JSON.parse(body);
        world.asked.push({ path: pathname + search, method, document });
        if (world.away) throw new TypeError('network');
        if (world.refusal) return json(world.refusal, world.refusal.status);
        // As the service does: labels become codes, and what is shown has been read now.
        if (method === 'PUT') {
            const codes = { metric: 'LEADS', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN' };
            const lastRead = world.stored.rowVersion;
            return json({ bindings: document.bindings.map((each) => ({ note: false, lastRead, ...each, ...codes })) });
        }
        const isDry = search === '?dryRun=true';
        if (!isDry && world.byKey.has(document.key)) return json(world.byKey.get(document.key), 201);
        const lines = document.lines.map(({ value, seen }) => {
            const { value: before, rowVersion } = world.stored;
            const status = String(value) === before ? 'IN SYNC' : (seen ?? 0) === rowVersion ? 'STAGED' : 'CHANGED ELSEWHERE';
            return { status, before, after: String(value), rowVersion, metric: 'LEADS', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN' };
        });
        const refused = lines.filter(isConflict).length;
        const outcome = { id: 17, accepted: lines.length - refused, refused, lines };
        if (isDry) return json(outcome);
        if (refused > 0) return json({ status: 409, detail: 'Nothing was written.', outcome }, 409);
        const rowVersion = world.stored.rowVersion + 1;
        world.stored = { value: lines[0].after, rowVersion };
        const written = { ...outcome, lines: lines.map((line) => ({ ...line, rowVersion })) };
        world.byKey.set(document.key, written);
        if (world.losesAnswer) throw new TypeError('network');
        return json(written, 201);
    };
    let keys = 0;
    world.submissions = new Submissions({ root: ROOT, fetch: world.fetch, newKey: () => `key ${++keys}` });
    world.link = { id: 'w1', name: 'Plan.xlsx', seen: {} };
    world.keep = async (link) => world.kept.push(structuredClone(link));
    return world;
}

const HOW = { comment: 'March', acceptValid: false };

test('what was never read is read by the first dry run, and then goes in', async () => {
    const { submissions, link, keep, kept, asked, ...rest } = world();
    const { lines } = await submissions.dryRun(link, [entry(120)]);
    assert.deepEqual([lines[0].status, lines[0].before, lines[0].after], ['STAGED', '100', '120']);
    assert.equal(rest.stored.value, '100');
    const { id } = await submissions.submit(link, [entry(120)], HOW, keep);
    assert.equal(id, 17);
    const { path, document } = asked.at(-1);
    assert.equal(path, '/api/v1/submissions');
    assert.deepEqual(document, {
        key: 'key 1',
        comment: 'March',
        acceptValid: false,
        workbook: 'w1',
        lines: [{ metric: 'Leads', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN', value: 120, note: false, comment: '', seen: 7, sheet: 'Plan', cell: 'B2' }],
    });
    assert.deepEqual(kept.map(({ pending }) => pending?.key), ['key 1', undefined], 'kept before it is sent, and until there is an answer');
    assert.deepEqual(Object.values(link.seen), [8]);
});

test('a figure that somebody else has changed is a conflict until one has read it', async () => {
    const set = world();
    const mine = entry(120);
    await set.submissions.dryRun(set.link, [mine]);
    set.stored = { value: '110', rowVersion: 8 };
    const { lines: [line] } = await set.submissions.dryRun(set.link, [mine]);
    assert.equal(isConflict(line), true);
    await assert.rejects(set.submissions.submit(set.link, [mine], HOW, set.keep), ({ status, problem }) =>
        status === 409 && isConflict(problem.outcome.lines[0]));
    assert.equal(set.link.pending, undefined, 'what was refused is not sent again');
    await set.submissions.accept(set.link, mine, line);
    await set.submissions.submit(set.link, [mine], HOW, set.keep);
    assert.deepEqual(set.stored, { value: '120', rowVersion: 9 });
});

test('what cannot be sent is kept, and sent again under the same key', async () => {
    const set = world();
    await set.submissions.dryRun(set.link, [entry(120)]);
    set.away = true;
    await assert.rejects(set.submissions.submit(set.link, [entry(120)], HOW, set.keep), Waiting);
    assert.equal(set.kept.at(-1).pending.key, 'key 1');

    const opened = set.kept.at(-1);
    set.away = false;
    set.losesAnswer = true;
    await assert.rejects(set.submissions.sendPending(opened, set.keep), Waiting);
    set.losesAnswer = false;
    await set.submissions.sendPending(opened, set.keep);
    assert.equal(opened.pending, undefined);
    assert.deepEqual(set.stored, { value: '120', rowVersion: 8 }, 'written once');
    assert.deepEqual(set.asked.filter(({ path }) => path === '/api/v1/submissions').map(({ document }) => document.key), ['key 1', 'key 1', 'key 1']);
});

test('what was changed while a submission waited is a conflict, not overwritten', async () => {
    const set = world();
    await set.submissions.dryRun(set.link, [entry(120)]);
    set.away = true;
    await assert.rejects(set.submissions.submit(set.link, [entry(120)], HOW, set.keep), Waiting);
    set.away = false;
    set.stored = { value: '110', rowVersion: 8 };
    await assert.rejects(set.submissions.sendPending(set.link, set.keep), ({ status }) => status === 409);
    assert.equal(set.stored.value, '110');
});

test('a sign-in that ended, and a service in trouble, keep the submission too', async () => {
    for (const status of [401, 503]) {
        const set = world();
        set.link.seen = {};
        set.refusal = { status, detail: 'no' };
        await assert.rejects(set.submissions.submit(set.link, [entry(1)], HOW, set.keep), Waiting);
        assert.equal(set.link.pending.key, 'key 1');
    }
});

test('dates travel by their names, and a workbook tells which cells enter which figures', async () => {
    const set = world();
    await set.submissions.register(set.link, [entry(120, { period: 46082 })], []);
    assert.equal(set.asked[0].document.lines[0].period, '2026-03-01');
    set.submissions.date1904 = async () => true;
    await set.submissions.dryRun(set.link, [entry(120, { period: 46082 - 1462 })]);
    assert.equal(set.asked.at(-1).document.lines[0].period, '2026-03-01');
    await set.submissions.register(set.link, [entry(120)], []);
    const { path, method, document } = set.asked.at(-1);
    assert.deepEqual([path, method], ['/api/v1/workbooks/linked/w1', 'PUT']);
    assert.deepEqual(document, {
        name: 'Plan.xlsx',
        bindings: [{ sheet: 'Plan', cell: 'B2', note: false, metric: 'LEADS', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN', direction: 'IN', lastRead: 7 }],
    });
});

test('a workbook tells which version of a figure was read, not which stands there now, and which cell holds a note', async () => {
    const set = world();
    await set.submissions.dryRun(set.link, [entry(120)]);
    set.stored = { value: '110', rowVersion: 8 };
    await set.submissions.register(set.link, [entry(120), entry('Why', { cell: 'Plan!C2', note: true })], []);
    assert.deepEqual(set.asked.at(-1).document.bindings.map(({ cell, note, lastRead }) => [cell, note, lastRead]),
        [['B2', false, 7], ['C2', true, 8]]);
});

const shown = { cell: 'Plan!A2', metric: 'Leads', org: 'EMEA', period: 46082, scenario: 'PLAN', value: 100 };

test('a workbook tells which cells show figures, and one that enters none is linked as well', async () => {
    const set = world();
    await set.submissions.register(set.link, [], [shown], { template: 'Finance link' });
    assert.deepEqual(set.asked.map(({ document }) => document), [{
        name: 'Plan.xlsx',
        template: 'Finance link',
        bindings: [{ sheet: 'Plan', cell: 'A2', metric: 'Leads', org: 'EMEA', period: '2026-03-01', scenario: 'PLAN', direction: 'OUT' }],
    }]);
});

test('of a large workbook finance sees what is entered, and as many cells that show figures as the service takes', async () => {
    const set = world();
    await set.submissions.register(set.link, [entry(120)], Array.from({ length: 10_001 }, () => shown));
    const { bindings } = set.asked.at(-1).document;
    assert.deepEqual([bindings.length, bindings[0].direction, bindings.at(-1).direction], [10_000, 'IN', 'OUT']);
});

test('one may enter over the change of another once a cell has shown it, and one has asked for it', async () => {
    const set = world();
    const mine = entry(120);
    await set.submissions.dryRun(set.link, [mine]);
    assert.equal(await set.submissions.registerLookedAt(set.link, [mine], [shown]), false);
    set.stored = { value: '110', rowVersion: 8 };
    await set.submissions.register(set.link, [mine], [shown]);
    assert.deepEqual(Object.values(set.link.seen), [7], 'a cell shows it, but nobody has asked');
    assert.equal(await set.submissions.registerLookedAt(set.link, [mine], []), false, 'no cell shows it');
    assert.equal(await set.submissions.registerLookedAt(set.link, [mine], [shown]), true);
    assert.deepEqual(Object.values(set.link.seen), [8]);
    assert.equal(set.asked.at(-1).document.bindings[0].lastRead, 8);
});

test('the figures of a workbook are its addresses, each once, as its cells show them', async () => {
    const set = world();
    const staged = [entry(120), entry('Why', { cell: 'Plan!C2', note: true })];
    const figure = { metric: 'LEADS', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN' };
    assert.deepEqual(await set.submissions.figures(set.link, staged, []), [{ ...figure, value: 120 }]);
    assert.deepEqual(await set.submissions.figures(set.link, staged, [shown]), [{ ...figure, value: 100 }]);
});
