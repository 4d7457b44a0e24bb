import assert from 'node:assert/strict';
import test from 'node:test';
import { BatchClient } from '../../../main/web/addin/batch.js';
import { Refusal, Unreachable } from '../../../main/web/addin/service.js';
import { createClock, createService } from './host-stub.mjs';

function set(limits = {}, answer = ({ arguments: [actual, plan] }) => ({ value: actual - plan })) {
    const clock = createClock();
    const service = createService(answer);
    const client = new BatchClient({ transport: service.transport, ...clock, limits });
    return { clock, client, ...service };
}

const answersOf = (tickets) => Promise.all(tickets.map(({ answer }) => answer));

test('ten thousand cells become twenty requests of five hundred calls', async () => {
    const { clock, client, requests } = set();
    const tickets = Array.from({ length: 10_000 }, (_, i) => client.call('VARIANCE', [i, 1]));
    await clock.pass(60);
    assert.equal((await answersOf(tickets))[41].value, 40);
    assert.deepEqual(requests.map(({ calls }) => calls.length), Array(20).fill(500));
});

test('equal calls are one call', async () => {
    const { clock, client, calls } = set();
    const tickets = Array.from({ length: 10_000 }, () => client.call('VARIANCE', [120, 100]));
    await clock.pass(60);
    assert.ok((await answersOf(tickets)).every(({ value }) => value === 20));
    assert.deepEqual(calls(), [{ function: 'VARIANCE', arguments: [120, 100] }]);
});

test('a request leaves after a pause in the calls, and at the latest after fifty milliseconds', async () => {
    const { clock, client, requests } = set();
    client.call('VARIANCE', [1, 1]);
    await clock.pass(4);
    assert.equal(requests.length, 0);
    await clock.pass(1);
    assert.equal(requests.length, 1);
    for (let i = 0; i < 15; i++) {
        client.call('VARIANCE', [i, 2]);
        await clock.pass(4);
    }
    assert.equal(requests.length, 2, 'calls that keep coming do not hold a request back for ever');
});

test('a full request does not wait for a pause', async () => {
    const { client, requests } = set({ callsPerRequest: 3 });
    for (let i = 0; i < 7; i++) client.call('VARIANCE', [i, 1]);
    await Promise.resolve();
    assert.equal(requests.length, 2);
});

test('four requests are under way at most, and the rest follows as they return', async () => {
    const { clock, client, requests } = set({ callsPerRequest: 2 }, null);
    const tickets = Array.from({ length: 11 }, (_, i) => client.call('VARIANCE', [i, 0]));
    await clock.pass(60);
    assert.equal(requests.length, 4);
    for (let i = 0; i < 6; i++) {
        requests[i].resolve({ results: requests[i].calls.map(() => ({ value: i })), dataVersion: 0 });
        await clock.pass(0);
    }
    assert.equal((await answersOf(tickets)).length, 11);
    assert.equal(requests.length, 6);
    assert.equal(clock.pending(), 0);
});

test('large ranges travel in requests of their own', async () => {
    const { clock, client, requests } = set({ charactersPerRequest: 1_000 });
    const range = Array.from({ length: 300 }, () => [1]);
    for (let i = 0; i < 3; i++) client.call('CASCADE', [i, range]);
    await clock.pass(60);
    assert.deepEqual(requests.map(({ calls }) => calls.length), [1, 1, 1]);
});

test('a withdrawn call never leaves', async () => {
    const { clock, client, requests } = set();
    client.call('VARIANCE', [1, 1]).withdraw();
    await clock.pass(60_000);
    assert.equal(requests.length, 0);
});

test('withdrawing one cell leaves an equal call of another alone, however often it is withdrawn', async () => {
    const { clock, client } = set();
    const gone = client.call('VARIANCE', [5, 1]);
    const stays = client.call('VARIANCE', [5, 1]);
    gone.withdraw();
    gone.withdraw();
    await clock.pass(60);
    assert.deepEqual(await stays.answer, { value: 4 });
});

test('what has been sent is not withdrawn', async () => {
    const { clock, client, requests } = set({}, null);
    const ticket = client.call('VARIANCE', [5, 1]);
    await clock.pass(10);
    ticket.withdraw();
    const again = client.call('VARIANCE', [5, 1]);
    requests[0].resolve({ results: [{ value: 4 }], dataVersion: 0 });
    assert.deepEqual(await again.answer, { value: 4 });
    assert.equal(requests.length, 1);
});

test('a request that is not answered ends in a sentence, and is asked again the next time', async () => {
    const { clock, client, requests } = set({}, null);
    const { answer } = client.call('VARIANCE', [5, 1]);
    await clock.pass(30_010);
    const { error, message } = await answer;
    assert.equal(error, '#N/A');
    assert.match(message, /did not answer in time/);
    assert.ok(requests[0].signal.aborted);
    client.call('VARIANCE', [5, 1]);
    await clock.pass(10);
    assert.equal(requests.length, 2);
});

test('the deadline counts the time in the queue: no promise stays pending behind a silent service', async () => {
    const { clock, client, requests } = set({ callsPerRequest: 1 }, null);
    const settled = [];
    for (let i = 0; i < 40; i++) client.call('VARIANCE', [i, 1]).answer.then(({ error }) => settled.push(error));
    await clock.pass(20_000);
    for (let i = 0; i < 5; i++) client.call('VARIANCE', [i, 2]).answer.then(({ error }) => settled.push(error));
    await clock.pass(25_010);
    assert.equal(settled.length, 40);
    await clock.pass(20_000);
    assert.deepEqual(settled, Array(45).fill('#N/A'));
    assert.ok(requests.length < 45);
});

test('an answer is kept, so that a recalculation asks nobody', async () => {
    const { clock, client, requests } = set();
    client.call('VARIANCE', [5, 1]);
    await clock.pass(10);
    assert.deepEqual(await client.call('VARIANCE', [5, 1]).answer, { value: 4 });
    assert.equal(requests.length, 1);
});

test('an answer is kept for a minute, or until it is cleared', async () => {
    const { clock, client, requests } = set();
    for (const step of [() => {}, () => clock.pass(60_000), () => client.clear()]) {
        await step();
        client.call('VARIANCE', [5, 1]);
        await clock.pass(10);
    }
    assert.equal(requests.length, 3);
});

test('a higher data version drops every answer of an older one', async () => {
    const { clock, client, requests } = set({}, null);
    const ask = async (name, dataVersion, value) => {
        const { answer } = client.call(name, []);
        await clock.pass(10);
        requests.at(-1).resolve({ results: [{ value }], dataVersion });
        return (await answer).value;
    };
    await ask('GET', 1, 100);
    await ask('OTHER', 2, 7);
    assert.equal(await ask('GET', 2, 110), 110);
    assert.equal(requests.length, 3);
    client.noticeDataVersion(3);
    assert.equal(await ask('GET', 3, 120), 120);
});

test('an answer that was overtaken by a newer data version is shown but not kept', async () => {
    const { clock, client, requests } = set({}, null);
    const slow = client.call('GET', ['a']);
    await clock.pass(10);
    client.call('GET', ['b']);
    await clock.pass(10);
    requests[1].resolve({ results: [{ value: 2 }], dataVersion: 2 });
    await clock.pass(0);
    requests[0].resolve({ results: [{ value: 1 }], dataVersion: 1 });
    assert.deepEqual(await slow.answer, { value: 1 });
    client.call('GET', ['a']);
    await clock.pass(10);
    assert.equal(requests.length, 3);
});

test('a wrong type is kept; what a second attempt may mend is not', async () => {
    for (const [error, asked] of [['#VALUE!', 1], ['#DIV/0!', 1], ['#NUM!', 2], ['#N/A', 2]]) {
        const { clock, client, requests } = set({}, () => ({ error }));
        for (let i = 0; i < 2; i++) {
            client.call('VARIANCE', [5, 1]);
            await clock.pass(10);
        }
        assert.equal(requests.length, asked, error);
    }
});

test('the least recently used answers make room, by number and by size', async () => {
    for (const limits of [{ keptAnswers: 2 }, { keptCharacters: 110 }]) {
        const { clock, client, requests } = set(limits);
        const ask = async (i) => {
            client.call('VARIANCE', [i, 1]);
            await clock.pass(10);
            return requests.length;
        };
        await ask(1);
        await ask(2);
        await ask(1);
        assert.equal(await ask(3), 3);
        assert.equal(await ask(1), 3, 'the one just used stays');
        assert.equal(await ask(2), 4, 'the other went');
    }
});

test('a failed request tells every one of its cells, and keeps nothing', async () => {
    const { clock, client, requests } = set({}, null);
    const tickets = [1, 2].map((i) => client.call('VARIANCE', [i, 1]));
    await clock.pass(10);
    requests[0].reject(new Refusal('The service is being updated until 10:00.', 503));
    const failed = { error: '#N/A', message: 'The service is being updated until 10:00.' };
    assert.deepEqual(await answersOf(tickets), [failed, failed]);
    client.call('VARIANCE', [1, 1]);
    await clock.pass(10);
    assert.equal(requests.length, 2);
});

test('too few results are not guessed at', async () => {
    const { clock, client, requests } = set({}, null);
    const tickets = [1, 2].map((i) => client.call('VARIANCE', [i, 1]));
    await clock.pass(10);
    requests[0].resolve({ results: [{ value: 0 }], dataVersion: 0 });
    const [first, second] = await answersOf(tickets);
    assert.match(first.message, /answered 1 of 2 calls/);
    assert.deepEqual(first, second);
});

test('a request that is too large is sent again in halves, until the call that is too large stands alone', async () => {
    const { clock, client, requests } = set({}, null);
    const tickets = [1, 2, 3, 4].map((i) => client.call('VARIANCE', [i, 0]));
    const answered = answersOf(tickets);
    for (let round = 0, seen = 0; round < 6; round++) {
        await clock.pass(10);
        for (; seen < requests.length; seen++) {
            const { calls, resolve, reject } = requests[seen];
            if (calls.some(({ arguments: [n] }) => n === 3)) reject(new Refusal('The request holds too much.', 413));
            else resolve({ results: calls.map(({ arguments: [n] }) => ({ value: n })), dataVersion: 0 });
        }
    }
    const all = await answered;
    assert.deepEqual(all.map((each) => each.value ?? each.message), [1, 2, 'The request holds too much.', 4]);
});

test('an answer that cannot be read is a sentence too', async () => {
    const { clock, client, requests } = set({}, null);
    const { answer } = client.call('VARIANCE', [1, 1]);
    await clock.pass(10);
    requests[0].resolve({ results: [null], dataVersion: 0 });
    assert.match((await answer).message, /could not read the answer/);
});

test('while the service is away a call answers what it answered last, and says from when that is', async () => {
    const { clock, client, requests } = set({}, null);
    const states = [];
    client.changed = () => states.push(client.freshness);
    const ask = async (reply) => {
        const { answer } = client.call('GET', ['LEADS']);
        await clock.pass(10);
        if (reply instanceof Error) requests.at(-1).reject(reply);
        else requests.at(-1).resolve(reply);
        return answer;
    };
    const away = new Unreachable('Offline: the calculation service cannot be reached.');
    assert.deepEqual(await ask(away), { error: '#N/A', message: away.message }, 'nothing was ever answered');
    await ask({ results: [{ value: 100 }], dataVersion: 1, asOf: 5 });
    await clock.pass(3_600_000);
    client.noticeDataVersion(2);
    assert.deepEqual(await ask(away), { value: 100 });
    client.clear();
    assert.deepEqual(await ask(away), { value: 100 });
    assert.deepEqual(await ask({ results: [{ value: 110 }], dataVersion: 2, asOf: 9 }), { value: 110 });
    assert.deepEqual(states, [{ away: true }, { asOf: 5, away: false }, { asOf: 5, away: true }, { asOf: 9, away: false }]);
    client.forget();
    assert.deepEqual(await ask(away), { error: '#N/A', message: away.message }, 'another user has read nothing yet');
});

test('a figure that may not be read any more is not shown from before', async () => {
    const { clock, client, requests } = set({}, null);
    const replies = [{ value: 100 }, { error: '#N/A', message: 'Not permitted.' }];
    for (const reply of [...replies, null]) {
        client.clear();
        const { answer } = client.call('GET', ['LEADS']);
        await clock.pass(10);
        if (reply) requests.at(-1).resolve({ results: [reply], dataVersion: 1 });
        else requests.at(-1).reject(new Unreachable('Offline.'));
        assert.deepEqual(await answer, reply ?? replies[1]);
    }
});

test('a refusal is no absence: what was answered before does not stand for it', async () => {
    const { clock, client, requests } = set({}, null);
    client.call('GET', []);
    await clock.pass(10);
    requests[0].resolve({ results: [{ value: 1 }], dataVersion: 1 });
    await clock.pass(60_000);
    const { answer } = client.call('GET', []);
    await clock.pass(10);
    requests[1].reject(new Refusal('You are not signed in.', 401));
    assert.deepEqual(await answer, { error: '#N/A', message: 'You are not signed in.' });
});
