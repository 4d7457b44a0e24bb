import assert from 'node:assert/strict';
import test from 'node:test';
import { calculateAt, readJson, readWorkbook, Refusal, Unreachable } from '../../../main/web/addin/service.js';

const CALLS = ['{"function":"VARIANCE","arguments":[120,100]}', '{"function":"FISCAL","arguments":[1]}'];

function answering(body, { status = 200, type = 'application/json' } = {}) {
    const sent = [];
    const fetch = async (address, request) => {
        sent.push({ address, ...request });
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return new Response(text, { status, headers: { 'content-type': type } });
    };
    return { sent, fetch };
}

const signal = new AbortController().signal;
const refusedWith = (sentence, status) => (cause) =>
    sentence.test(cause.message) && cause.status === status && cause instanceof Refusal;

test('the calls travel as one JSON document', async () => {
    const asOf = '2027-03-08T14:03:00Z';
    const { sent, fetch } = answering({ results: [{ value: 20 }, { value: 1 }], dataVersion: 7, asOf });
    const reply = await calculateAt('/api/v1/calculate', { fetch })(CALLS, signal);
    assert.deepEqual(reply, { results: [{ value: 20 }, { value: 1 }], dataVersion: 7, asOf: Date.UTC(2027, 2, 8, 14, 3) });
    assert.equal(sent[0].method, 'POST');
    assert.equal(sent[0].headers['Content-Type'], 'application/json');
    assert.deepEqual(JSON.parse(sent[0].body), { calls: CALLS.map((call) => JSON.parse(call)) });
});

test('a workbook that counts from 1904 says so', async () => {
    const { sent, fetch } = answering({ results: [], dataVersion: 0 });
    await calculateAt('/api/v1/calculate', { fetch, date1904: async () => true })(CALLS, signal);
    assert.equal(JSON.parse(sent[0].body).date1904, true);
    assert.equal(JSON.parse(sent[0].body).calls.length, 2);
});

test('a linked workbook says which it is', async () => {
    const { sent, fetch } = answering({ results: [], dataVersion: 0 });
    await calculateAt('/api/v1/calculate', { fetch, workbook: async () => 'w"1' })(CALLS, signal);
    assert.deepEqual(JSON.parse(sent[0].body), { workbook: 'w"1', calls: CALLS.map((call) => JSON.parse(call)) });
});

test('a problem document speaks with its detail', async () => {
    const problem = { status: 413, title: 'Too large', detail: 'A request holds at most 10,000 calls.' };
    const { fetch } = answering(problem, { status: 413, type: 'application/problem+json' });
    const told = refusedWith(/^A request holds at most 10,000 calls\.$/, 413);
    await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), told);
});

test('an error page without a detail is named by its status', async () => {
    const { fetch } = answering('<h1>Bad Gateway</h1>', { status: 502, type: 'text/html' });
    await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), refusedWith(/refused the request \(502\)/, 502));
});

test('a sign-in page in place of an answer is recognised', async () => {
    for (const body of ['<html>Sign in</html>', { ok: true }, 'null']) {
        const { fetch } = answering(body);
        await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), refusedWith(/sign-in page/, undefined));
    }
    const { fetch } = answering('<html>Sign in</html>');
    await assert.rejects(readJson('/addin/functions.json', fetch), refusedWith(/sign-in page/, undefined));
});

test('a service that cannot be reached is said to be so', async () => {
    const fetch = async () => {
        throw new TypeError('Failed to fetch');
    };
    await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), refusedWith(/cannot be reached/, undefined));
});

test('a workbook arrives as Excel takes it, and nothing else arrives in its place', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const workbook = await readWorkbook('/', async () => new Response(bytes, { headers: { 'Content-Type': type } }));
    assert.deepEqual([...Buffer.from(workbook, 'base64')], [...bytes]);

    const page = answering('<html>Sign in</html>', { type: 'text/html' });
    await assert.rejects(readWorkbook('/', page.fetch), refusedWith(/Something other than a workbook/, undefined));
    const problem = { detail: 'currency is “EURO”: give a code of three letters.' };
    const refusing = answering(problem, { status: 400, type: 'application/problem+json' });
    await assert.rejects(readWorkbook('/', refusing.fetch), refusedWith(/^currency is “EURO”/, 400));
});

test('a service that is away is told from one that refuses', async () => {
    const failing = async () => {
        throw new TypeError('Failed to fetch');
    };
    const page = answering('<html>Sign in</html>').fetch;
    const gateway = answering('<h1>Bad Gateway</h1>', { status: 502 }).fetch;
    for (const fetch of [failing, page, gateway]) await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), Unreachable);
    const { fetch } = answering({ detail: 'Too large.' }, { status: 413 });
    await assert.rejects(calculateAt('/', { fetch })(CALLS, signal), (cause) => !(cause instanceof Unreachable));
});
